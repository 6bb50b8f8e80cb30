"""The progress page: where every target stands, and how the management enters, changes and explains them.

organisations:
organisation_id | name  | kind
a               | Alpha | company
b               | Beta  | company

consultations:
consultation_id | organisation_id | held_on    | is_structured
c1              | a               | 2024-02-10 | yes
c2              | b               | 2024-03-10 | yes
c3              | a               | 2024-06-30 | yes

targets:
kpi                   | starts_on  | due_on     | baseline | target | source
organisations_reached | 2024-01-01 | 2024-12-31 | 0        | 3      | Bescheid
enterprises_advised   | 2024-01-01 | 2024-12-31 | 0        | 12     | Bescheid
enterprises_advised   | 2023-01-01 | 2023-12-31 | 0        | 1      | Bescheid
no_show_rate          | 2024-01-01 | 2024-12-31 | 0.3      | 0.2    | Bescheid

target_notes:
kpi                 | source   | written_on | reason             | measure
enterprises_advised | Bescheid | 2024-06-30 | *Krank* <b>x</b>   | Nachholen
"""

import pytest

from analytics.kpis import achievements, target_paths
from analytics.kpis.outlook import outlook_of
from analytics.kpis.outlook_words import prospect_word
from analytics.language import LANGUAGES, Language
from analytics.store import Store
from analytics.warehouse import Period, View, current
from pages.access import visitor
from pages.access.role import Access
from pages.parts.escape_markdown import escape_markdown
from tests.pages.regions import take

GERMAN = Language("de")
NAME = "enterprises_advised_2024-01-01_Bescheid"
BARE = """
organisations:
organisation_id | name  | kind
a               | Alpha | company

consultations:
consultation_id | organisation_id | held_on    | is_structured
c1              | a               | 2024-02-10 | yes
"""


@pytest.fixture
def store(tmp_path):
    found = Store(tmp_path / "store")
    take(found, tmp_path / "files", __doc__)
    return found


@pytest.fixture
def bare(tmp_path):
    """A store without targets."""
    found = Store(tmp_path / "store")
    take(found, tmp_path / "files", BARE)
    return found


def texts(page):
    elements = (*page.title, *page.header, *page.subheader, *page.markdown, *page.caption)
    return [element.value for element in elements]


def said(page, *parts):
    return any(all(part in text for part in parts) for text in texts(page))


def paths(store):
    return target_paths(View(current(store)))


def press(page, key):
    page.button(key).click().run()
    assert not page.exception
    return page


def test_the_summary_counts_what_runs(store, opened):
    # On 30 June 2024, 181 of 365 days: 2 of 1.49 organisations, 2 of 5.95 enterprises, no events at all.
    page = opened(store, "progress")
    assert not page.exception
    headings = [heading.value.partition(" :")[0] for heading in page.subheader]
    assert headings[:3] == [
        escape_markdown(
            "1 von 3 laufenden Zielen erreicht oder auf Kurs, 1 im Rückstand, 1 nicht bestimmbar; "
            "50\N{NO-BREAK SPACE}% der Laufzeit sind vergangen"
        ),
        "Im Rückstand",
        "Nicht bestimmbar",
    ]
    # What is on course stands folded away where something is not.
    assert "Auf Kurs" in [expander.label.partition(" :")[0] for expander in page.expander]


def test_a_target_shows_its_values_and_what_was_written(store, opened):
    page = opened(store, "progress")
    assert said(page, escape_markdown("▼ im Rückstand"))
    assert said(page, "**Beratene Unternehmen")
    assert said(page, escape_markdown("12 bis 31.12.2024"))
    assert said(page, escape_markdown("17\N{NO-BREAK SPACE}% geschafft, 50\N{NO-BREAK SPACE}% fällig"))
    assert said(page, "**Grund:**", escape_markdown("*Krank* <b>x</b>"), "**Maßnahme:** Nachholen")
    assert said(page, escape_markdown("Stand 30.06.2024"), "Bescheid")


def test_a_target_that_was_missed_does_not_vanish_among_what_is_past(store, opened):
    page = opened(store, "progress")
    assert GERMAN.text("progress.past", n=1) not in [expander.label for expander in page.expander]
    assert any(GERMAN.text("progress.group_missed") in heading.value for heading in page.subheader)


def test_an_earlier_period_tells_how_it_stood_then(store, opened):
    page = opened(store, "progress", **{"from": "2024-Q1", "until": "2024-Q1"})
    assert said(page, escape_markdown("Stand 31.03.2024."))
    assert not said(page, "Nachholen")  # written in June


def test_a_selection_has_no_effect_so_there_is_none_to_make(store, opened):
    page = opened(store, "progress", kinds="science")
    assert said(page, "1 von 3 laufenden Zielen")
    assert not page.multiselect
    assert not page.toggle
    assert page.query_params["kinds"] == "science"  # kept for the other pages


def test_the_outlook_stands_beside_the_status_and_what_each_means(demo_store, opened):
    page = opened(demo_store, "progress")
    assert not page.exception
    running = [one for one in demo_paths(demo_store) if one.prospect]
    assert {one.prospect for one in running} == {"likely", "open", "unlikely"}
    beside = [GERMAN.text("outlook.beside_status", prospect=prospect_word(one.prospect, GERMAN)) for one in running]
    shown = [caption.value for caption in page.caption]
    for told in set(beside):
        assert shown.count(escape_markdown(told)) == beside.count(told)
    assert said(page, escape_markdown(GERMAN.text("outlook.beside_status_means")))


def demo_paths(store):
    view = View(current(store))
    day = view.measured_on(Period.parse("2026-Q2"))
    return [outlook_of(view, path, day) for path in target_paths(view) if path.runs_on(day)]


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_path_opens_with_its_chart_and_finding(store, opened, code):
    page = press(opened(store, "progress", lang=code), "show_path_enterprises_advised_2024-01-01_Bescheid")
    status = Language(code).text("targets.status_behind")
    assert any(status in heading.value for heading in page.subheader)
    assert Language(code).text("charts_read.table") in [expander.label for expander in page.expander]


def test_the_ministry_sees_the_targets_of_its_kpis_and_no_form(store, opened):
    page = opened(store, "progress", role="ministry")
    assert not page.exception
    assert said(page, "1 von 2 laufenden Zielen")
    assert said(page, "Nachholen")
    keys = {button.key for button in page.button}
    assert "show_path_enterprises_advised_2024-01-01_Bescheid" in keys
    assert not {key for key in keys if key and key.startswith(("new_path", "change_path", "write_note"))}


def test_the_public_is_not_shown_the_page(store, opened):
    page = opened(store, "progress", role="public")
    assert not said(page, "Nachholen")
    assert not page.subheader


def test_without_targets_the_management_is_told_how_to_bring_them_in(bare, opened):
    page = opened(bare, "progress")
    assert escape_markdown(GERMAN.text("progress.none")) in [info.value for info in page.info]
    assert said(page, escape_markdown(GERMAN.text("progress.none_management")))
    ministry = opened(bare, "progress", role="ministry")
    assert escape_markdown(GERMAN.text("progress.none")) in [info.value for info in ministry.info]
    assert not said(ministry, escape_markdown(GERMAN.text("progress.none_management")))


def beneath(block, key):
    """What stands right beneath the widget."""
    children = list(block.children.values())
    for child, after in zip(children, [*children, None][1:], strict=True):
        if getattr(child, "key", None) == key:
            return after
        if hasattr(child, "children") and (found := beneath(child, key)):
            return found
    return None


def fill(page, **fields):
    for name, value in fields.items():
        page.text_input(f"target_{name}").input(value)
    return page


def test_a_path_is_entered_and_taken_back(bare, opened):
    page = press(opened(bare, "progress"), "new_path")
    page.selectbox("target_kpi").select("cross_sector_share").run()
    fill(page, source="Bescheid", starts_on="01.01.2024", baseline="55", day_0="31.12.2024", value_0="62,5")
    fill(page, day_1="31.12.2025", value_1="70 %")
    press(page, "target_save")
    assert not page.error
    assert [message.value for message in page.success] == [
        escape_markdown("Gespeichert: Ziel: Sektorübergreifende Verbindungen (Bescheid)")
    ]
    (path,) = paths(bare)
    assert (path.kpi.name, path.baseline, [value for _, value in path.milestones]) == (
        "cross_sector_share", 0.55, [0.625, 0.7],
    )  # fmt: skip
    assert bare.ledger()[-1].kind == "edit"
    press(page, "progress_undo")
    assert paths(bare) == []
    assert [message.value for message in page.success] == [
        escape_markdown("Rückgängig gemacht: Ziel: Sektorübergreifende Verbindungen (Bescheid)")
    ]


def test_what_is_wrong_is_said_and_nothing_is_saved(bare, opened):
    page = press(opened(bare, "progress"), "new_path")
    fill(page, starts_on="Januar", day_0="31.12.2024", value_0="viele")
    press(page, "target_save")
    assert [error.value for error in page.error] == [
        escape_markdown("Beginn: „Januar“ ist kein Datum (erwartet: 31.12.2026)."),
        escape_markdown("Soll: „viele“ ist keine Zahl (erwartet zum Beispiel: 1.234,5)."),
        escape_markdown("Nicht gespeichert: 2 Angaben sind zu verbessern."),
    ]
    assert len(bare.ledger()) == 1


def test_what_is_wrong_stands_beside_its_field_and_goes_when_it_is_mended(bare, opened):
    page = press(opened(bare, "progress"), "new_path")
    fill(page, starts_on="01.01.2024", day_0="31.12.2024", value_0="1.234,5")
    press(page, "target_save")
    assert beneath(page._tree, "target_value_0").value == escape_markdown(
        "Soll: „1.234,5“ ist keine ganze Zahl, gezählt wird aber in ganzen."
    )
    fill(page, value_0="1.234")
    page.run()
    assert not page.error
    assert len(bare.ledger()) == 1  # only the button saves


@pytest.mark.parametrize(("ground", "who"), [("signed_in", "dashboard (management)"), ("this_machine", "dashboard")])
def test_the_ledger_says_in_which_role_it_was_written(store, opened, monkeypatch, ground, who):
    page = opened(store, "progress")
    monkeypatch.setattr(visitor, "current_user", lambda: Access("management", ground, name="Anna Berg"))
    press(press(page, f"change_path_{NAME}"), "target_save")
    assert store.ledger()[-1].who == who


def test_what_is_counted_has_no_baseline_to_enter(bare, opened):
    page = press(opened(bare, "progress"), "new_path")
    labels = {field.label: field.disabled for field in page.text_input}
    assert labels["Ausgangswert (Anzahl)"]
    page.selectbox("target_kpi").select("cross_sector_share").run()
    assert not {field.label: field.disabled for field in page.text_input}["Ausgangswert (Prozent)"]


def test_more_milestones_on_demand(bare, opened):
    page = press(opened(bare, "progress"), "new_path")
    rows = [field for field in page.text_input if field.key and field.key.startswith("target_day_")]
    press(page, "target_more")
    more = [field for field in page.text_input if field.key and field.key.startswith("target_day_")]
    assert len(more) == len(rows) + 1


def test_a_path_is_changed_and_a_milestone_left_out(store, opened):
    page = press(opened(store, "progress"), f"change_path_{NAME}")
    assert page.selectbox("target_kpi").disabled
    assert page.text_input("target_value_0").value == "12"
    fill(page, day_0="31.12.2025", value_0="6")
    press(page, "target_save")
    changed = next(
        path for path in paths(store) if (path.kpi.name, path.starts_on.year) == ("enterprises_advised", 2024)
    )
    assert [(day.year, value) for day, value in changed.milestones] == [(2025, 6)]
    assert len(paths(store)) == 4


def test_a_path_is_deleted_and_brought_back(store, opened):
    page = press(opened(store, "progress"), f"change_path_{NAME}")
    press(page, "target_delete")
    assert len(paths(store)) == 3
    assert any("Gelöscht" in message.value for message in page.success)
    press(page, "progress_undo")
    assert len(paths(store)) == 4


def test_saving_without_a_change_says_so(store, opened):
    page = press(opened(store, "progress"), f"change_path_{NAME}")
    press(page, "target_save")  # writes the usual thresholds, which the file left empty
    assert len(store.ledger()) == 2
    press(press(page, f"change_path_{NAME}"), "target_save")
    assert GERMAN.text("progress.unchanged") in [info.value for info in page.info]
    assert len(store.ledger()) == 2


def test_reason_and_measure_are_written(store, opened):
    name = "organisations_reached_2024-01-01_Bescheid"
    page = press(opened(store, "progress"), f"write_note_{name}")
    page.text_area("note_reason").input("Weil es regnete")
    page.text_input("note_day").input("29.06.2024")
    press(page, "note_save")
    assert said(page, "**Grund:** Weil es regnete")
    note = next(one.note for one in achievements(View(current(store)), View(current(store)).last_day) if one.note)
    assert (note.reason, note.measure) == ("Weil es regnete", None)


@pytest.mark.parametrize(
    ("day", "reason", "key"),
    [
        ("29.06.2024", " ", "fault_empty_note"),
        ("gestern", "Regen", "fault_day"),
        ("01.07.2024", "Regen", "fault_later"),
    ],
)
def test_a_note_that_would_not_be_seen_is_refused(store, opened, day, reason, key):
    page = press(opened(store, "progress"), "write_note_organisations_reached_2024-01-01_Bescheid")
    page.text_area("note_reason").input(reason)
    page.text_input("note_day").input(day)
    press(page, "note_save")
    words = {"field": "Stand", "value": day, "date": day, "until": "30.06.2024"}
    assert [error.value for error in page.error] == [escape_markdown(GERMAN.text(f"progress.{key}", **words))]
    assert len(store.ledger()) == 1


def test_who_may_no_longer_write_cannot_save(store, opened, monkeypatch):
    page = press(opened(store, "progress"), f"change_path_{NAME}")
    fill(page, value_0="1")
    monkeypatch.setattr(visitor, "current_user", lambda: Access("ministry", "signed_in"))
    page.button("target_save").click().run()
    assert len(store.ledger()) == 1
