"""The ledger: every change, who made it, from what; and the way back."""

from datetime import datetime

import streamlit as st

from analytics.language import Language
from analytics.store import WITHOUT_ROWS, Entry, Store, batch_meant, erased_batches, standing_entries
from analytics.warehouse import build
from pages.access.access_settings import ROLES
from pages.access.visitor import require, writer
from pages.parts.escape_markdown import escape_markdown

_SHOWN = 25
_WRITERS = ("dashboard", "demo", "door", "feedback", "pretix", "watch", "rules")
"""What the ledger calls those parts of the program that write into it."""


def ledger(store: Store, language: Language) -> None:
    """The entries, newest first, each with a button that takes it back."""
    st.header(language.text("intake.ledger"), anchor=False)
    entries = store.ledger()
    if not entries:
        st.caption(language.text("imports.empty_ledger"))
        return
    st.caption(escape_markdown(language.text("intake.ledger_help")))
    if said := st.session_state.pop("ledger_said", None):
        st.info(escape_markdown(language.text(said)), icon=":material/info:")
    standing = standing_entries(entries)
    replaced = {batch for entry in standing for batch in entry.replaces}
    counts = {entry.batch for entry in standing}
    erased = erased_batches(entries)
    by_batch = {entry.batch: entry for entry in entries}
    for entry in reversed(entries[-_SHOWN:]):
        with st.container(border=True, horizontal=True, vertical_alignment="center", key=f"entry_{entry.batch}"):
            st.markdown(_described(entry, by_batch, language), width="stretch")
            if batch_meant(entries, entry.batch) not in erased:
                _ways(
                    store, entry, entry.batch in counts, language, "replaced" if entry.batch in replaced else "undone"
                )
            elif entry.batch in erased:
                st.badge(language.text("intake.erased"), color="gray")
    if len(entries) > _SHOWN:
        st.caption(language.text("intake.older_entries", n=len(entries) - _SHOWN))


def _ways(store: Store, entry: Entry, is_standing: bool, language: Language, gone: str) -> None:
    """What can be done with an entry: take it back, and erase what it brought; ``gone`` says why it does not count."""
    if is_standing:
        way = "redo" if entry.kind == "undo" else "undo"
        with st.popover(language.text(f"intake.{way}"), icon=f":material/{way}:"):
            st.markdown(escape_markdown(language.text(f"intake.{way}_sure")))
            if st.button(language.text(f"intake.{way}_now"), key=f"undo_{entry.batch}"):
                require("management")
                store.undo(entry.batch, writer())
                _show_anew(store, "intake.undo_stays" if way == "undo" else None)
    else:
        st.badge(language.text(f"intake.{gone}"), color="gray")
    if entry.kind not in WITHOUT_ROWS:
        with st.popover(language.text("intake.erase"), icon=":material/delete_forever:"):
            st.markdown(escape_markdown(language.text("intake.erase_sure")))
            is_sure = st.checkbox(language.text("intake.erase_confirm"), key=f"erase_sure_{entry.batch}")
            if st.button(language.text("intake.erase_now"), key=f"erase_{entry.batch}", disabled=not is_sure):
                require("management")
                store.erase(entry.batch, writer())
                _show_anew(store, None)


def _show_anew(store: Store, said: str | None) -> None:
    """Publish what holds now, and begin the page anew with ``said`` above the ledger."""
    build(store)
    st.session_state.pop("import_outcome", None)
    if said is not None:
        st.session_state["ledger_said"] = said
    st.rerun()


def _described(entry: Entry, entries: dict[str, Entry], language: Language) -> str:
    moment = language.moment(datetime.fromisoformat(entry.at).astimezone())
    head = escape_markdown(f"{moment} · {_writer(entry.who, language)} · {entry.batch}")
    if entry.undoes is not None:
        undone = entries[entry.undoes]
        key, batch = ("redid", entries[undone.undoes]) if undone.undoes else ("undid", undone)
        key = "did_erase" if entry.kind == "erase" else key
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
