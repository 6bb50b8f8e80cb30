"""What is sure, what is asked about, and why."""

import pytest

from analytics.identity.records import Known, where
from analytics.identity.score import points, score
from analytics.language import LANGUAGES, Language
from analytics.language.load import texts
from tests.identity.conftest import record, rules

SURE = {
    "legal form": ("Kessel Optik GmbH", "Kessel Optik"),
    "umlauts": ("Möllerwerke Anlagenbau", "MOELLERWERKE ANLAGENBAU"),
    "a slip of the pen": ("Fondazione Santoboto Pausilipon", "Fondazione Santobono Pausilipon"),
    "written together": ("Panstwowy Instytut Ochrony Roslin", "Panstwowyinstytut Ochrony Roslin"),
    "its own short form": ("Institut für Angewandte Hydrologie", "Institut für Angewandte Hydrologie (IFAH)"),
    "the town": ("Deutsches Krebsforschungszentrum", "Deutsches Krebsforschungszentrum Hagen"),
    "translated": ("Research Institute Almefunken", "Forschungsinstitut Almefunken"),
}
ASKED = {
    "a word of their own": ("Kessel Optik GmbH", "Kessel Akustik GmbH", "own_words"),
    "a part": ("Universität Hagen", "Universität Hagen, Lehrstuhl für Almekunde", "part"),
    "a part in a longer word": ("Kessel Optik", "Kessel Optik Bildungszentrum", "part"),
    "what may be another": ("Kessel Optik GmbH", "Kessel Optik Stiftung", "kind"),
    "a group": ("Kessel Optik GmbH", "Kessel Optik Holding GmbH", "kind"),
    "one word and another": ("Almefunken GmbH", "Almefunken Robotics GmbH", "more_words"),
    "another university": ("Universität Hagen", "Technische Universität Hagen", "more_words"),
    "another number": ("Kessel Optik Werk 2", "Kessel Optik Werk 3", "own_words"),
    "one letter in a short name": ("Schulte Maschinenbau GmbH", "Schulze Werkzeugbau GmbH", "own_words"),
}


@pytest.mark.parametrize(("one", "other"), SURE.values(), ids=SURE)
def test_sure(scored, one, other):
    found = scored(one, other)
    assert (found.is_sure, found.doubts) == (True, ())


@pytest.mark.parametrize(("one", "other", "doubt"), ASKED.values(), ids=ASKED)
def test_asked(scored, one, other, doubt):
    found = scored(one, other)
    assert not found.is_sure
    assert not found.doubts or doubt in rules(found.doubts)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"place": "Hagen"}, {"place": "Hamm"}),
        ({"country": "DE"}, {"country": "AT"}),
        ({"postcode": "58095"}, {"postcode": "44137"}),
        ({"district": "05914"}, {"district": "05915"}),
        ({"place": "Herne"}, {"place": "Werne"}),
    ],
)
def test_who_merely_shares_a_name_stays_apart(one, other):
    pair = (record("Stadtwerke Kesselkraft GmbH", **one), record("Stadtwerke Kesselkraft GmbH", **other))
    assert where(*pair) == "other"
    assert "other_place" in rules(score(*pair, Known.of(pair)).doubts)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"place": "Köln"}, {"place": "Cologne"}),
        ({"place": "KOELN"}, {"place": "Köln 41"}),
        ({"place": "Hagen"}, {"place": "Hagen (Westf.)"}),
        ({"place": "Dresden"}, {"place": "Laubegast (Dresden)"}),
        ({"postcode": "58095"}, {"postcode": "58095"}),
        ({"place": "Hagen", "postcode": "58095"}, {"place": "Hagen", "postcode": "58097"}),
        ({"district": "05914"}, {"district": "05914"}),
    ],
)
def test_one_place_written_in_two_ways(one, other):
    assert where(record("a", **one), record("b", **other)) == "same"


@pytest.mark.parametrize("other", [{}, {"district": "abroad"}, {"postcode": "58095"}])
def test_what_is_not_known_is_no_other_place(other):
    assert where(record("a", "Hagen"), record("b", **other)) == "unknown"


@pytest.mark.parametrize(
    ("one", "other", "is_sure"),
    [
        ("Kessel Optik", "Kessel Optik GmbH", True),
        ("Kessel GmbH", "Kessel GmbH", True),
        ("Kessel", "Kessel GmbH", False),
        ("Kessel Optik", "Kessel Optik Hagen", False),
        ("Stadt Netz", "Stadt Netz", False),
    ],
)
def test_without_a_place_the_names_must_say_enough(scored, one, other, is_sure):
    assert scored(one, other, "Hagen", other_place="").is_sure is is_sure


def test_who_is_kept_apart_by_its_source_is_asked_about(scored):
    assert rules(scored("Kessel Optik GmbH", "Kessel Optik", source="000001").doubts) == {"same_source"}


def test_a_domain_says_whose_a_name_is():
    kessel, short = record("Kessel Optik GmbH"), record("KO", domains=frozenset({"kessel-optik.de"}))
    assert "domain_says" in rules(score(kessel, short, Known.of([kessel, short])).reasons)
    other = record("Almefunken", domains=frozenset({"kessel-optik.de"}))
    assert "same_domain" in rules(score(other, short, Known.of([other, short])).reasons)


@pytest.mark.parametrize(
    ("one", "other", "parent"),
    [
        ("Universität Hagen", "Universität Hagen Lehrstuhl Almekunde", "one"),
        ("Kessel Optik Bildungszentrum", "Kessel Optik", "other"),
        ("Kessel Holding GmbH", "Kessel GmbH", "one"),
        ("Kessel Optik", "Kessel Optik GmbH", None),
        ("Institut für Almekunde", "Lehrstuhl für Almekunde", None),
    ],
)
def test_who_may_be_the_parent(scored, one, other, parent):
    assert scored(one, other).parent == parent


def test_words_that_many_have_say_little():
    """Five of seven do something with presses: that two of them do says nothing."""
    many = [record(f"Presse {word} Werk", "Hagen") for word in ("Alme", "Bever", "Diemel", "Emscher", "Lippe")]
    pair = [record("Presse Kessel", "Hagen"), record("Presse Bolzen", "Hagen")]
    alone, among = score(*pair, Known.of(pair)), score(*pair, Known.of([*pair, *many]))
    assert among.likelihood < alone.likelihood


def test_points_add_up_to_the_likelihood(scored):
    found = scored("Kessel Optik GmbH", "Kessel Akustik GmbH")
    total = points()["begin"] + sum(reason.points for reason in found.reasons)
    assert found.likelihood == pytest.approx(1 / (1 + 2.718281828459045 ** (-total / 10)))


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_rule_has_its_sentence(scored, code):
    assert {f"identity.{rule}" for rule in points() if rule != "begin"} <= set(texts())
    found = scored("Universität Hagen", "Universität Hagen Lehrstuhl Almekunde")
    for reason in (*found.reasons, *found.doubts):
        assert "{" not in reason.sentence(Language(code))


@pytest.mark.parametrize(
    ("whole", "part"),
    [
        ("Universität Bielefeld", "Universität Bielefeld, Fakultät für Physik"),
        ("RWTH Aachen", "RWTH Aachen, Lehrstuhl für Textilmaschinen"),
        ("Hochschule Hamm-Lippstadt", "Institut für Almekunde der Hochschule Hamm-Lippstadt"),
    ],
)
def test_a_part_is_listed_beside_its_whole_though_nothing_else_is_known(whole, part):
    records = (record(whole), record(part), record("Kessel Optik GmbH"), record("Universität Hagen"))
    found = score(records[0], records[1], Known.of(records))
    assert "part_of" in rules(found.reasons)
    assert (found.parent, found.is_sure) == ("one", False)
    assert found.likelihood >= 0.5


def test_what_two_parts_share_makes_neither_part_of_the_other(scored):
    found = scored("Universität Hagen, Institut für Physik", "Universität Hagen, Institut für Chemie")
    assert "part_of" not in rules(found.reasons)


def test_the_regions_short_name_is_its_name():
    records = (record("TH OWL"), record("Technische Hochschule Ostwestfalen-Lippe"), record("Handwerkskammer OWL"))
    likely = [score(records[0], other, Known.of(records)).likelihood for other in records[1:]]
    assert likely[0] >= 0.5 > likely[1]
