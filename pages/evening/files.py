"""Buttons that give the papers of an evening; a file is made when its button is pressed."""

import re
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from functools import partial

import streamlit as st

from analytics.language import Language
from analytics.warehouse import View
from pages.parts.report_button import MIME

Making = Callable[[str, datetime], bytes]
"""Makes a file of a kind, with a time stamp (UTC)."""


def paper_buttons(view: View, language: Language, name: str, kinds: Sequence[str], make: Making) -> None:
    """A button for each of ``kinds``; the first one stands out. Demo data says so in the file's name."""
    stem = re.sub(r"[^A-Za-z0-9_-]+", "_", f"demo_{name}" if view.is_demo else name)
    with st.container(horizontal=True, key=f"papers_{stem}"):
        for kind in kinds:
            st.download_button(
                language.text(f"evening.take_{kind}"),
                partial(_made, make, kind),
                f"{stem}.{kind}",
                MIME[kind],
                key=f"paper_{stem}_{kind}",
                type="primary" if kind == kinds[0] else "secondary",
                on_click="ignore",
                icon=":material/download:",
            )


def _made(make: Making, kind: str) -> bytes:
    return make(kind, datetime.now(UTC).replace(microsecond=0, tzinfo=None))
