"""What the page of the region shows: which measure, on which scale, of which area."""

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd
import streamlit as st

from analytics.charts.region.areas import AREAS, in_area
from pages.parts.page_context import PageContext

SCALES = ("count", "relative")


@dataclass(frozen=True)
class RegionChoice:
    """``measure`` is one of the measures or "ties"; ``scale`` one of the scales; ``area`` one of the areas."""

    measure: str
    scale: str
    area: str

    @property
    def is_relative(self) -> bool:
        """Whether counts are set against the network's organisations in the district."""
        return self.scale == "relative"

    @property
    def column(self) -> str:
        """The column of the counts by which districts are ranked."""
        return "per_hundred" if self.is_relative else "count"

    def of(self, frame: pd.DataFrame) -> pd.DataFrame:
        """The rows of the area's districts."""
        return in_area(frame, self.area)


def choice(context: PageContext, measures: Sequence[str]) -> RegionChoice:
    """Draw the controls and give what is chosen on them.

    Masked audiences are not told how many organisations a district has in the network, so they have counts only.
    """
    sections = [*measures, *(["ties"] if "cooperations" in measures else [])]
    scales = SCALES[:1] if context.view.is_masked else SCALES
    with st.container(horizontal=True, key="region_choice"):
        measure = _control(context, "section", "measure", sections)
        area = _control(context, "area", "area", AREAS, usual="westphalia")
        scale = SCALES[0]
        if len(scales) > 1 and measure != "ties":
            scale = _control(context, "scale", "scale", scales)
    return RegionChoice(measure, scale, area)


def _control(context: PageContext, key: str, text: str, options: Sequence[str], usual: str | None = None) -> str:
    """One of the ``options``, kept in the session and the address under ``key``."""
    if st.session_state.get(key) not in options:
        st.session_state[key] = usual or options[0]
    st.segmented_control(
        context.text(f"region.{text}"),
        options,
        format_func=lambda option: context.text(f"region.{text}_{option}"),
        key=key,
        wrap=True,
        required=True,
        help=context.text("region.scale_help") if text == "scale" else None,
    )
    chosen: str = st.session_state[key]
    return chosen
