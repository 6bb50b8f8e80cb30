"""From when on history is shown: a slip of the pen does not make it eight hundred quarters long."""

from datetime import date

import pytest


def _events(*days):
    rows = "\n".join(f"e{place} | E | {day} | forum | held" for place, day in enumerate(days))
    return f"events:\nevent_id | title | starts_on | format | status\n{rows}"


EVERY_MONTH = [f"{year}-{month:02}-01" for year in (2022, 2023) for month in range(1, 13)]


@pytest.mark.parametrize(
    ("days", "first"),
    [
        (EVERY_MONTH, date(2022, 1, 1)),
        (["1905-05-01", *EVERY_MONTH], date(2022, 1, 1)),
        # Two slips, one after the other, of 26 in all.
        (["1905-05-01", "1990-01-01", *EVERY_MONTH], date(2022, 1, 1)),
        # Four years before is early, not astray; and what is a fifth of all is no slip.
        (["2018-01-01", *EVERY_MONTH], date(2018, 1, 1)),
        (["2010-01-01", "2010-02-01", "2010-03-01", *EVERY_MONTH[:12]], date(2010, 1, 1)),
        # A lone event after a long pause is not all the history there is.
        ([*EVERY_MONTH[:12], "2029-06-01"], date(2022, 1, 1)),
        # Never more than fifty years.
        (["1950-01-01", "1950-02-01", "2020-01-01"], date(1970, 1, 1)),
    ],
)
def test_history_begins_where_the_data_does(region, days, first):
    region.take(_events(*days))
    assert region.view().first_day == first


def test_nothing_dated_has_no_beginning(region):
    region.take("organisations:\norganisation_id | name | kind\na | Alpha | company")
    assert region.view().first_day is None
