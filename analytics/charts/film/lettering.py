"""The letters of pictures for slides: those of the dashboard's own pages."""

from functools import cache
from importlib.util import find_spec
from pathlib import Path

from PIL import ImageFont

Font = ImageFont.FreeTypeFont | ImageFont.ImageFont
_WRITTEN_OUT = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "ß": "ss", "„": '"', "“": '"', "–": "-"}
)


@cache
def font(size: int, *, is_bold: bool = False) -> Font:
    """Source Sans, which comes with the pages; where it is missing, Pillow's own font."""
    file = _file()
    if file is None:
        return ImageFont.load_default(size)
    found = ImageFont.truetype(str(file), size)
    found.set_variation_by_axes([650 if is_bold else 400])
    return found


def writable(text: str) -> str:
    """``text`` as the font can write it: Pillow's own has no umlauts, so there they are written out."""
    return text if _file() else text.translate(_WRITTEN_OUT)


@cache
def _file() -> Path | None:
    """The font among the files that Streamlit serves; it is looked for there, not imported."""
    package = find_spec("streamlit")
    folders = (package and package.submodule_search_locations) or []
    return next((file for folder in folders for file in Path(folder).rglob("SourceSansVF-Upright*.woff2")), None)
