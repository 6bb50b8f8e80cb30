"""The id of an organisation that has none, in Python as in the SQL of the imports."""

import duckdb
from hypothesis import given
from hypothesis import strategies as some

from analytics.intake.names import organisation_id_of
from analytics.warehouse.sql import sql_file

_NAME = some.text(some.characters(max_codepoint=0x24F, categories=("L", "N", "P", "Zs")), min_size=1, max_size=30)


@given(_NAME)
def test_it_is_the_one_that_an_import_gives(name):
    with duckdb.connect() as connection:
        connection.execute(sql_file("analytics.warehouse.checks", "workbench"))
        connection.execute(sql_file("analytics.intake.formats.sql", "macros"))
        assert connection.execute("select id_from('org-', ?)", [name]).fetchone() == (organisation_id_of(name),)
