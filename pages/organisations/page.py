"""Who is in it, and how is one of them connected?"""

from dataclasses import replace

import pandas as pd
import streamlit as st

from pages.organisations.directory import directory, only_known
from pages.organisations.named import named_directory, named_profile
from pages.organisations.profile import profile
from pages.parts.escape_markdown import escape_markdown
from pages.parts.page_context import PageContext
from pages.parts.questions import answer


def show(context: PageContext) -> None:
    """The directory, or the profile of the organisation that is opened; for masked audiences the named ones only."""
    st.title(context.text("organisations.question"), anchor=False)
    if context.view.is_masked:
        _named(context)
    else:
        _everybody(context)


def _named(context: PageContext) -> None:
    """Those that agreed to be named: as a directory, or one of them."""
    named = answer(context, "organisations_named", [context.period])
    if named.empty:
        st.info(context.text("organisations.none_named"), icon=":material/domain_disabled:")
        return
    opened = _choice(context, named, named)
    st.caption(escape_markdown(context.text("organisations.as_of", day=context.language.date(context.day))))
    if opened is None:
        named_directory(context, named)
    else:
        named_profile(context, opened, named)


def _everybody(context: PageContext) -> None:
    whole = replace(context, scope=replace(context.scope, kinds=None, districts=None))
    everybody = only_known(context.view, answer(whole, "organisations_directory", [context.period]))
    if everybody.empty:
        st.info(context.text("organisations.none"), icon=":material/domain_disabled:")
        return
    inside = answer(context, "organisations_directory", [context.period])["organisation_id"]
    in_scope = everybody["organisation_id"].isin(inside)
    opened = _choice(context, everybody, everybody[in_scope])
    st.caption(escape_markdown(context.text("organisations.as_of", day=context.language.date(context.day))))
    if opened is not None:
        if opened not in set(inside):
            st.info(context.text("organisations.outside_scope"), icon=":material/filter_alt:")
        profile(whole, opened, everybody)
    elif in_scope.any():
        directory(context, everybody[in_scope])
    else:
        st.info(context.text("organisations.none_in_scope"), icon=":material/filter_alt_off:")


def _choice(context: PageContext, everybody: pd.DataFrame, listed: pd.DataFrame) -> str | None:
    """The box in which an organisation is looked up and opened; emptied, it leads back to the directory."""
    names = dict(zip(everybody["organisation_id"], everybody["name"], strict=True))
    shared = set(everybody["name"][everybody["name"].duplicated()])
    wanted = st.session_state.get("organisation")
    if wanted is not None and wanted not in names:
        st.info(context.text("organisations.unknown_id"), icon=":material/link_off:")
        wanted = st.session_state["organisation"] = None
    options = list(listed["organisation_id"])
    if wanted is not None and wanted not in options:
        options.append(wanted)
    chosen: str | None = st.selectbox(
        context.text("organisations.open"),
        options,
        index=None,
        format_func=lambda found: (
            context.text("organisations.same_name", name=names[found], id=found)
            if names[found] in shared
            else names[found]
        ),
        key="organisation",
        placeholder=context.text("organisations.open_placeholder"),
    )
    return chosen
