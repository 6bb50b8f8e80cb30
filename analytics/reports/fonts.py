"""The letters of the reports: Source Sans, which lies beside the templates, so that no machine's own fonts matter."""

from pathlib import Path

FONT_FOLDER = Path(__file__).parents[2] / "data" / "templates" / "report" / "fonts"
FONT_FILES = {
    (400, "normal"): FONT_FOLDER / "SourceSansPro-Regular.ttf",
    (600, "normal"): FONT_FOLDER / "SourceSansPro-Semibold.ttf",
    (700, "normal"): FONT_FOLDER / "SourceSansPro-Bold.ttf",
    (400, "italic"): FONT_FOLDER / "SourceSansPro-It.ttf",
}
"""The font's files by weight and slope."""
