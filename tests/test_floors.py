"""Imports go down the floors of docs/architecture.md only."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]

FLOORS: list[set[str]] = [
    {"analytics.language", "analytics.errors"},
    {"analytics.model", "analytics.charts"},
    {"analytics.store", "analytics.demo"},
    {"analytics.warehouse"},
    {"analytics.intake", "analytics.network"},
    {"analytics.kpis", "analytics.identity"},
    {"analytics.reception"},
    {"analytics.reports"},
    {"pages", "analytics.commands"},
    {"dashboard", "analytics.__main__"},
]
# The one sideways step allowed on a floor: errors speak both languages, charts show the model's labels.
BESIDE = {("analytics.errors", "analytics.language"), ("analytics.charts", "analytics.model")}


def _module(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def _room(module: str) -> str | None:
    """The room of a floor that ``module`` belongs to."""
    return next((room for floor in FLOORS for room in floor if module == room or module.startswith(f"{room}.")), None)


def _floor(room: str) -> int:
    return next(number for number, floor in enumerate(FLOORS) if room in floor)


def _imports(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {name.name for name in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module, *(f"{node.module}.{name.name}" for name in node.names)}
    return found


SOURCES = [path for folder in ("analytics", "pages") for path in sorted((ROOT / folder).rglob("*.py"))] + [
    ROOT / "dashboard.py"
]


@pytest.mark.parametrize("path", SOURCES, ids=_module)
def test_a_module_imports_only_from_floors_below(path: Path):
    module = _module(path)
    room = _room(module)
    assert room is not None or module == "analytics", f"{module} stands on no floor"
    if room is None:
        return
    above = [
        wanted
        for wanted in _imports(path)
        if (target := _room(wanted))
        and target != room
        and _floor(target) >= _floor(room)
        and (room, target) not in BESIDE
    ]
    assert above == []


@pytest.mark.parametrize("path", SOURCES, ids=_module)
def test_only_pages_know_streamlit_and_only_the_warehouse_runs_sql(path: Path):
    module = _module(path)
    imported = {name.partition(".")[0] for name in _imports(path)}
    if not module.startswith(("pages", "dashboard")):
        assert "streamlit" not in imported
    if not module.startswith("analytics.warehouse"):
        assert "duckdb" not in imported
