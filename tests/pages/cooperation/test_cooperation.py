"""The cooperation page: its answer, its sections, its files, and what it says where there is little.

a - s - b - e hang together, c and d are apart, the tie of a and e has ended, and the coordinator o works with s.

organisations:
organisation_id | name  | kind    | member_since | is_coordinator
a               | Alpha | company | 2023-01-01   |
b               | Beta  | company | 2023-01-01   |
s               | Sigma | science |              |
c               | Gamma | startup |              |
d               | Delta | company |              |
e               | Eta   | public  |              |
m               | Mu    | company | 2023-01-01   |
o               | Omega | public  |              | yes

cooperations:
cooperation_id | title | kind  | ended_on
k1             | One   | pilot |
k2             | Two   | pilot |
k3             | Three | pilot |
k4             | Four  | pilot |
k5             | Five  | pilot | 2024-06-30
k6             | Six   | pilot |
k7             | Seven | pilot |

cooperation_stages:
cooperation_id | stage | since
k1             | 3     | 2023-02-01
k2             | 1     | 2023-05-01
k2             | 3     | 2024-02-01
k3             | 3     | 2024-03-01
k4             | 4     | 2024-04-01
k5             | 3     | 2024-05-01
k6             | 3     | 2024-12-31

cooperation_members:
cooperation_id | organisation_id
k1             | a
k1             | s
k2             | s
k2             | b
k3             | c
k3             | d
k4             | b
k4             | e
k5             | a
k5             | e
k6             | s
k6             | o
k7             | a
k7             | b
"""

import io
from itertools import pairwise

import networkx as nx
import pandas as pd
import pytest

from analytics.kpis import CATALOGUE
from analytics.language import LANGUAGES, Language
from analytics.model import ENUMERATIONS
from analytics.network.graph import as_gexf, as_graphml
from analytics.store import Store
from analytics.warehouse import Period, Scope, View, current
from pages.cooperation.files import graph_file, nodes_table, ties_table
from pages.cooperation.film_view import film_of
from pages.parts.escape_markdown import escape_markdown
from pages.parts.page_context import PageContext
from tests.pages.regions import take

GERMAN, ENGLISH = Language("de"), Language("en")
SPACE = "\N{NO-BREAK SPACE}"
SECTIONS = ("measures", "mixing", "stages", "bridges", "groups", "files")
TOKENS = {token for found in ENUMERATIONS.values() for token in found.tokens if not token.isdigit()}
UNDATED = """
organisations:
organisation_id | name  | kind
a               | Alpha | company
b               | Beta  | science

consultations:
consultation_id | organisation_id | held_on
c1              | a               | 2024-02-02

cooperations:
cooperation_id | title | kind
k1             | One   | pilot

cooperation_members:
cooperation_id | organisation_id
k1             | a
k1             | b
"""


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    folder = tmp_path_factory.mktemp("cooperation")
    found = Store(folder / "store")
    take(found, folder / "files", __doc__)
    return found


def _visit(store, **scope):
    year = Period.parse("2024")
    return PageContext(View(current(store)), GERMAN, "light", year, "quarter", Scope(**scope))


def _said(page):
    return [element.value for element in [*page.subheader, *page.markdown, *page.caption, *page.info]]


def _metrics(page):
    return {metric.label: metric.value for metric in page.metric}


def _label(language, name):
    return escape_markdown(language.text(f"network.{name}"))


def test_the_answer_stands_first(store, opened):
    """A year before only a and s cooperate. Of 10 pairs of others, a-s and a-e meet over b's way, or over s's."""
    said = _said(opened(store, "cooperation"))
    assert said[0] == escape_markdown(GERMAN.text("cooperation.verdict_apart"))
    for told in (
        "Stand 31.12.2024: 6 Organisationen in Kooperationen, 4 Verbindungen zwischen ihnen. "
        "Ein Jahr zuvor waren es 2 Organisationen und 1 Verbindung. "
        f"67{SPACE}% von ihnen hängen auf direktem oder indirektem Weg in einem einzigen Teil zusammen "
        f"(ein Jahr zuvor 100{SPACE}%).",
        "Am meisten verbindet Beta: Von 100 Paaren anderer Organisationen führt bei 20 der kürzeste Weg zueinander "
        "hier entlang. Ohne diese Organisation verlöre 1 andere den Anschluss an den größten Teil.",
        GERMAN.text("cooperation.mixed_as_chance", share=f"100{SPACE}%", expected=f"66{SPACE}%"),
    ):
        assert escape_markdown(told) in said


def test_what_is_left_out_is_said(store, opened):
    page = opened(store, "cooperation", lang="en")
    told = " ".join(_said(page))
    assert escape_markdown(ENGLISH.text("cooperation.without_coordinator")) in told
    assert escape_markdown(ENGLISH.text("cooperation.undated", n=1)) in told


def test_the_coordinator_counts_where_the_address_says_so(store, opened):
    page = opened(store, "cooperation", lang="en", coordinator="1")
    assert escape_markdown(ENGLISH.text("cooperation.with_coordinator")) in " ".join(_said(page))
    metrics = _metrics(page)
    assert metrics[_label(ENGLISH, "nodes")] == "7"
    assert metrics[_label(ENGLISH, "ties")] == "5"
    assert metrics[_label(ENGLISH, "robustness_without_coordinator")] == "100%"
    assert _label(ENGLISH, "robustness_without_coordinator") not in _metrics(opened(store, "cooperation", lang="en"))


def test_the_measures_count_what_runs_or_all_so_far(store, opened):
    """The tie of a and e has ended; of the members a, b and m only m is without a partner."""
    page = opened(store, "cooperation", lang="en")
    metrics = _metrics(page)
    assert metrics[_label(ENGLISH, "ties")] == "4"
    assert metrics[_label(ENGLISH, "mean_partners")] == "1.3"
    assert metrics[_label(ENGLISH, "isolates")] == "1"
    assert metrics[_label(ENGLISH, "tie_survival")] == "100%"
    assert escape_markdown(ENGLISH.text("cooperation.about_isolates", members="3")) in _said(page)
    page.button_group(key="network_counted").set_value("cumulative").run()
    metrics = _metrics(page)
    assert metrics[_label(ENGLISH, "ties")] == "5"
    assert _label(ENGLISH, "tie_survival") not in metrics


def test_a_measure_that_is_undefined_is_a_dash_with_a_word(store, opened):
    page = opened(store, "cooperation", **{"lang": "en", "from": "2023-Q1", "until": "2023-Q1"})
    assert _metrics(page)[_label(ENGLISH, "clustering")] == "–"
    assert escape_markdown(ENGLISH.text("cooperation.undefined")) in _said(page)


CHAIN = "\n".join(
    [
        "organisations:",
        "organisation_id | name | kind",
        *(f"{name} | {name.upper()} | company" for name in "abcdefg"),
        "",
        "cooperations:",
        "cooperation_id | title | kind",
        *(f"{one}{other} | {one} {other} | pilot" for one, other in pairwise("abcdefg")),
        "",
        "cooperation_stages:",
        "cooperation_id | stage | since",
        *(f"{one}{other} | 3 | 2024-02-01" for one, other in pairwise("abcdefg")),
        "",
        "cooperation_members:",
        "cooperation_id | organisation_id",
        *(f"{one}{other} | {name}" for one, other in pairwise("abcdefg") for name in (one, other)),
    ]
)
"""Seven in a row: two at the ends with one partner, five between them with two."""


@pytest.mark.parametrize(
    ("lang", "told"),
    [
        (
            "de",
            f"Es fielen 3 aus, 4 bleiben; je nachdem, wen von gleich gut Vernetzten es trifft, 25,0{SPACE}% bis 75,0{SPACE}%.",
        ),
        ("en", "3 would drop out, 4 stay; depending on whom of equally connected ones it hits, 25.0% to 75.0%."),
    ],
)
def test_robustness_tells_its_range(tmp_path, opened, lang, told):
    """Without b, d and f nobody hangs together; without b, c and d, the three e, f and g do."""
    chain = Store(tmp_path / "store")
    take(chain, tmp_path / "files", CHAIN)
    page = opened(chain, "cooperation", lang=lang)
    assert not page.exception
    (about,) = (said for said in _said(page) if escape_markdown(told) in said)
    assert about.startswith(
        escape_markdown(Language(lang).text("cooperation.about_robustness", ten="|").partition("|")[0])
    )


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("counted", ["active", "cumulative"])
@pytest.mark.parametrize("section", SECTIONS)
def test_every_section_opens_and_its_tables_speak(demo_store, opened, section, counted, lang):
    page = opened(demo_store, "cooperation", lang=lang)
    page.button_group(key="network_section").set_value(section).run()
    if section not in ("stages", "files"):
        page.button_group(key="network_counted").set_value(counted).run()
    assert not page.exception
    cells = {cell for table in page.dataframe for cell in table.value.to_numpy().ravel() if isinstance(cell, str)}
    assert cells & (TOKENS | {"nan", "None", "NaT", "ended"}) == set()
    assert (
        len(page.dataframe) == {"measures": 1, "mixing": 1, "stages": 3, "bridges": 2, "groups": 2, "files": 0}[section]
    )


@pytest.mark.parametrize("section", SECTIONS)
def test_every_section_opens_where_there_is_one_tie(store, opened, section):
    page = opened(store, "cooperation", **{"from": "2023-Q1", "until": "2023-Q1"})
    page.button_group(key="network_section").set_value(section).run()
    assert not page.exception
    assert escape_markdown(GERMAN.text("cooperation.few")) in " ".join(_said(page))


def test_every_measure_has_a_course(demo_store, opened):
    page = opened(demo_store, "cooperation")
    for name in page.selectbox("network_measure").options:
        page.selectbox("network_measure").select(name).run()
        assert not page.exception
        assert any(title.value.startswith(escape_markdown(name)) for title in page.subheader)


def test_what_moved_is_told(store, opened):
    """In 2024 k3, k4 and k5 began (k5 is over again); k2 came from contact to agreement, k1 stayed; k6 has one member."""
    page = opened(store, "cooperation", lang="en")
    page.button_group(key="network_section").set_value("stages").run()
    told = "Since 31 Dec 2023: begun 3, at least one stage further 1, ended 0, still at their stage 1."
    assert escape_markdown(told) in _said(page)


def test_the_ties_on_which_a_part_hangs_are_named(store, opened):
    page = opened(store, "cooperation", lang="en")
    page.button_group(key="network_section").set_value("bridges").run()
    table = page.dataframe[-1].value
    assert table.iloc[:, :3].to_numpy().tolist() == [["Beta", "Sigma", "2"]]


def test_before_the_first_cooperation_nobody_works_together(store, opened):
    page = opened(store, "cooperation", kinds="startup", **{"from": "2023-Q1", "until": "2023-Q1"})
    assert not page.exception
    assert escape_markdown(GERMAN.text("cooperation.nobody", day="31.03.2023")) in _said(page)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_scope_without_a_cooperation_and_cooperations_without_a_day(store, opened, tmp_path, lang):
    language = Language(lang)
    narrow = opened(store, "cooperation", lang=lang, kinds="multiplier", topics="unknown")
    assert [info.value for info in narrow.info] == [escape_markdown(language.text("cooperation.none"))]
    undated = Store(tmp_path / "store")
    take(undated, tmp_path / "files", UNDATED)
    page = opened(undated, "cooperation", lang=lang)
    told = f"{language.text('cooperation.none_agreed')} {language.text('frame.lacks_cooperations', n=1)}"
    assert [info.value for info in page.info] == [escape_markdown(told)]


def test_the_files_hold_all_ties_with_their_days(store):
    context = _visit(store)
    ties = ties_table(context).set_index(["organisation_id", "partner_id"])
    assert list(ties.index) == [("a", "e"), ("a", "s"), ("b", "e"), ("b", "s"), ("c", "d")]
    assert list(ties.loc[("a", "e"), ["name", "partner", "stage"]]) == ["Alpha", "Eta", "Beendet"]
    assert ties.loc[("a", "e"), "until"] == pd.Timestamp("2024-06-30")
    assert nodes_table(context).set_index("organisation_id")["partners"].to_dict() == {
        "a": 2, "b": 2, "c": 1, "d": 1, "e": 2, "s": 2,
    }  # fmt: skip
    for made, read in ((as_graphml, nx.read_graphml), (as_gexf, nx.read_gexf)):
        graph = read(io.BytesIO(graph_file(context, made)))
        assert {frozenset(edge) for edge in graph.edges} == {frozenset(pair) for pair in ties.index}
        assert graph.nodes["s"]["kind"] == "science"


def test_the_films_steps_begin_with_the_first_cooperation_and_end_on_the_day(store):
    made = film_of(_visit(store))
    assert [step["short"] for step in made["steps"]] == [
        f"Q{part} {year}" for year in (2023, 2024) for part in (1, 2, 3, 4)
    ]
    assert made["nodes"]["id"] == ["a", "b", "c", "d", "e", "s"]
    assert len(made["cooperation_ties"]["one"]) == 5
    names = [made["groups"][place]["name"] for place in made["nodes"]["group"]]
    assert names[2] == names[3] == ""
    assert "um " in names[5]


def test_the_coordinator_in_the_film_has_a_place_of_its_own(store):
    made = film_of(_visit(store, with_coordinator=True))
    own = made["nodes"]["group"][made["nodes"]["id"].index("o")]
    assert made["nodes"]["group"].count(own) == 1
    assert made["groups"][own]["name"] == ""


def test_the_page_and_the_overview_say_the_same(demo_store, opened):
    overview, page = _metrics(opened(demo_store)), _metrics(opened(demo_store, "cooperation"))
    for name, kpi in (
        ("nodes", "cooperating_organisations"),
        ("cooperations", "active_cooperations"),
        ("mean_partners", "mean_partners"),
    ):
        assert page[_label(GERMAN, name)] == overview[escape_markdown(CATALOGUE[kpi].label.de)]


def test_the_real_file(real_store, opened):
    metrics = _metrics(opened(real_store, "cooperation"))
    assert metrics[_label(GERMAN, "nodes")] == "959", "one organisation stands alone in its projects"
    assert metrics[_label(GERMAN, "ties")] == "9.966"
