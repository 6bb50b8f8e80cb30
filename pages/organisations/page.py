"""Who is in it, and how is one of them connected?"""

from dataclasses import replace

import pandas as pd
import streamlit as st

from pages.organisations.directory import directory, only_known
from pages.organisations.named import named_directory, named_profile
from pages.organisations.profile import profile
from pages.parts.plain import plain
from pages.parts.questions import answer
from pages.parts.visit import Visit


def show(visit: Visit) -> None:
    """The directory, or the profile of the organisation that is opened; for masked audiences the named ones only."""
    st.title(visit.text("organisations.question"), anchor=False)
    if visit.view.is_masked:
        _named(visit)
    else:
        _everybody(visit)


def _named(visit: Visit) -> None:
    """Those that agreed to be named: as a directory, or one of them."""
    named = answer(visit, "organisations_named", [visit.period])
    if named.empty:
        st.info(visit.text("organisations.none_named"), icon=":material/domain_disabled:")
        return
    opened = _choice(visit, named, named)
    st.caption(plain(visit.text("organisations.as_of", day=visit.language.date(visit.day))))
    if opened is None:
        named_directory(visit, named)
    else:
        named_profile(visit, opened, named)


def _everybody(visit: Visit) -> None:
    whole = replace(visit, scope=replace(visit.scope, kinds=None, districts=None))
    everybody = only_known(visit.view, answer(whole, "organisations_directory", [visit.period]))
    if everybody.empty:
        st.info(visit.text("organisations.none"), icon=":material/domain_disabled:")
        return
    inside = answer(visit, "organisations_directory", [visit.period])["organisation_id"]
    in_scope = everybody["organisation_id"].isin(inside)
    opened = _choice(visit, everybody, everybody[in_scope])
    st.caption(plain(visit.text("organisations.as_of", day=visit.language.date(visit.day))))
    if opened is not None:
        if opened not in set(inside):
            st.info(visit.text("organisations.outside_scope"), icon=":material/filter_alt:")
        profile(whole, opened, everybody)
    elif in_scope.any():
        directory(visit, everybody[in_scope])
    else:
        st.info(visit.text("organisations.none_in_scope"), icon=":material/filter_alt_off:")


def _choice(visit: Visit, everybody: pd.DataFrame, listed: pd.DataFrame) -> str | None:
    """The box in which an organisation is looked up and opened; emptied, it leads back to the directory."""
    names = dict(zip(everybody["organisation_id"], everybody["name"], strict=True))
    shared = set(everybody["name"][everybody["name"].duplicated()])
    wanted = st.session_state.get("organisation")
    if wanted is not None and wanted not in names:
        st.info(visit.text("organisations.unknown_id"), icon=":material/link_off:")
        wanted = st.session_state["organisation"] = None
    options = list(listed["organisation_id"])
    if wanted is not None and wanted not in options:
        options.append(wanted)
    chosen: str | None = st.selectbox(
        visit.text("organisations.open"),
        options,
        index=None,
        format_func=lambda found: (
            visit.text("organisations.same_name", name=names[found], id=found)
            if names[found] in shared
            else names[found]
        ),
        key="organisation",
        placeholder=visit.text("organisations.open_placeholder"),
    )
    return chosen
