"""The review of organisations: pairs side by side, decided by a key each, taken back, never asked again."""

import pytest

from analytics.identity.review import review
from analytics.intake.importing import import_files
from analytics.language import LANGUAGES, Language
from analytics.store import Store
from analytics.warehouse import View, build, current

DE = Language("de")
FIRST = (
    "Organisations-ID;Name;Art;PLZ;Ort\nK1;Kessel Optik GmbH;Unternehmen;58095;Hagen\n"
    "K3;Fachhochschule Südwestfalen;Wissenschaft;58644;Iserlohn\n"
)
SECOND = (
    "Organisations-ID;Name;Art;PLZ;Ort\nX1;Kessel Optik;Unternehmen;;\n"
    "X3;Institut für Optik der Fachhochschule Südwestfalen;Wissenschaft;58644;Iserlohn\n"
)


@pytest.fixture
def store(tmp_path):
    made = Store(tmp_path / "store")
    for name, content in (("a", FIRST), ("b", SECOND)):
        (tmp_path / f"{name}.csv").write_text(content, "utf-8")
        assert import_files(made, [tmp_path / f"{name}.csv"]).rejections == []
    build(made)
    return made


@pytest.fixture
def page(opened, store):
    def show(lang="de"):
        found = opened(store, "intake", lang=lang)
        found.session_state["data_section"] = "review"
        return found.run()

    return show


def names(page):
    table = page.table[0].value
    return {table.loc["Name", "A"], table.loc["Name", "B"]}


def organisations(store):
    build(store)
    return View(current(store)).ask("organisations_directory")["organisation_id"].tolist()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_pair_stands_side_by_side_with_its_reasons(page, lang):
    shown = page(lang)
    assert not shown.exception
    assert shown.table[0].value.index.name == Language(lang).text("review.fact")
    headings = "\n".join(element.value for element in shown.markdown)
    for part in ("for", "doubts"):
        assert f"**{Language(lang).text(f'review.{part}')}**" in headings


def test_all_pairs_are_decided_and_never_asked_again(page, store):
    shown, total = page(), len(review(store).questions)
    decided = []
    while len(decided) < total:
        if [button for button in shown.button if button.key == "review_unlikely"]:
            shown = shown.button(key="review_unlikely").click().run()
        pair = names(shown)
        way = "same" if all("Kessel" in name for name in pair) else "different"
        decided.append(pair)
        shown = shown.button(key=f"decide_{way}").click().run()
        assert not shown.exception
    assert [done for done in shown.success if "Fertig" in done.value]
    assert {"Kessel Optik GmbH", "Kessel Optik"} in decided
    assert review(store).questions == ()
    ledger = View(current(store)).ledger
    assert [entry.batch for entry in ledger] == [entry.batch for entry in store.active()]


def test_the_part_of_another_is_suggested_and_stays_its_own(page, store):
    shown = page()
    while not any("Institut" in name for name in names(shown)) or not any(
        name == "Fachhochschule Südwestfalen" for name in names(shown)
    ):
        shown = shown.button(key="decide_later").click().run()
    first = shown.table[0].value.loc["Name", "A"]
    way = "parent" if first == "Fachhochschule Südwestfalen" else "child"
    before = len(organisations(store))
    shown.button(key=f"decide_{way}").click().run()
    assert len(organisations(store)) == before
    (verdict,) = {entry.kind for entry in store.ledger()[2:]}
    assert verdict == "edit"


def test_the_way_back_takes_the_last_decision_back(page, store):
    shown = page()
    pair = names(shown)
    shown = shown.button(key="decide_same").click().run()
    assert names(shown) != pair or len(review(store).questions) == 1
    shown = shown.button(key="review_back").click().run()
    assert names(shown) == pair
    assert store.ledger()[-1].kind == "undo"
    assert pair in [
        {question.candidate.one.name, question.candidate.other.name} for question in review(store).questions
    ]


def test_decisions_that_are_not_in_the_figures_are_said_to_be_so(page, store):
    shown = page().button(key="decide_different").click().run()
    assert [info.value for info in shown.info] == [DE.text("review.waiting", n=1)]
    shown = shown.button(key="review_publish").click().run()
    assert not shown.info
    assert [entry.batch for entry in View(current(store)).ledger] == [entry.batch for entry in store.active()]


def test_where_nothing_is_unsure_nothing_is_asked(opened, tmp_path):
    empty = Store(tmp_path / "empty")
    build(empty)
    found = opened(empty, "intake", lang="de")
    found.session_state["data_section"] = "review"
    assert DE.text("review.none") in [done.value for done in found.run().success]
