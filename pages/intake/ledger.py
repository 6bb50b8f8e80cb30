"""The ledger: every change, who made it, from what; and the way back."""

from datetime import datetime

import streamlit as st

from analytics.language import Language
from analytics.store import Entry, Store, standing_entries
from analytics.warehouse import build
from pages.access.access_settings import ROLES
from pages.access.visitor import require, writer
from pages.parts.escape_markdown import escape_markdown

_SHOWN = 25
_WRITERS = ("dashboard", "demo", "door", "feedback")
"""What the ledger calls those parts of the program that write into it."""


def ledger(store: Store, language: Language) -> None:
    """The entries, newest first, each with a button that takes it back."""
    st.header(language.text("intake.ledger"), anchor=False)
    entries = store.ledger()
    if not entries:
        st.caption(language.text("imports.empty_ledger"))
        return
    st.caption(escape_markdown(language.text("intake.ledger_help")))
    standing = {entry.batch for entry in standing_entries(entries)}
    by_batch = {entry.batch: entry for entry in entries}
    for entry in reversed(entries[-_SHOWN:]):
        _entry(store, entry, by_batch, entry.batch in standing, language)
    if len(entries) > _SHOWN:
        st.caption(language.text("intake.older_entries", n=len(entries) - _SHOWN))


def _entry(store: Store, entry: Entry, entries: dict[str, Entry], is_standing: bool, language: Language) -> None:
    with st.container(border=True, horizontal=True, vertical_alignment="center", key=f"entry_{entry.batch}"):
        st.markdown(_described(entry, entries, language), width="stretch")
        if is_standing:
            way = "redo" if entry.kind == "undo" else "undo"
            with st.popover(language.text(f"intake.{way}"), icon=f":material/{way}:"):
                st.markdown(escape_markdown(language.text(f"intake.{way}_sure")))
                if st.button(language.text(f"intake.{way}_now"), key=f"undo_{entry.batch}"):
                    require("management")
                    store.undo(entry.batch, writer())
                    build(store)
                    st.session_state.pop("import_report", None)
                    st.rerun()
        else:
            st.badge(language.text("intake.undone"), color="gray")


def _described(entry: Entry, entries: dict[str, Entry], language: Language) -> str:
    moment = language.moment(datetime.fromisoformat(entry.at).astimezone())
    head = escape_markdown(f"{moment} · {_writer(entry.who, language)} · {entry.batch}")
    if entry.undoes is not None:
        undone = entries[entry.undoes]
        key, batch = ("redid", entries[undone.undoes]) if undone.undoes else ("undid", undone)
        return f"{escape_markdown(language.text(f'intake.{key}', what=_named(batch)))}  \n:small[{head}]"
    rows = language.text(
        "intake.rows", read=entry.rows.read, accepted=entry.rows.accepted, rejected=entry.rows.rejected
    )
    demo = f" · {language.text('intake.is_demo')}" if entry.is_demo else ""
    return f"**{escape_markdown(_named(entry))}** {escape_markdown(rows + demo)}  \n:small[{head}]"


def _writer(who: str, language: Language) -> str:
    """Who made a change: the dashboard's own parts and a sign-in's role in the page's language, others as they are."""
    part, _, role = who.removesuffix(")").partition(" (")
    if part not in _WRITERS or (role and role not in ROLES):
        return who
    said = language.text(f"intake.writer_{part}")
    return f"{said} ({language.text(f'sign_in.role_{role}')})" if role else said


def _named(entry: Entry) -> str:
    """What a batch was made from."""
    names = [source.name for source in entry.sources] or [entry.batch]
    return ", ".join(names[:4]) + (f" +{len(names) - 4}" if len(names) > 4 else "")
