"""The film on a page: the moving picture itself, and the files to take away."""

from collections.abc import Mapping
from functools import partial

import streamlit as st

from analytics.charts import Theme
from analytics.charts.film import Film, film_animation, film_document, style, widget_script
from analytics.language import Language

HEIGHT = 620
_mount = st.components.v2.component("film", html='<div class="film-host"></div>', css=style(), js=widget_script())


def film(
    data: Film,
    key: str,
    height: int = HEIGHT,
    *,
    theme: Theme,
    language: Language,
    profile: str | None = "organisations",
    stem: str | None = None,
) -> None:
    """Show the film; ``height`` is that of the picture in pixels, on a phone less.

    ``profile`` is the address of the page of profiles, where the visitor may open it. ``stem`` begins the names of
    the files; none are offered where there is nothing to see.
    """
    _mount(key=key, data={"film": data, "theme": theme, "profile": profile, "height": height})
    if data["nodes"]["id"]:
        _files(data, key, stem or key, theme, language)


def _files(data: Film, key: str, stem: str, theme: Theme, language: Language) -> None:
    """The film as files, made when a button is pressed."""
    name = f"demo_{stem}" if data["note"] else stem
    offers: Mapping[str, tuple[str, str, partial[str] | partial[bytes]]] = {
        "html": ("HTML", "text/html", partial(film_document, data)),
        "gif": ("GIF", "image/gif", partial(film_animation, data, theme=theme)),
    }
    with st.container(horizontal=True):
        for ending, (label, kind, make) in offers.items():
            st.download_button(
                label,
                make,
                f"{name}.{ending}",
                kind,
                key=f"{ending}_{key}",
                on_click="ignore",
                icon=":material/download:",
                help=language.text(f"film.file_{ending}"),
            )
