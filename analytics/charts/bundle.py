"""Scripts of one subject each, joined to the one script that a page loads.

The files are ES modules, so that editors, checks and tests know who uses what; a page gets them as one script, whose
parts stand in the order in which they build on each other. Nothing but this host's Python is needed for that.
"""

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

_ROOT = Path(__file__).parents[2]
_IMPORT = re.compile(r'^import \{[^}]*\} from "([^"]+)";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export (?!default\b)", re.MULTILINE)


@cache
def bundle(entry: Path) -> str:
    """The script of ``entry`` with all that it imports, each file once and after those that it imports.

    Files import by name only (``import { a } from "./b.js";``), from beside them or by a name that ``package.json``
    declares. All files of a bundle share one scope, so a name may stand at the top of one of them only. An export by
    default stays: it is what a page takes from the script.
    """
    return "\n".join(_inside(path) for path in files_of(entry))


@cache
def files_of(entry: Path) -> tuple[Path, ...]:
    """The files of a bundle in the order in which they build on each other, ``entry`` last."""
    found: dict[Path, None] = {}
    _collect(entry.resolve(), found, set())
    return tuple(found)


def _collect(path: Path, found: dict[Path, None], begun: set[Path]) -> None:
    """Add what ``path`` imports, then itself. Files that import each other stand in the order of their first call."""
    if path in begun:
        return
    begun.add(path)
    for imported in _imports(path):
        _collect(imported, found, begun)
    found[path] = None


def _imports(path: Path) -> Iterator[Path]:
    for name in _IMPORT.findall(path.read_text("utf-8")):
        yield (_ROOT / _named(name) if name.startswith("#") else path.parent / name).resolve()


def _named(name: str) -> str:
    """The file, from the project's folder, that a name such as "#film/camera.js" means."""
    folder, _, file = name.partition("/")
    return _folders()[f"{folder}/*"].replace("*", file)


@cache
def _folders() -> dict[str, str]:
    declared: dict[str, str] = json.loads((_ROOT / "package.json").read_text("utf-8"))["imports"]
    return declared


def _inside(path: Path) -> str:
    """A file's text without its imports, and with nothing exported by name."""
    return _EXPORT.sub("", _IMPORT.sub("", path.read_text("utf-8")))
