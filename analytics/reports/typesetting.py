"""Pages set by Typst: tagged PDF (PDF/UA-1, PDF/A-2a), the same bytes for the same content and moment."""

import json
import re
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import typst

from analytics.reports.fonts import FONT_FOLDER

_STANDARDS: list[Any] = ["ua-1", "a-2a"]
_UNWRITABLE = re.compile(r'the text `"(.+?)"` could not be displayed')
_STAND_IN = "□"
_FIRST_LETTER = 0x20
_USUAL = re.compile("[\t\n\r\u0020-\u024f‐-―‘-„•…‰‹›€−]")
"""Letters that the font is known to have."""


def typeset(
    page: Path,
    told: Mapping[str, Any],
    moment: datetime,
    *,
    drawings: Mapping[str, bytes] | None = None,
    pictures: Mapping[str, bytes] | None = None,
) -> bytes:
    """The PDF that the Typst file ``page`` makes of ``told``, which it reads as ``content.json``.

    ``drawings`` (SVG) and ``pictures`` (PNG) lie beside it under their names; ``moment`` (UTC) is the time stamp. What
    the letters cannot write is shown as an empty box, so that the pages keep to their standards.
    """
    drawings, pictures = drawings or {}, pictures or {}
    unwritable = _unwritable(json.dumps(told, ensure_ascii=False) + "".join(svg.decode() for svg in drawings.values()))
    with TemporaryDirectory() as name:
        folder = Path(name)
        folder.joinpath("page.typ").write_bytes(page.read_bytes())
        written = json.dumps(_writable(told, unwritable), ensure_ascii=False)
        folder.joinpath("content.json").write_text(written, "utf-8")
        for drawing, svg in drawings.items():
            folder.joinpath(f"{drawing}.svg").write_text(svg.decode().translate(unwritable), "utf-8")
        for picture, png in pictures.items():
            folder.joinpath(f"{picture}.png").write_bytes(png)
        return _compiled(folder / "page.typ", int(moment.replace(tzinfo=UTC).timestamp()))


def _compiled(page: Path, seconds: int) -> bytes:
    return bytes(
        typst.compile(
            page,
            root=page.parent,
            font_paths=[FONT_FOLDER],
            ignore_system_fonts=True,
            format="pdf",
            pdf_standards=_STANDARDS,
            timestamp=seconds,
        )
    )


def _unwritable(text: str) -> dict[int, str]:
    """The characters of ``text`` that none of the letters has, with what stands in their place."""
    unusual = sorted({sign for sign in text if not _USUAL.match(sign)})
    replaced: dict[int, str] = {}
    while unusual:
        probe = (
            "#(" + ",".join(json.dumps(sign, ensure_ascii=False) for sign in unusual) + ",).map(it => [#it ]).join()"
        )
        try:
            fonts = typst.Fonts(include_system_fonts=False, font_paths=[FONT_FOLDER])
            page = f'#set document(title: "1")\n#set text(font: "Source Sans Pro")\n{probe}'
            typst.compile(
                page.encode(), font_paths=fonts, ignore_system_fonts=True, format="pdf", pdf_standards=["ua-1"]
            )
            break
        except typst.TypstError as error:
            found = _UNWRITABLE.search(str(error))
            missing = [sign for sign in unusual if found and sign in found[1]] or unusual
            replaced |= {ord(sign): _STAND_IN for sign in missing}
            unusual = [sign for sign in unusual if sign not in missing]
    return replaced


def _writable(told: Any, unwritable: Mapping[int, str]) -> Any:
    """What is told, with all its text as the letters can write it; signs that cannot be seen are left out."""
    if isinstance(told, str):
        shown = "".join(sign for sign in told if sign.isprintable() or sign == "\n" or sign.isspace())
        return "".join(sign for sign in shown.translate(unwritable) if sign == "\n" or ord(sign) >= _FIRST_LETTER)
    if isinstance(told, Mapping):
        return {name: _writable(part, unwritable) for name, part in told.items()}
    if isinstance(told, list | tuple):
        return [_writable(part, unwritable) for part in told]
    return told
