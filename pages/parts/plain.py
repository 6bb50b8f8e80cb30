"""Text from the data, shown as text: Markdown and Streamlit's own directives in it mean nothing."""

import re

_SIGNS = re.compile(r"([\\`*_{}\[\]()<>#+\-.!|~$:=&^@/])")


def plain(text: str) -> str:
    """``text`` for places that read Markdown, so that it shows exactly as it stands."""
    return _SIGNS.sub(r"\\\1", text)
