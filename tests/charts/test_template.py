import json

import plotly.graph_objects as go
import pytest

from analytics.charts import CONFIG, config, template
from analytics.language import Language


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_it_is_transparent_and_can_be_used(theme):
    layout = go.Figure(layout={"template": template(theme)}).layout.template.layout
    assert layout.paper_bgcolor == layout.plot_bgcolor == "rgba(0,0,0,0)"
    assert layout.xaxis.automargin
    assert layout.yaxis.automargin
    assert layout.font.size >= 14
    assert layout.xaxis.tickfont.size >= 13


def test_a_finger_on_a_chart_scrolls_the_page():
    layout = template("light").layout
    assert layout.dragmode is False
    assert layout.xaxis.fixedrange
    assert layout.yaxis.fixedrange
    assert CONFIG["scrollZoom"] is False


def test_font_names_are_quoted():
    """ "Source Sans 3" without quotes is no valid name, and the browser would drop the whole list."""
    names = template("light").layout.font.family.split(", ")
    assert all(name.startswith('"') or " " not in name for name in names)


def test_the_mode_bar_has_one_button_in_the_readers_language():
    german = config(Language("de"))
    assert german["displaylogo"] is False
    assert german["modeBarButtons"] == [["toImage"]]
    assert german["locale"] == "de"
    assert german["locales"]["de"]["dictionary"]["Download plot as a PNG"] == "Als Bild speichern"
    assert config(Language("en"))["locale"] == "en"
    json.dumps(german)
