"""The page of the region: what is chosen on it, its numbers, the district that is opened, other audiences.

organisations:
organisation_id | name       | kind    | district  | member_since | consents_to_name
a               | Alpha <b>  | company | 05913     | 2023-01-01   | yes
b               | Beta       | science | 05913     |              |
c               | Gamma      | company | 05913     |              | yes
d               | Delta      | company | 05911     |              | yes
e               | Epsilon    | company | 05334     |              | yes
f               | Zeta       | company | abroad    |              | yes
g               | Eta        | company |           |              | yes

events:
event_id | title    | starts_on  | format   | status | district
e1       | Früher   | 2023-02-01 | workshop | held   | 05911
e2       | Heute    | 2024-06-01 | workshop | held   | 05913
e3       | Zuletzt  | 2024-12-31 | workshop | held   | 05913

participations:
event_id | organisation_id | person_id | status
e1       | d               | p1        | attended
e2       | a               | p2        | attended
e2       | b               | p3        | attended
e2       | c               | p4        | attended
e2       | e               | p5        | attended
e3       | f               | p6        | attended
e3       | g               | p7        | attended

cooperations:
cooperation_id | title      | kind
k1             | **Werk**   | pilot
k2             | Über Land  | research

cooperation_stages:
cooperation_id | stage | since
k1             | 3     | 2024-02-01
k2             | 3     | 2024-03-01

cooperation_members:
cooperation_id | organisation_id
k1             | a
k1             | b
k2             | a
k2             | d
"""

import pytest

from analytics.language import LANGUAGES, Language
from analytics.store import Store
from pages.parts.escape_markdown import escape_markdown
from tests.pages.regions import take

DE = Language("de")
YEAR = {"from": "2024-Q1", "until": "2024-Q4"}


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    folder = tmp_path_factory.mktemp("region")
    found = Store(folder / "store")
    take(found, folder / "files", __doc__)
    return found


@pytest.fixture
def page(store, opened):
    """Opens the page of the region on the year 2024."""

    def open_page(**query):
        found = opened(store, "region", **(YEAR | query))
        assert not found.exception
        assert not found.error
        return found

    return open_page


def findings(page):
    return [heading.value for heading in page.subheader]


def metrics(page):
    return {metric.label: (metric.value, metric.delta) for metric in page.metric}


def table(page):
    """The table of all districts, as lists of what is shown."""
    found = next(frame.value for frame in page.dataframe if DE.text("columns.ags5") in frame.value)
    return found.to_numpy().tolist()


def test_the_numbers_of_the_year(page):
    found = findings(page())
    assert escape_markdown("Erreichte Organisationen: am meisten in Dortmund (3)") in found
    # The year before it was Bochum alone; now it is Dortmund alone.
    assert escape_markdown("Erreichte Organisationen in 1 von 27 Kreisen, so viele wie ein Jahr zuvor") in found


def test_coverage_in_words(page):
    shown = page()
    assert metrics(shown)["Im Kernraum abgedeckt"] == ("1 von 5 Kreisen", "+1 gegenüber dem Jahr davor")
    assert metrics(shown)["In Westfalen abgedeckt"] == ("1 von 27 Kreisen", "+1 gegenüber dem Jahr davor")
    missing = next(caption.value for caption in shown.caption if "noch nicht abgedeckt" in caption.value)
    assert "Bochum" in missing
    assert "Dortmund" not in missing


def test_what_lies_outside_the_map_is_counted_beside_it(page):
    shown = metrics(page())
    assert [shown[name][0] for name in ("Übriges NRW", "Übriges Deutschland", "Ausland", "Unbekannt")] == list("1011")
    assert "Übriges NRW" not in metrics(page(area="state"))


@pytest.mark.parametrize(
    ("section", "finding"),
    [
        ("members", "Mitglieder: am meisten in Dortmund (1)"),
        ("events", "Veranstaltungen: am meisten in Dortmund (2)"),
        ("cooperations", "Kooperationen: am meisten in Dortmund (2) und Bochum (1)"),
        ("ties", "Am engsten verbunden: Bochum und Dortmund mit 1 Verbindung; 50\N{NO-BREAK SPACE}% aller Verbindungen "
                 "im Gebiet überschreiten eine Kreisgrenze"),
    ],
)  # fmt: skip
def test_each_measure(page, section, finding):
    assert escape_markdown(finding) in findings(page(section=section))


def test_per_hundred_of_the_network_there(page):
    # All three known in Dortmund were reached, and of Bochum's one nobody.
    finding = "Erreichte Organisationen, gemessen am Netzwerk im Kreis: am meisten in Dortmund (100)"
    assert escape_markdown(finding) in findings(page(scale="relative"))


def test_the_table_holds_all_districts_of_the_area_and_what_is_none(page):
    rows = table(page())
    assert len(rows) == 27 + 3
    assert rows[0] == ["05913", "Dortmund", "3", "3", "100", "0", "3"]
    assert [row[1] for row in rows[-3:]] == ["Übriges Deutschland", "Ausland", "Unbekannt"]
    assert len(table(page(area="core"))) == 5 + 3


def test_the_controls_are_in_the_address(page):
    shown = page()
    shown.button_group("area").set_value("core").run()
    shown.button_group("section").set_value("events").run()
    assert shown.query_params["area"] == "core"
    assert shown.query_params["section"] == "events"


def test_nonsense_in_the_address_is_ignored(page):
    shown = page(area="moon", section="pathway", scale="log", district="<script>")
    assert findings(shown) == findings(page())
    assert shown.selectbox("district").value is None


def test_choosing_a_district_opens_it_and_closing_closes(page):
    shown = page()
    shown.selectbox("district").set_value("05913").run()
    assert shown.query_params["district"] == "05913"
    assert [header.value for header in shown.header] == ["Dortmund"]
    assert "Kreisfreie Stadt · Kernraum · Westfalen" in [caption.value.replace("\\", "") for caption in shown.caption]
    assert metrics(shown)["Mitglieder"] == ("1", "wie im Jahr davor")
    next(button for button in shown.button if button.label == DE.text("region.close")).click().run()
    assert not shown.header
    assert "district" not in shown.query_params


def test_the_opened_district_and_what_is_in_it(page):
    shown = page(district="05913")
    assert [tab.label for tab in shown.tabs] == [
        "3 Organisationen",
        "2 Veranstaltungen",
        "2 laufende Kooperationen",
        "2 Verbindungen",
    ]
    frames = [frame.value for frame in shown.dataframe]
    names = next(frame for frame in frames if "name" in frame)["name"]
    assert list(names) == ["Alpha <b>", "Beta", "Gamma"]
    cooperations = next(frame for frame in frames if DE.text("columns.members_here") in frame)
    assert list(cooperations[DE.text("columns.title")]) == ["Über Land", "**Werk**"]
    assert list(cooperations[DE.text("columns.other_districts")]) == ["Bochum", "–"]


def test_everything_in_this_district_narrows_the_scope_and_back(page):
    shown = page(district="05913")
    next(button for button in shown.button if button.label == DE.text("region.narrow")).click().run()
    assert shown.query_params["districts"] == "05913"
    # The map goes on showing all districts.
    assert escape_markdown("Kooperationen: am meisten in Dortmund (2) und Bochum (1)") in findings(
        shown.button_group("section").set_value("cooperations").run()
    )
    assert DE.text("region.all_districts") in [caption.value.replace("\\", "") for caption in shown.caption]
    next(button for button in shown.button if button.label == DE.text("region.widen")).click().run()
    assert "districts" not in shown.query_params


def test_an_opened_district_outside_the_area_stays_open(page):
    assert [header.value for header in page(district="05334", area="core").header] == ["Städteregion Aachen"]


@pytest.mark.parametrize("role", ["ministry", "public"])
def test_masked_audiences_have_calendar_years_signs_and_agreed_names(page, role):
    shown = page(role=role, district="05913")
    assert shown.selectbox("year").options == ["2024", "2023"]
    assert not [group for group in shown.button_group if group.key == "scale"]
    assert not shown.tabs
    assert DE.text("region.narrow") not in [button.label for button in shown.button]
    names = [list(frame.value["name"]) for frame in shown.dataframe if "name" in frame.value]
    assert names == [["Alpha <b>", "Gamma"]]
    text = "\n".join(str(element.value) for element in [*shown.subheader, *shown.caption, *shown.metric])
    assert "Beta" not in text
    rows = {row[1]: row[2] for row in table(shown) if len(row) > 2}
    assert {number for number in rows.values() if number.isdigit()} <= {"0"}


def test_masked_audiences_are_shown_no_choice_that_changes_nothing(page):
    """They are told whole calendar years of the whole network: neither the period nor the coordinator has a say."""
    shown = page(role="ministry")
    assert [box.key for box in shown.selectbox if box.key in ("from", "until")] == []
    assert not shown.toggle
    own = page()
    assert {"from", "until"} <= {box.key for box in own.selectbox}
    assert own.toggle


def test_another_year_is_told(page):
    shown = page(role="ministry")
    assert shown.selectbox("year").value == "2024"
    shown.selectbox("year").set_value("2023").run()
    assert shown.query_params["year"] == "2023"
    assert not shown.exception


def test_of_districts_that_may_be_covered_it_is_said_how_many_there_are(demo_store, opened):
    shown = opened(demo_store, "region", role="ministry")
    (told,) = [metric.value for metric in shown.metric if metric.label == DE.text("region.covered_westphalia")]
    sure = int(told.split()[1])
    # In the demo's 2025 no district of Westphalia is without anybody: nine are sure, the others in the class 1–4.
    assert (told, sure) == (f"mindestens {sure} von 27 Kreisen", 9)
    open_ = escape_markdown("Bei 18 weiteren Kreisen lassen die Klassen es offen.")
    assert any(open_ in one.value for one in shown.caption)


def test_a_year_that_still_runs_is_not_compared(demo_store, opened):
    shown = opened(demo_store, "region", role="ministry")
    assert shown.selectbox("year").value == "2025"
    assert any(metric.delta for metric in shown.metric)
    shown.selectbox("year").set_value("2026").run()
    assert any("läuft noch" in caption.value for caption in shown.caption)
    assert not any(metric.delta for metric in shown.metric)


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("role", ["management", "ministry", "public"])
@pytest.mark.parametrize("section", ["organisations", "members", "events", "cooperations", "ties"])
def test_it_opens_on_the_demo_for_everybody(demo_store, opened, code, role, section):
    shown = opened(demo_store, "region", role=role, lang=code, section=section, area="state", district="05958")
    assert not shown.exception
    assert not shown.error
    assert [header.value for header in shown.header] == ["Hochsauerlandkreis"]


def test_the_real_file_has_cooperations_only(real_store, opened):
    shown = opened(real_store, "region", area="state")
    assert shown.button_group("section").options == [
        DE.text("region.measure_cooperations"),
        DE.text("region.measure_ties"),
    ]
    assert "Im Kernraum abgedeckt" not in metrics(shown)
    assert any("Aachen" in finding for finding in findings(shown))


def test_nothing_in_any_district_is_said_kindly(tmp_path, opened):
    store = Store(tmp_path / "store")
    take(
        store,
        tmp_path / "files",
        """
        organisations:
        organisation_id | name | kind    | member_since
        a               | A    | company | 2024-01-01

        consultations:
        consultation_id | organisation_id | held_on
        c1              | a               | 2024-02-01
        """,
    )
    shown = opened(store, "region")
    assert [message.value for message in shown.info] == [DE.text("region.none")]
    assert not shown.exception


def test_without_data_it_says_so(empty_store, opened):
    assert [message.value for message in opened(empty_store, "region").info] == [
        escape_markdown(DE.text("frame.empty"))
    ]


def test_where_only_what_is_counted_on_a_day_is_recorded_the_year_need_not_be_over(real_store, opened):
    """The real file has cooperations only: nearly all begin in the year in which its last one does."""
    shown = opened(real_store, "region", role="ministry")
    assert not shown.exception
    assert shown.selectbox("year").value == "2008"
    assert any("läuft noch" in caption.value for caption in shown.caption)
    assert findings(shown)
    assert not any("ein Jahr zuvor" in finding for finding in findings(shown))
    assert opened(real_store, "region", role="ministry", year="2007").selectbox("year").value == "2007"
