r"""The directory and the profiles: search, chips, empty states, ways, and names that mean no markup.

organisations:
organisation_id | name                                    | kind    | district | is_coordinator
a               | **bold** <b>x</b> :red[y] $z$ [a](j:1)  | company | 05913    |
b               | Müller-Lüdenscheidt GmbH                | science | 05913    |
c               | Gießerei Öztürk                         | startup | 05915    |
d               | Delta AG                                | company | 05915    |
e               | Allein AG                               | company |          |
f               | Allein AG                               | company |          |
hub             | Hub                                     | public  | 05913    | yes

events:
event_id | title                                   | starts_on  | format    | status
e1       | # Heading ![i](http://example.org/i.png)| 2023-02-01 | reception | held
e2       | Werkstatt                               | 2023-03-01 | workshop  | held
e3       | Zuletzt                                 | 2024-03-31 | workshop  | held

participations:
event_id | organisation_id | person_id | status
e1       | a               | p1        | attended
e2       | a               | p1        | attended
e3       | b               | p2        | attended
e3       | hub             | p3        | attended

consultations:
consultation_id | organisation_id | held_on
c1              | c               | 2024-02-01

cooperations:
cooperation_id | title          | kind
k1             | **k** <u>1</u> | pilot
k2             | Zwei           | research
k3             | Ohne Datum     | other
k4             | Mit Hub        | other

cooperation_stages:
cooperation_id | stage | since
k1             | 3     | 2023-05-05
k2             | 3     | 2023-06-06
k4             | 3     | 2023-06-06

cooperation_members:
cooperation_id | organisation_id
k1             | a
k1             | b
k2             | b
k2             | c
k3             | a
k3             | c
k4             | hub
k4             | a
"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analytics.language import LANGUAGES, Language
from analytics.language.search import matching
from analytics.store import Store
from analytics.warehouse import View, current
from pages.parts.escape_markdown import escape_markdown
from tests.pages.regions import take
from tests.pages.test_tables_speak import ODDITIES, TOKENS

NAME = "**bold** <b>x</b> :red[y] $z$ [a](j:1)"
RAW = ("**bold**", "<b>", ":red[", "$z$", "](", "![i", "**k**", "<u>")
DE = Language("de")


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    folder = tmp_path_factory.mktemp("organisations")
    found = Store(folder / "store")
    take(found, folder / "files", __doc__)
    return found


@pytest.fixture
def page(store, opened):
    return lambda **query: opened(store, "organisations", **query)


def _said(page):
    elements = [*page.markdown, *page.title, *page.header, *page.subheader, *page.caption, *page.info]
    return [*(element.value for element in elements), *(metric.label for metric in page.metric)]


def _names(page):
    return page.dataframe[0].value["name"].tolist()


def _metrics(page):
    return {metric.label: metric.value for metric in page.metric}


# The directory.


def test_the_answer_is_made_from_the_data(page):
    # Reached: a, b, c, hub. Working with others: a, b, c. Dormant: a came twice, last on 1 March 2023.
    assert escape_markdown(
        "4 Organisationen wurden erreicht, 3 arbeiten mit anderen zusammen; "
        "1, die schon mindestens zweimal da war, war seit neun Monaten nirgends dabei."
    ) in _said(page())


def test_all_are_listed_by_name_with_their_numbers(page):
    table = page().dataframe[0].value
    assert len(table) == 7
    b = table[table["name"] == "Müller-Lüdenscheidt GmbH"].iloc[0]
    assert (b["kind"], b["district"]) == ("Wissenschaft", "Dortmund")
    assert (b["events_attended"], b["consultations"], b["partners"], b["cooperations_now"]) == (1, 0, 2, 2)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("mueller", ["Müller-Lüdenscheidt GmbH"]),
        ("MÜLLER lüden", ["Müller-Lüdenscheidt GmbH"]),
        ("giesserei oztur", ["Gießerei Öztürk"]),
        ("start hagen", []),
        ("bochum", []),
        ("start", ["Gießerei Öztürk"]),
        ("wissen dortmund", ["Müller-Lüdenscheidt GmbH"]),
        ("bold red", [NAME]),
    ],
)
def test_searching_forgives(page, typed, found):
    shown = page()
    shown.text_input("organisation_search").set_value(typed).run()
    assert (_names(shown) if len(shown.dataframe) else []) == found


def test_nothing_found_is_said(page):
    shown = page()
    shown.text_input("organisation_search").set_value("nirgendwo").run()
    assert [info.value for info in shown.info] == [DE.text("organisations.no_match")]
    assert not len(shown.dataframe)


def test_chips_narrow_and_say_how_many_they_leave(page):
    shown = page(**{"from": "2024-Q1", "until": "2024-Q1"})
    chips = shown.button_group("organisation_chips")
    assert [str(option) for option in chips.options] == [
        "Länger nicht dabei (1)", "Noch nie mit Partner (3)", "Neu im Zeitraum (3)"
    ]  # fmt: skip
    chips.set_value(["is_unpartnered"]).run()
    assert _names(shown) == ["Allein AG", "Allein AG", "Delta AG"]
    shown.button_group("organisation_chips").set_value(["is_unpartnered", "is_new"]).run()
    assert [info.value for info in shown.info] == [DE.text("organisations.no_match")]


def test_what_was_searched_for_is_there_again_after_a_profile(page):
    shown = page()
    shown.text_input("organisation_search").set_value("allein").run()
    shown.selectbox("organisation").set_value("e").run()
    shown.run()
    assert [header.value for header in shown.header] == [escape_markdown("Allein AG")]
    shown.selectbox("organisation").set_value(None).run()
    assert shown.text_input("organisation_search").value == "allein"
    assert _names(shown) == ["Allein AG", "Allein AG"]


def test_a_scope_chooses_who_is_listed_and_partners_are_counted_all_the_same(page):
    table = page(kinds="startup").dataframe[0].value
    assert table[["name", "partners"]].to_numpy().tolist() == [["Gießerei Öztürk", 1]]


def test_two_of_one_name_are_told_apart(page):
    assert [option for option in page().selectbox("organisation").options if option.startswith("Allein")] == [
        "Allein AG (Kennung e)", "Allein AG (Kennung f)"
    ]  # fmt: skip


# Profiles.


def test_the_address_opens_a_profile_and_clearing_the_box_closes_it(page):
    shown = page(organisation="b")
    assert shown.header[0].value == escape_markdown("Müller-Lüdenscheidt GmbH")
    assert escape_markdown("Wissenschaft · Dortmund") in _said(shown)
    assert list(_metrics(shown).values())[:4] == ["1", "0", "2", "2"]
    shown.selectbox("organisation").set_value(None).run()
    shown.run()
    assert "organisation" not in shown.query_params
    assert len(_names(shown)) == 7


def test_choosing_one_writes_it_into_the_address(page):
    shown = page()
    shown.selectbox("organisation").set_value("c").run()
    shown.run()
    assert shown.query_params["organisation"] in ("c", ["c"])


def test_an_address_changed_by_hand_is_followed(page):
    shown = page(organisation="b")
    shown.query_params["organisation"] = "c"
    shown.run()
    assert shown.header[0].value == escape_markdown("Gießerei Öztürk")
    shown.query_params.clear()
    shown.run()
    assert len(_names(shown)) == 7


def test_the_way_it_came(page):
    assert escape_markdown("Zum ersten Mal auf einer Veranstaltung: 31.03.2024, „Zuletzt“") in "\n".join(
        _said(page(organisation="b"))
    )
    told = "\n".join(_said(page(organisation="c")))
    assert escape_markdown("Noch auf keiner Veranstaltung") in told
    assert escape_markdown("Zum ersten Mal beraten: 01.02.2024") in told
    assert escape_markdown("Erste Kooperation vereinbart: 06.06.2023, „Zwei“") in told


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        ("a", "c", "In 2 Schritten, über Müller-Lüdenscheidt GmbH."),
        ("b", "c", "Müller-Lüdenscheidt GmbH und Gießerei Öztürk arbeiten unmittelbar zusammen."),
        ("b", "d", "An diesem Tag führt kein Weg über Kooperationen von Müller-Lüdenscheidt GmbH zu Delta AG."),
    ],
)
def test_the_way_to_another(page, one, other, told):
    shown = page(organisation=one)
    shown.selectbox(f"organisation_way_{one}").set_value(other).run()
    assert escape_markdown(told) in _said(shown)


def test_time_stands_still_at_the_periods_end(page):
    shown = page(organisation="b", **{"from": "2023-Q1", "until": "2023-Q2"})
    assert escape_markdown("Stand 30.06.2023") in "\n".join(_said(shown))
    assert list(_metrics(shown).values())[:4] == ["0", "0", "2", "2"]
    before = page(organisation="b", **{"from": "2023-Q1", "until": "2023-Q1"})
    assert DE.text("organisations.quiet") in [info.value for info in before.info]


def test_an_undated_cooperation_is_shown_and_said_to_be_so(page):
    shown = page(organisation="a")
    assert escape_markdown(DE.text("organisations.undated", n=1)) in _said(shown)
    assert any("Ohne Datum" in table.value.to_numpy() for table in shown.dataframe)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_an_unknown_organisation_in_the_address_is_said_and_all_are_shown(page, lang):
    shown = page(organisation="<script>", lang=lang)
    assert [info.value for info in shown.info] == [Language(lang).text("organisations.unknown_id")]
    assert len(_names(shown)) == 7
    shown.run()
    assert "organisation" not in shown.query_params


def test_one_outside_the_scope_is_shown_with_a_word_about_it(page):
    shown = page(organisation="b", kinds="startup")
    assert DE.text("organisations.outside_scope") in [info.value for info in shown.info]
    assert shown.header[0].value == escape_markdown("Müller-Lüdenscheidt GmbH")
    assert _metrics(shown)["Partner"] == "2"
    assert "Delta AG" not in shown.selectbox("organisation").options


def test_nobody_in_scope(page):
    shown = page(kinds="multiplier")
    assert [info.value for info in shown.info] == [DE.text("organisations.none_in_scope")]


def test_one_that_never_took_part(page):
    shown = page(organisation="d")
    assert DE.text("organisations.quiet") in [info.value for info in shown.info]
    assert not shown.exception


def test_the_coordinator_has_no_partners_unless_it_is_counted(page):
    left_out = page(organisation="hub")
    assert DE.text("organisations.is_coordinator") in [info.value for info in left_out.info]
    assert _metrics(left_out)["Partner"] == "–"
    assert escape_markdown(DE.text("organisations.not_yet_cooperation")) not in "\n".join(_said(left_out))
    counted = page(organisation="hub", coordinator="1")
    assert _metrics(counted)["Partner"] == "1"


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("query", [{}, {"organisation": "a"}, {"organisation": "b"}], ids=str)
def test_names_and_titles_are_never_markup(page, query, lang):
    shown = page(lang=lang, **query)
    assert not shown.exception
    for text in _said(shown):
        assert not [raw for raw in RAW if raw in text], text


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("query", [{}, {"organisation": "O436"}, {"organisation": "O001"}], ids=str)
def test_tables_speak(demo_store, opened, query, lang):
    shown = opened(demo_store, "organisations", lang=lang, **query)
    assert not shown.exception
    cells = {cell for table in shown.dataframe for cell in table.value.to_numpy().ravel() if isinstance(cell, str)}
    assert cells & (TOKENS | ODDITIES) == set()


def test_the_real_file_leaves_undefined_what_it_does_not_hold(real_store, opened):
    directory = opened(real_store, "organisations")
    assert {"events_attended", "consultations", "first_contact_on"}.isdisjoint(directory.dataframe[0].value.columns)
    everybody = View(current(real_store)).ask("network_organisations")
    best = directory.dataframe[0].value.sort_values("partners").iloc[-1]
    organisation = everybody[everybody["name"] == best["name"]]["organisation_id"].iloc[0]
    shown = opened(real_store, "organisations", organisation=organisation)
    assert not shown.exception
    values = _metrics(shown)
    assert (values["Veranstaltungen besucht"], values["Beratungen"]) == ("–", "–")
    assert values["Partner"] == DE.number(int(best["partners"]))


# Searching.


@given(st.text(), st.text(max_size=5))
def test_every_text_holds_its_own_words_and_nothing(text, other):
    assert matching([text, other], "") == [True, True]
    assert matching([text], text) == [True]
    for word in text.split():
        assert matching([f"{other} {text}"], word.upper()) == [True] or word.upper().lower() != word.lower()


def test_umlauts_are_found_however_they_are_typed():
    spellings = ["Müller", "Mueller", "Muller", "MÜLLER", "Mu\N{COMBINING DIAERESIS}ller"]
    for typed in spellings:
        assert matching(spellings, typed) == [True] * 5
    assert matching(["Bauer", "Neue Quelle"], "er") == [True, False]
