"""Scripts that import each other, joined to the one script of a page."""

import re
from collections import Counter
from pathlib import Path

import pytest

from analytics.charts.bundle import bundle, files_of

ROOT = Path(__file__).parents[2]
ENTRIES = [
    "analytics/charts/film/browser/widget.js",
    "analytics/charts/film/browser/offline.js",
    *(f"pages/hall/browser/{page}.js" for page in ("door/start", "feedback/form", "find/start", "show/start")),
]
ALONE = ROOT / "pages/hall/browser/show/worker.js"
"""A worker is no page: it is sent as it stands."""
_AT_TOP = re.compile(r"^(?:async )?(?:function\*?|class|const|let|var) (\w+)", re.MULTILINE)


@pytest.fixture
def written(tmp_path):
    def write(**texts):
        for name, text in texts.items():
            (tmp_path / f"{name}.js").write_text(text, "utf-8")
        return tmp_path / "start.js"

    return write


def test_what_is_imported_comes_first_and_once(written):
    start = written(
        start='// Begins.\n\nimport { one } from "./one.js";\nimport {\n  two,\n} from "./two.js";\n\none(two);\n',
        one='import { two } from "./two.js";\n\nexport function one() {\n  return two;\n}\n',
        two="export const two = 2;\n",
    )
    assert bundle(start).split() == (
        ["const", "two", "=", "2;", "function", "one()", "{", "return", "two;", "}", "//", "Begins.", "one(two);"]
    )


def test_files_that_import_each_other_are_all_there(written):
    start = written(
        start='import { one } from "./one.js";\n\nexport const begin = () => one();\n',
        one='import { begin } from "./start.js";\n\nexport const one = () => begin;\n',
    )
    assert [file.stem for file in files_of(start)] == ["one", "start"]


def test_an_export_by_default_stays(written):
    assert bundle(written(start="export default function film() {}\n")) == "export default function film() {}\n"


def test_a_declared_name_leads_to_its_folder():
    shared = ROOT / "analytics/charts/film/browser/elements.js"
    assert shared in files_of(ROOT / "pages/hall/browser/door/start.js")


@pytest.mark.parametrize("entry", ENTRIES)
def test_no_name_stands_at_the_top_of_two_files_of_a_bundle(entry):
    names = Counter(_AT_TOP.findall(bundle(ROOT / entry)))
    assert len(names) > 10
    assert [name for name, count in names.items() if count > 1] == []


@pytest.mark.parametrize("entry", ENTRIES)
def test_nothing_of_modules_is_left_but_what_the_page_takes(entry):
    left = re.findall(r"^(?:import|export)\b.*", bundle(ROOT / entry), re.MULTILINE)
    assert left == (["export default function film({ data, parentElement }) {"] if entry.endswith("widget.js") else [])


def test_every_script_belongs_to_a_page():
    scripts = {*(ROOT / "analytics").rglob("*.js"), *(ROOT / "pages").rglob("*.js")}
    assert scripts - {ALONE} == {file for entry in ENTRIES for file in files_of(ROOT / entry)}
