"""A page of the hall as a document: its words and data inlined, its scripts and styles from this host alone."""

import html
import json
import re
from collections.abc import Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from analytics.charts.bundle import bundle
from analytics.language import LANGUAGES, Language
from analytics.reports.fonts import FONT_FILES

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; "
    "font-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'"
)
"""What a page of the hall may do: no script or style but this host's own, and no request to any other."""
_FOLDER = Path(__file__).parent / "browser"
_FOREVER = {"cache-control": "public, max-age=31536000, immutable"}
_KINDS = {"js": "text/javascript", "css": "text/css", "ttf": "font/ttf"}
_PAGE = """<!DOCTYPE html>
<html lang="{language}" data-page="{name}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>{title}</title>
<link rel="stylesheet" href="{style}">
</head>
<body>
<script type="application/json" id="data">{data}</script>
<script src="{script}" defer></script>
</body>
</html>
"""


def language_of(request: Request) -> Language:
    """The language that the address asks for (``lang``), else the one that the browser likes best, else German."""
    asked = [request.query_params.get("lang", ""), *_preferred(request.headers.get("accept-language", ""))]
    return Language(next((code for code in asked if code in LANGUAGES), "de"))


def _preferred(header: str) -> list[str]:
    """The languages of an Accept-Language header, those of the greatest weight first (RFC 9110, section 12.5.4)."""
    weights: dict[str, float] = {}
    for part in header.split(","):
        name, _, parameter = part.partition(";")
        found = re.fullmatch(r"\s*q\s*=\s*([01](?:\.\d{0,3})?)\s*", parameter) if parameter else None
        weight = float(found[1]) if found else 0.0 if parameter else 1.0
        code = name.strip()[:2].lower()
        weights[code] = max(weight, weights.get(code, 0.0))
    return sorted((code for code, weight in weights.items() if weight > 0), key=lambda code: -weights[code])


class Bundle:
    """The script and styles of one page, files of ``pages/hall/browser``: ``script`` is the one that begins.

    Their address bears a digest, so that a browser may keep them for ever.
    """

    def __init__(self, name: str, script: str, styles: Sequence[str]) -> None:
        self.name = name
        self._texts = {
            "js": bundle(_FOLDER / f"{script}.js"),
            "css": "\n".join((_FOLDER / f"{part}.css").read_text("utf-8") for part in styles),
        }

    def address(self, ending: str) -> str:
        """Where the scripts ("js") or styles ("css") are, relative to the page."""
        digest = sha256(self._texts[ending].encode()).hexdigest()[:12]
        return f"{self.name}/{digest}.{ending}"

    def page(self, language: Language, title: str, data: Mapping[str, Any]) -> HTMLResponse:
        """The document, with ``data`` for its script."""
        body = _PAGE.format(
            language=language.code,
            name=html.escape(self.name),
            title=html.escape(title),
            style=self.address("css"),
            script=self.address("js"),
            data=inlined(data),
        )
        return HTMLResponse(body, headers={"content-security-policy": POLICY, "cache-control": "no-store"})

    async def asset(self, request: Request) -> Response:
        """The script or style that is asked for; 404 for one of another version."""
        digest, _, ending = request.path_params["file"].rpartition(".")
        if ending not in self._texts or self.address(ending) != f"{self.name}/{digest}.{ending}":
            return Response(status_code=404)
        return Response(self._texts[ending], media_type=_KINDS[ending], headers=_FOREVER)


async def font(request: Request) -> Response:
    """One of the letters that every page of the hall is written in."""
    weights = {f"{weight}": file for (weight, slope), file in FONT_FILES.items() if slope == "normal"}
    file = weights.get(request.path_params["weight"])
    if file is None:
        return Response(status_code=404)
    return Response(file.read_bytes(), media_type=_KINDS["ttf"], headers=_FOREVER)


def inlined(data: Mapping[str, Any]) -> str:
    """JSON that cannot end the element it stands in: every "<" is written as its number."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
