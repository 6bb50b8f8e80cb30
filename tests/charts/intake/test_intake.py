import pandas as pd

from analytics.charts import describe
from analytics.charts.intake import intake

FRAME = pd.DataFrame(
    [
        ("Organisationen", "Größe", 0.824, 1412),
        ("Organisationen", "WZ-Code", 0.0, 1412),
        ("<b>Rückmeldungen</b>", "Zufriedenheit", None, 0),
    ],
    columns=["table", "column", "filled", "rows"],
)


def test_columns_stand_under_their_tables(look):
    figure = intake.completeness(FRAME, **look)
    _, bars, numbers = figure.data
    assert list(figure.layout.yaxis.ticktext) == [
        "<b>Organisationen</b>",
        "Größe",
        "WZ-Code",
        "<b>&lt;b&gt;Rückmeldungen&lt;/b&gt;</b>",
        "Zufriedenheit",
    ]
    assert list(bars.x) == [None, 0.824, 0.0, None, None]
    assert [text.strip() for text in numbers.text] == [
        "1.412 Zeilen",
        "82\N{NO-BREAK SPACE}%",
        "0\N{NO-BREAK SPACE}%",
        "0 Zeilen",
        "–",
    ]


def test_the_hover_says_of_how_many_rows(look):
    hover = intake.completeness(FRAME, **look).data[1].customdata[1]
    assert hover == "Größe<br><b>82,4\N{NO-BREAK SPACE}%</b> von 1.412 Zeilen gefüllt"


def test_the_alt_text_gives_the_range(look):
    assert describe(intake.completeness(FRAME, **look)) == (
        "Balken: 3 Spalten, gefüllt zu 0\N{NO-BREAK SPACE}% bis 82\N{NO-BREAK SPACE}%"
    )
