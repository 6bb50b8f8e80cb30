"""Signing in and out, and looking with another's eyes: what a visitor sees of who they are."""

import time
from pathlib import Path

import streamlit as st

from analytics.language import Language
from pages.access.access_settings import Role
from pages.access.role import LOOKS, ROLES_OF_PAGE, Access, seen_with
from pages.access.visitor import OUTCOME, VIEW, reason_of_fault, settings_now
from pages.parts.escape_markdown import escape_markdown

_STYLE = Path(__file__).with_name("sign_in.css")
_DAY = 24 * 3600
_SIGNED_IN = ("signed_in", "no_role")
_NOT_SIGNED_IN = ("signed_out", "expired")
_WITHOUT_RIGHTS = ("no_role", "misconfigured", "expired")


def take_view(access: Access) -> Role:
    """The role that sees this run: the visitor's own, or with whose eyes the management asks the address to look.

    The choice stays while the visit lasts, also where an earlier page's address does not name it: who shows the
    dashboard to the ministry does not fall back to the full view by the browser's way back.
    """
    role = seen_with(access.role, st.query_params.get(VIEW) or st.session_state.get(VIEW))
    keep_view(access, role)
    return role


def keep_view(access: Access, role: Role) -> None:
    """Note with whose eyes the management looks, so that the address tells it."""
    st.session_state[VIEW] = role if role != access.role else None


def user_menu(access: Access, language: Language) -> None:
    """Who is signed in and as what, with the way out; or the way in, where there is one."""
    if access.ground in _NOT_SIGNED_IN:
        _ways_in(language, "menu")
    elif access.ground in _SIGNED_IN or access.ground == "this_machine":
        # Named by the view, so that the menu closes once another is chosen.
        with st.popover(
            _short_name(access, language),
            icon=":material/account_circle:",
            key=f"user_menu_{st.session_state.get(VIEW) or 'own'}",
        ):
            _who(access, language)
            if access.role == "management":
                _eyes(language)
            if access.ground in _SIGNED_IN:
                st.button(language.text("sign_in.out"), icon=":material/logout:", on_click=st.logout, key="sign_out")


def watch_end(access: Access) -> None:
    """When the sign-in runs out while nobody touches the page, draw it anew, as it is for everybody."""
    if access.ends_at is None:
        return
    ends_at = access.ends_at

    @st.fragment(run_every=min(max(ends_at - time.time(), 0) + 1, _DAY))
    def wait() -> None:
        if time.time() >= ends_at:
            st.rerun()

    wait()


def notices(access: Access, role: Role, language: Language) -> None:
    """Above every page: whose view this is, where it is not the visitor's own, and why no more is seen."""
    if role != access.role:
        st.html(_STYLE)
        with st.container(horizontal=True, vertical_alignment="center", border=True, key="view_banner"):
            st.markdown(f":material/visibility: **{language.text(f'sign_in.view_{role}')}**", width="stretch")
            st.button(language.text("sign_in.view_back"), icon=":material/undo:", on_click=_look, key="view_back")
    if access.ground in _NOT_SIGNED_IN and (outcome := st.query_params.get(OUTCOME)) in ("failed", "unreachable"):
        st.warning(language.text(f"sign_in.{outcome}"), icon=":material/lock:")
    elif access.ground == "elsewhere":
        st.caption(f":material/info: {language.text('sign_in.elsewhere')}")
    elif access.ground in _WITHOUT_RIGHTS:
        reason = f" {escape_markdown(fault)}" if (fault := reason_of_fault(language)) else ""
        st.info(language.text(f"sign_in.{access.ground}") + reason, icon=":material/info:")


def refusal(page: str, access: Access, language: Language) -> None:
    """What stands in the place of a page that is not for this visitor."""
    roles = [language.text(f"sign_in.role_{role}") for role in ROLES_OF_PAGE.get(page, ("management",))]
    st.title(language.text(f"{page}.navigation"), anchor=False)
    st.markdown(language.text("sign_in.not_for_you", roles=language.listing(roles)))
    if access.ground in _NOT_SIGNED_IN:
        st.markdown(language.text("sign_in.please"))
        _ways_in(language, "page")


def _ways_in(language: Language, place: str) -> None:
    providers = settings_now().providers
    for provider in providers:
        text = language.text("sign_in.into")
        label = text if len(providers) == 1 or provider == "default" else f"{text}: {escape_markdown(provider)}"
        st.button(
            label,
            icon=":material/login:",
            on_click=st.login,
            args=None if provider == "default" else (provider,),
            key=f"sign_in_{place}_{provider}",
        )


def _who(access: Access, language: Language) -> None:
    role = language.text(f"sign_in.role_{access.role}")
    if access.ground == "this_machine":
        st.markdown(language.text("sign_in.this_machine"))
    elif access.name:
        st.markdown(language.text("sign_in.who", name=escape_markdown(access.name), role=role))
    else:
        st.markdown(language.text("sign_in.who_nameless", role=role))


def _eyes(language: Language) -> None:
    st.caption(language.text("sign_in.look"))
    for other in LOOKS:
        chosen = st.session_state.get(VIEW) == other
        label = language.text(f"sign_in.view_{other}")
        st.button(
            label, icon=":material/visibility:", on_click=_look, args=(other,), disabled=chosen, key=f"view_{other}"
        )


def _look(other: Role | None = None) -> None:
    """Look with the eyes of ``other``, or with one's own again."""
    st.session_state[VIEW] = other
    if other is None:
        st.query_params.pop(VIEW, None)
    else:
        st.query_params[VIEW] = other


def _short_name(access: Access, language: Language) -> str:
    role = language.text(f"sign_in.role_{access.role}")
    return escape_markdown(access.name[:24]) if access.name else role
