"""The film as one HTML file that opens anywhere, without a network and without a server."""

import base64
import hashlib
import html
import json

from analytics.charts.film.assemble import Film
from analytics.charts.film.scripts import offline_script, page_style, style

_PAGE = """<!DOCTYPE html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>{title}</title>
<style>{style}</style>
</head>
<body>
<main>
<h1>{title}</h1>
<p>{note}</p>
<div id="film"></div>
</main>
<script type="application/json" id="film-data">{data}</script>
<script>{script}</script>
</body>
</html>
"""


def film_document(film: Film) -> str:
    """The film with everything it needs: scripts, styles and data inlined.

    Its own policy lets it run and look as written here, and forbids every request and every other script.
    """
    styles, script = f"{style()}\n{page_style()}", offline_script()
    policy = (
        f"default-src 'none'; script-src '{_fingerprint(script)}'; style-src '{_fingerprint(styles)}'; "
        "base-uri 'none'; form-action 'none'"
    )
    return _PAGE.format(
        language=film["language"],
        policy=policy,
        title=html.escape(film["title"]),
        note=html.escape(" · ".join(part for part in (film["note"], film["dated"]) if part)),
        style=styles,
        data=_inlined(film),
        script=script,
    )


def _inlined(film: Film) -> str:
    """JSON that cannot end the element it stands in: every "<" is written as its number."""
    return json.dumps(film, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")


def _fingerprint(text: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"
