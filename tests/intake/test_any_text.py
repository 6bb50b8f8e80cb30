"""Whatever stands in the cells: every row is accepted or rejected, and what is accepted reads back as it was."""

import csv
import html
import io
import os
import re
import tempfile
import unicodedata
from datetime import date
from pathlib import Path

import ftfy
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from analytics.intake.headers import spelling
from analytics.intake.template_words import heading
from analytics.language import Language
from analytics.model import ENUMERATIONS, TABLES
from analytics.model.placeholders import names_nobody
from tests.intake.conftest import Intake

BLANKS = " \t\r\n\u00a0\u200b\ufeff"
DIALECTS = st.fixed_dictionaries(
    {
        "delimiter": st.sampled_from(";,\t|"),
        "quoting": st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL]),
        "lineterminator": st.sampled_from(["\n", "\r\n"]),
    }
)
ENCODINGS = st.sampled_from(["utf-8", "utf-8-sig", "utf-16"])
INVISIBLE = set("\u00ad\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2063\u2066\u2067\u2068\u2069\ufeff")


def is_mended(cell):
    """Whether intake may see another alphabet's letters in the cell: that is another test's matter."""
    return ftfy.is_bad(cell) or html.unescape(cell) != cell


ODD = st.sampled_from(
    [
        "",
        "=1+1",
        '="007"',
        "'=x",
        "31.12.2025",
        "2025-12-31",
        "company",
        "Ja",
        "1.234,5",
        "-1",
        '"',
        '""',
        "a\nb",
        "05911",
        "\0",
    ]
)
ANY = st.text(max_size=12) | ODD
PROSE = (
    st.text(st.characters(exclude_categories=("Cc", "Cs", "Co", "Zl", "Zp")), max_size=12)
    | ODD.filter(lambda cell: "\0" not in cell)
).filter(lambda cell: not is_mended(cell))
examples = settings(
    max_examples=int(os.environ.get("EXAMPLES", "15")), deadline=None, suppress_health_check=[HealthCheck.too_slow]
)


def written(header, rows, dialect, encoding="utf-8"):
    if any("\r" in cell for row in rows for cell in row):
        dialect = dialect | {"quoting": csv.QUOTE_ALL}  # Python's writer leaves a lone \r unquoted, which ends a row
    target = io.StringIO(newline="")
    writer = csv.writer(target, **dialect)
    writer.writerow(header)
    writer.writerows(rows)
    return target.getvalue().encode(encoding)


def plain(cell):
    """What intake makes of a cell before it asks what it means."""
    cell = cell.strip(BLANKS)
    if wrapped := re.fullmatch(r'="((?:[^"]|"")*)"', cell):
        cell = wrapped[1].replace('""', '"')
    elif re.match(r"'([=+@\-]|\d[\d .,:/\-]*$)", cell):
        cell = cell[1:]
    seen = "".join(sign for sign in unicodedata.normalize("NFC", cell) if sign not in INVISIBLE)
    lines = seen.replace("\r\n", "\n").split("\n")
    return "\n".join(re.sub(r"\s+", " ", line) for line in lines).strip()


def is_filled(row):
    return any(cell.strip(BLANKS) for cell in row)


HEADERS = {
    "organisations": [column.name for column in TABLES["organisations"].columns],
    "participations": [column.name for column in TABLES["participations"].columns],
    "cooperation_stages": ["cooperation_id", "stage", "since"],
    "flat": [
        "project_id",
        "title",
        "start_date",
        "end_date",
        "funding",
        "org_name",
        "country",
        "ags",
        "nuts3",
        "kind",
        "plz",
    ],
    "cordis": ["id", "title", "startDate", "endDate", "ecMaxContribution", "frameworkProgramme"],
    "organization": [
        "projectID",
        "projectAcronym",
        "organisationID",
        "name",
        "activityType",
        "country",
        "nutsCode",
        "role",
    ],
}


@pytest.mark.parametrize("name", HEADERS)
@given(data=st.data())
@examples
def test_every_row_is_accepted_or_rejected(name, data):
    header = HEADERS[name]
    rows = data.draw(st.lists(st.lists(ANY, min_size=len(header), max_size=len(header)), min_size=1, max_size=6))
    content = written(header, rows, data.draw(DIALECTS), data.draw(ENCODINGS))
    with tempfile.TemporaryDirectory() as folder:
        intake = Intake(Path(folder))
        intake.file(f"{name}.csv", content)
        report = intake.take()
        assert report.rows.accepted + report.rows.rejected == report.rows.read
        assert report.rows.read in (0, sum(map(is_filled, rows)))
        assert len({found.line for found in report.rejections if found.line is not None}) == report.rows.rejected
        assert all(found.reason("de") and found.reason("en") for found in report.rejections)
        assert len(intake.store.ledger()) == (report.batch is not None)


@given(cells=st.lists(st.tuples(PROSE, PROSE), min_size=1, max_size=8), dialect=DIALECTS, encoding=ENCODINGS)
@examples
def test_what_is_accepted_reads_back_as_it_was(cells, dialect, encoding):
    rows = [(identity, name, "company") for identity, name in cells]
    with tempfile.TemporaryDirectory() as folder:
        intake = Intake(Path(folder))
        intake.file("organisations.csv", written(["organisation_id", "name", "kind"], rows, dialect, encoding))
        report = intake.take()
        known = intake.rows("organisations", "organisation_id", "name")
    told = {(found.line, found.key) for found in report.rejections}
    expected, seen = [], set()
    for line, (identity, name, _) in enumerate(rows, start=2):
        pair = (plain(identity), plain(name))
        if any("\N{SYMBOL FOR NULL}" in part or "\ufffd" in part for part in pair):
            continue
        if not all(pair):
            assert (line, "rejections.required") in told
        elif names_nobody(pair[1]):
            assert (line, "rejections.names_nobody") in told
        elif pair[0] in seen:
            assert (line, "rejections.duplicate") in told
        else:
            seen.add(pair[0])
            expected.append(pair)
    assert sorted(known) == sorted(expected)


def words():
    """Text that a column keeps as it is."""
    letters = st.characters(exclude_categories=("C", "Zl", "Zp"), exclude_characters="\N{SYMBOL FOR NULL}\ufffd")
    return (
        st.text(letters, min_size=1, max_size=10)
        .map(lambda text: plain(text) or "x")
        .filter(lambda text: plain(text) == text and not names_nobody(text) and not is_mended(text))
    )


def texts_of(column):
    """Text that ``column`` keeps: keys of persons look random, role groups are words for roles."""
    if column.personal:
        return st.from_regex(r"[pP][#.-]?[0-9]{1,7}", fullmatch=True)
    return st.sampled_from(["Forschung", "Technik und Produktion", "Sales"]) if column.vocabulary else words()


def value(column, language):
    """A strategy of (what a file says, what the store then holds)."""
    if column.enumeration:
        enumeration = ENUMERATIONS[column.enumeration]
        told = st.sampled_from(enumeration.tokens)
        return told.flatmap(
            lambda token: st.sampled_from([token, enumeration.label_of(token, language), token.upper()]).map(
                lambda text: (text, token)
            )
        )
    if column.spelled == "postcode_of":
        return st.integers(0, 99999).map(lambda number: (str(number), f"{number:05d}"))
    if column.spelled == "district_of_key":
        keys = st.integers(1001, 16999).filter(lambda key: key % 100 > 0).map(lambda key: f"{key:05d}")
        return keys.flatmap(lambda key: st.sampled_from([(str(int(key)), key), (f"{key}000", key), (key, key)]))
    low, high = column.minimum or 0, min(column.maximum or 10**9, 10**9)
    dates = st.dates(date(1900, 1, 1), date(date.today().year + 20, 12, 31))
    return {
        "text": texts_of(column).map(lambda text: (text, text)),
        "integer": st.integers(int(low), int(high)).map(lambda number: (str(number), number)),
        "decimal": st.integers(int(low), int(min(high - 1, 10**7))).map(lambda number: (f"{number}.25", number + 0.25)),
        "date": dates.flatmap(
            lambda day: st.sampled_from([(day.isoformat(), day), (f"{day:%d.%m.}{day.year:04d}", day)])
        ),
        "boolean": st.booleans().flatmap(
            lambda truth: st.sampled_from([("ja", "yes", "1", "x"), ("nein", "no", "0", "false")][not truth]).map(
                lambda text: (text, truth)
            )
        ),
        "topics": st.lists(st.from_regex(r"[a-zA-Zäöü]{1,6}", fullmatch=True), min_size=1, max_size=3).map(
            lambda topics: (", ".join(topics), sorted(set(topics)))
        ),
    }[column.kind]


@pytest.mark.parametrize("name", ["organisations", "people", "events", "cooperations", "targets"])
@given(data=st.data())
@examples
def test_a_table_written_and_imported_is_the_table(name, data):
    table = TABLES[name]
    language = Language(data.draw(st.sampled_from(["de", "en"])))
    free = {"parent_id", *(column for pair in table.orders for column in pair)} - {
        column.name for column in table.required
    }
    columns = [column for column in table.columns if column.name not in free]
    drawn = data.draw(
        st.lists(
            st.tuples(
                *(
                    value(column, language.code)
                    if column.required
                    else value(column, language.code) | st.just(("", None))
                    for column in columns
                )
            ),
            min_size=1,
            max_size=5,
            unique_by=lambda row: tuple(
                cell[1] for column, cell in zip(columns, row, strict=True) if column.name in table.key
            ),
        )
    )
    names = data.draw(st.sampled_from(["name", "heading"]))
    header = [column.name if names == "name" else heading(column, language) for column in columns]
    assert len(set(map(spelling, header))) == len(header)
    rows = [[cell[0] for cell in row] for row in drawn]
    with tempfile.TemporaryDirectory() as folder:
        intake = Intake(Path(folder))
        intake.file(f"{name}.csv", written(header, rows, data.draw(DIALECTS), data.draw(ENCODINGS)))
        report = intake.take()
        assert [found.reason("en") for found in report.rejections] == []
        known = {tuple(row[key] for key in table.key): row for row in intake.rows(name)}
    assert len(known) == len(drawn)
    for row in drawn:
        expected = {column.name: cell[1] for column, cell in zip(columns, row, strict=True)}
        for column in columns:
            if expected[column.name] is None and column.default is not None:
                expected[column.name] = {"false": False, "1": 1}.get(column.default, column.default)
        assert known[tuple(expected[key] for key in table.key)].items() >= expected.items()
