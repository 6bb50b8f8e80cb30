"""The templates to fill in."""

from pathlib import Path

import streamlit as st

from analytics.language import Language

_FOLDER = Path(__file__).parents[2] / "data" / "templates"
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def templates(language: Language) -> None:
    """A button for the workbook in the visitor's language."""
    for workbook in sorted((_FOLDER / language.code).glob("*.xlsx")):
        st.download_button(
            language.text("intake.template"),
            workbook.read_bytes,
            workbook.name,
            _XLSX,
            key=f"template_{workbook.stem}",
            on_click="ignore",
            icon=":material/description:",
        )
