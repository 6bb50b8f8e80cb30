"""The sheets among the dropped files that no format knows, each until somebody has said what it holds."""

import streamlit as st

from analytics.intake.mapping_library import remembered
from analytics.intake.sheet import HeaderAt, Sheet
from analytics.language import Language
from analytics.store import Store
from pages.intake.column_mapping import header_of, mapping_of
from pages.intake.import_session import ImportSession
from pages.parts.escape_markdown import escape_markdown

_UNKNOWN = ("unknown_header", "near_misses", "no_header", "missing_columns", "mapping_misfits", "no_organisation_asked")
"""Why a sheet is of no format, by the last part of the reason's key."""


def unknown_sheets(session: ImportSession, store: Store, language: Language) -> tuple[dict[str, HeaderAt], bool]:
    """Where the headers of unknown sheets are, and whether a mapping was chosen or given up right now."""
    header_at, is_changed = dict(session.header_at), False
    unknown = _unknown(session)
    known = remembered(store) if unknown else ()
    for sheet in unknown:
        with st.container(border=True, key=f"unknown_{sheet.number}"):
            if chosen := session.chosen.get(sheet.label):
                is_changed |= _chosen(session, sheet.label, chosen.name, language)
                continue
            st.subheader(escape_markdown(language.text("meanings.unknown", sheet=sheet.label)), anchor=False)
            st.markdown(language.text("meanings.unknown_help"))
            header = header_of(sheet, language)
            if (header.line, header.rows) != (sheet.start.line, sheet.start.header.rows):
                header_at[sheet.label] = header
            mapping = mapping_of(sheet, known, language)
            if mapping is not None:
                session.chosen[sheet.label] = mapping
                is_changed = True
    return header_at, is_changed


def _unknown(session: ImportSession) -> list[Sheet]:
    """The sheets that no format knows, in the files' order, those for which a mapping was chosen among them."""
    labels = set().union(*(session.asks.get(reason, set()) for reason in _UNKNOWN))
    return [sheet for sheet in session.given.sheets if sheet.label in labels] if session.given else []


def _chosen(session: ImportSession, label: str, name: str, language: Language) -> bool:
    """Say by which mapping a sheet is read; whether it is to be another."""
    said = f"{label}: {language.text('meanings.chosen', name=name)}"
    st.markdown(escape_markdown(said))
    if not st.button(language.text("meanings.change"), key=f"change_mapping_{label}", icon=":material/edit:"):
        return False
    del session.chosen[label]
    return True
