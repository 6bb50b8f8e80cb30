"""Text from the data, shown as text: Markdown and Streamlit's own directives in it mean nothing."""

import re

_SIGNS = re.compile(r"([\\`*_{}\[\]()<>#+\-.!|~$:=&^@/])")
_BREAKS = re.compile(r"[ \t\n\r\f\v\x1c-\x1f\x85\u2028\u2029]+")
_REPLACED = re.compile(
    r"(?<=[-<])(?=-)|(?<=-)(?=>)|(?<=[<>~])(?==)"  # arrows and dashes
    r"|(?<=:)(?=streamlit:|material_)"  # the logo and icons
    r"|(?<=:)(?=//)|(?<=www)(?=\.)|(?=@)",  # links
    re.IGNORECASE,
)
_JOINER = "\N{WORD JOINER}"


def escape_markdown(text: str) -> str:
    """``text`` for places that read Markdown, so that it shows exactly as it stands, in one line.

    Signs of Markdown are escaped. What is replaced even where it is escaped (-> by an arrow, an address by a link) is
    kept apart by a word joiner, which nobody sees.
    """
    return _SIGNS.sub(r"\\\1", _REPLACED.sub(_JOINER, _BREAKS.sub(" ", text)))
