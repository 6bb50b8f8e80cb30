"""What every page stands in: language, data, scope, navigation."""

import sys
from functools import partial
from pathlib import Path
from types import ModuleType

import streamlit as st

sys.path.insert(0, str(Path(__file__).parents[1]))  # Streamlit runs this file from its own folder

from analytics.errors import SnapshotError
from analytics.language import Language
from analytics.store import Store
from analytics.warehouse import Snapshot, View, current
from pages import cooperation, events, growth, intake, methodology, organisations, overview
from pages.parts.address import keep_choices, language_code, read_address, write_address
from pages.parts.language_switch import language_switch
from pages.parts.scope_bar import defaults, scope_bar
from pages.parts.visit import Visit, theme_now

_PAGES: dict[str, tuple[ModuleType, str]] = {
    "overview": (overview, ":material/dashboard:"),
    "growth": (growth, ":material/trending_up:"),
    "events": (events, ":material/event:"),
    "cooperation": (cooperation, ":material/hub:"),
    "organisations": (organisations, ":material/domain:"),
    "intake": (intake, ":material/upload_file:"),
    "methodology": (methodology, ":material/menu_book:"),
}
_ASSETS = Path(__file__).parent / "parts" / "assets"
_WITHOUT_DATA = {"intake", "methodology"}
_WITHOUT_SCOPE = {"intake", "methodology"}


@st.cache_resource(max_entries=8, show_spinner=False)
def _view(snapshot: Snapshot, audience: str) -> View:
    return View(snapshot, audience)


def _current_view() -> View | None:
    try:
        return _view(current(Store()), "management")
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
    view = _current_view()
    choices = defaults(view)
    visit: list[Visit] = []
    pages = {
        name: st.Page(
            partial(_show, name, visit, language, view),
            title=language.text(f"{name}.navigation"),
            icon=icon,
            url_path=name,
            default=name == "overview",
        )
        for name, (_, icon) in _PAGES.items()
    }
    page = st.navigation(list(pages.values()))
    read_address(page.url_path, choices)
    if language_code() != language.code:  # the way back in the browser led to the other language
        st.rerun()
    with st.container(horizontal=True, vertical_alignment="center", key="frame_bar"):
        if view is not None and view.is_demo:
            st.badge(language.text("frame.demo"), icon=":material/science:", color="orange")
        name = page.url_path or "overview"
        if view is not None and not view.is_empty and view.last_day and name not in _WITHOUT_SCOPE:
            visit.append(scope_bar(view, language, theme_now()))
        else:
            keep_choices()
        language_switch()
    write_address(choices)
    page.run()
    _foot(view, language)


def _show(name: str, visit: list[Visit], language: Language, view: View | None) -> None:
    """The page, or what stands in its place while there is nothing to show on it."""
    module = _PAGES[name][0]
    if visit:
        module.show(visit[0])
    elif name in _WITHOUT_DATA:
        module.show_without_scope(view, language)
    else:
        st.title(language.text(f"{name}.question"), anchor=False)
        st.info(language.text("frame.empty"), icon=":material/inbox:")


def _foot(view: View | None, language: Language) -> None:
    if view is not None and view.last_day is not None:
        st.caption(
            language.text(
                "frame.data_until",
                date=language.date(view.until_day),
                snapshot=view.snapshot.name,
            )
        )


main()
