"""What every page stands in: who is there, language, data, scope, navigation."""

import sys
from functools import partial
from pathlib import Path
from types import ModuleType

import streamlit as st

sys.path.insert(0, str(Path(__file__).parents[1]))  # Streamlit runs this file from its own folder

from analytics.errors import SnapshotError
from analytics.language import Language
from analytics.reports.data_date import data_date
from analytics.store import Store
from analytics.warehouse import Snapshot, View, current
from pages.access.role import AUDIENCE_OF, may_see
from pages.access.sign_in import keep_view, notices, refusal, take_view, user_menu, watch_end
from pages.access.visitor import VIEW, current_user
from pages.cooperation import page as cooperation
from pages.evening import page as evening
from pages.events import page as events
from pages.frame_parts.address import keep_choices, language_code, read_address, write_address
from pages.frame_parts.language_switch import language_switch
from pages.frame_parts.scope_bar import defaults, scope_bar
from pages.growth import page as growth
from pages.intake import page as intake
from pages.methodology import page as methodology
from pages.organisations import page as organisations
from pages.overview import page as overview
from pages.parts.nothing_yet import nothing_yet
from pages.parts.page_context import PageContext, theme_now
from pages.progress import page as progress
from pages.region import page as region

_PAGES: dict[str, tuple[ModuleType, str]] = {
    "overview": (overview, ":material/dashboard:"),
    "growth": (growth, ":material/trending_up:"),
    "events": (events, ":material/event:"),
    "cooperation": (cooperation, ":material/hub:"),
    "organisations": (organisations, ":material/domain:"),
    "region": (region, ":material/map:"),
    "progress": (progress, ":material/flag:"),
    "evening": (evening, ":material/celebration:"),
    "intake": (intake, ":material/upload_file:"),
    "methodology": (methodology, ":material/menu_book:"),
}
_ASSETS = Path(__file__).parent / "frame_parts" / "assets"
# Pages that speak of all data, or of one event; they say themselves where there is nothing to show.
_WITHOUT_SCOPE = {"evening", "intake", "methodology"}


@st.cache_resource(max_entries=8, show_spinner=False)
def _view(snapshot: Snapshot, audience: str) -> View:
    return View(snapshot, audience)


def _current_view(audience: str) -> View | None:
    try:
        return _view(current(Store()), audience)
    except SnapshotError:
        return None


def main() -> None:
    """Draw the frame and the page in it."""
    language = Language(language_code())
    st.set_page_config(page_title=language.text("frame.title"), page_icon=str(_ASSETS / "icon.svg"), layout="wide")
    st.html(_ASSETS / "frame.css")
    st.logo(
        str(_ASSETS / f"logo_{language.code}_{theme_now()}.svg"), icon_image=str(_ASSETS / "icon.svg"), size="large"
    )
    access = current_user()
    role = take_view(access)
    view = _current_view(AUDIENCE_OF[role])
    choices = {**defaults(view), VIEW: None}
    context: list[PageContext] = []
    pages = {
        name: st.Page(
            partial(_show, name, context, language, view)
            if may_see(role, name)
            else partial(refusal, name, access, language),
            title=language.text(f"{name}.navigation"),
            icon=icon,
            url_path=name,
            default=name == "overview",
            visibility="visible" if may_see(role, name) else "hidden",
        )
        for name, (_, icon) in _PAGES.items()
    }
    page = st.navigation(list(pages.values()))
    read_address(page.url_path, choices)
    keep_view(access, role)
    if language_code() != language.code:  # the way back in the browser led to the other language
        st.rerun()
    with st.container(horizontal=True, vertical_alignment="center", key="frame_bar"):
        if view is not None and view.is_demo:
            st.badge(language.text("frame.demo"), icon=":material/science:", color="orange")
        name = page.url_path or "overview"
        has_scope = name not in _WITHOUT_SCOPE and may_see(role, name)
        if view is not None and not view.is_empty and view.last_day and has_scope:
            context.append(scope_bar(view, language, theme_now(), name))
        else:
            keep_choices()
        with st.container(horizontal=True, vertical_alignment="center", width="content", key="frame_corner"):
            language_switch()
            user_menu(access, language)
    notices(access, role, language)
    write_address(choices)
    with st.spinner(language.text("frame.working")):
        page.run()
    _foot(view, language)
    watch_end(access)


def _show(name: str, context: list[PageContext], language: Language, view: View | None) -> None:
    """The page, or what stands in its place while there is nothing to show on it."""
    module = _PAGES[name][0]
    if context:
        module.show(context[0])
    elif name in _WITHOUT_SCOPE:
        module.show_without_scope(view, language)
    else:
        st.title(language.text(f"{name}.question"), anchor=False)
        nothing_yet(view, language)


def _foot(view: View | None, language: Language) -> None:
    if view is not None and view.last_day is not None:
        st.caption(
            language.text(
                "frame.data_until",
                date=data_date(view, language),
                snapshot=view.snapshot.name,
            )
        )


main()
