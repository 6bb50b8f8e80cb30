"""Joining without asking, taking back, and deciding: each a batch, undone like any other."""

import duckdb
import pytest

from analytics.commands.run import run
from analytics.errors import QuestionError
from analytics.identity.decisions import decide_different, decide_later, decide_parent, decide_same
from analytics.identity.joining import join_sure
from analytics.identity.review import review
from analytics.intake.importing import import_files
from analytics.language import Language
from analytics.store import Store
from analytics.warehouse import build

MEMBERS = (
    "organisation_id;name;kind;place\nO1;Kessel Optik GmbH;company;Hagen\nO2;Universität Almefunken;science;Unna\n"
)
GUESTS = "organisation_id;name;kind;place\nG1;KESSEL OPTIK;unknown;Hagen\n"
LIST = "Firma;Veranstaltung;Datum;Status;Name Teilnehmer*in\nKessel Optik;Fest;01.03.2025;bezahlt;x\n"


class Network:
    """A store, files, and who is there once all is resolved."""

    def __init__(self, folder):
        self.folder = folder
        self.store = Store(folder / "store")

    def take(self, *texts):
        for text in texts:
            path = self.folder / f"{len(list(self.folder.iterdir()))}.csv"
            path.write_text(text, "utf-8")
            report = import_files(self.store, [path])
            assert report.rejections == []
        return report.batch

    def join(self):
        return join_sure(self.store, title="join")

    def there(self):
        with duckdb.connect(str(build(self.store).path), read_only=True) as connection:
            return [
                row[0]
                for row in connection.execute("select organisation_id from base.organisations order by all").fetchall()
            ]

    def asked(self):
        return [question.candidate.ids for question in review(self.store).questions]


@pytest.fixture
def network(tmp_path):
    (tmp_path / "network").mkdir()
    return Network(tmp_path / "network")


def test_sure_ones_are_joined_and_told(network):
    network.take(MEMBERS, GUESTS)
    joined = network.join()
    (join,) = joined.joins
    assert (join.joined.organisation, join.lead.organisation) == ("G1", "O1")
    assert network.there() == ["O1", "O2"]
    assert join.sentence(Language("en")).startswith("“KESSEL OPTIK” counts as “Kessel Optik GmbH”. ")
    assert network.store.ledger()[-1].who == "rules"


def test_the_order_of_arrival_makes_no_difference(network, tmp_path):
    (tmp_path / "other").mkdir()
    other = Network(tmp_path / "other")
    network.take(MEMBERS)
    network.join()
    network.take("event_id;title;starts_on;format;status\nE1;Fest;2025-03-01;reception;held\n", GUESTS, LIST)
    network.join()
    other.take("event_id;title;starts_on;format;status\nE1;Fest;2025-03-01;reception;held\n", LIST)
    other.join()
    other.take(GUESTS)
    other.join()
    other.take(MEMBERS)
    other.join()
    assert network.there() == other.there() == ["O1", "O2"]


def test_doing_it_again_changes_nothing(network):
    network.take(MEMBERS, GUESTS)
    assert network.join().batch
    before = network.store.ledger()
    assert network.take(MEMBERS, GUESTS) is None
    assert network.join().batch is None
    assert network.store.ledger() == before


def test_what_was_taken_back_is_not_joined_again_but_asked(network):
    network.take(MEMBERS, GUESTS)
    network.store.undo(network.join().batch)
    assert network.there() == ["G1", "O1", "O2"]
    assert network.join().batch is None
    (question,) = review(network.store).questions
    assert (question.candidate.ids, question.taken_back) == (("G1", "O1"), True)


def test_two_that_one_source_has_side_by_side_are_asked(network):
    network.take("organisation_id;name;kind;place\nO1;Kessel Optik GmbH;company;Hagen\nO2;Kessel Optik;company;Hagen\n")
    assert network.join().joins == ()
    assert network.asked() == [("O1", "O2")]


def test_a_name_that_may_be_one_of_several_is_asked(network):
    """Without a place, the guest may be of either town."""
    network.take(
        "organisation_id;name;kind;place\nO1;Kessel Optik GmbH;company;Hagen\n",
        "organisation_id;name;kind;place\nO2;Kessel Optik GmbH;company;Hamm\n",
        "organisation_id;name;kind\nG1;Kessel Optik GmbH;unknown\n",
    )
    assert network.join().joins == ()
    assert set(network.asked()) == {("G1", "O1"), ("G1", "O2"), ("O1", "O2")}


def test_a_name_that_fits_between_two_is_asked(network):
    """The one in the middle may be either of the others, which are not one for sure."""
    network.take(
        "organisation_id;name;kind;place\nO1;Almefunken Kesselbau Nordwerk;company;Hagen\n",
        "organisation_id;name;kind;place\nO2;Almefunken Kesselbau Umformwerk;company;Hagen\n",
        "organisation_id;name;kind;place\nO3;Almefunken Kesselbau;company;Hagen\n",
    )
    assert network.join().joins == ()


def test_the_same(network):
    network.take(MEMBERS)
    decide_same(network.store, "O1", "O2", title="same")
    assert network.there() == ["O1"]
    network.store.undo(network.store.ledger()[-1].batch)
    assert network.there() == ["O1", "O2"]


def test_different_is_remembered_and_asked_never_again(network):
    network.take(MEMBERS, GUESTS)
    decide_different(network.store, "G1", "O1", title="different")
    assert network.join().batch is None
    assert network.asked() == []
    network.store.undo(network.store.ledger()[-1].batch)
    assert network.join().batch


def test_different_parts_what_was_joined(network):
    network.take(MEMBERS, GUESTS)
    network.join()
    decide_different(network.store, "O1", "G1", title="different")
    assert network.there() == ["G1", "O1", "O2"]
    assert network.join().batch is None


def test_the_same_after_all(network):
    network.take(MEMBERS, GUESTS)
    decide_different(network.store, "G1", "O1", title="different")
    decide_same(network.store, "G1", "O1", title="same")
    assert network.there() == ["O1", "O2"]


def test_parent_and_child_stay_two(network):
    network.take(MEMBERS)
    decide_parent(network.store, "O2", "O1", title="parent")
    with duckdb.connect(str(build(network.store).path), read_only=True) as connection:
        found = connection.execute("select organisation_id, parent_id from base.organisations order by all").fetchall()
    assert found == [("O1", "O2"), ("O2", None)]
    assert network.asked() == []


def test_nobody_is_above_its_own_parent(network):
    network.take(MEMBERS)
    decide_parent(network.store, "O2", "O1", title="parent")
    with pytest.raises(QuestionError):
        decide_parent(network.store, "O1", "O2", title="parent")


def test_later_comes_last(network):
    network.take(MEMBERS, GUESTS)
    decide_later(network.store, "O1", "G1", title="later")
    assert network.join().batch is None
    (question,) = review(network.store).questions
    assert question.put_off


@pytest.mark.parametrize("decide", [decide_same, decide_different, decide_parent, decide_later])
def test_who_is_not_there_cannot_be_decided_on(network, decide):
    network.take(MEMBERS)
    with pytest.raises(QuestionError):
        decide(network.store, "O1", "O9", title="?")


def test_side_by_side(network):
    """Both were at the Fest, which counts once; of place and kind the leading one speaks."""
    network.take(
        MEMBERS,
        "organisation_id;name;kind;place;postcode\nG1;Kessel;company;Hagen;58095\n",
        "event_id;title;starts_on;format;status\nE1;Fest;2025-03-01;reception;held\nE2;Ball;2025-04-01;reception;held\n",
        "event_id;organisation_id;status\nE1;O1;attended\nE1;G1;attended\nE2;G1;attended\n",
    )
    found = review(network.store)
    (question,) = [question for question in found.questions if question.candidate.ids == ("G1", "O1")]
    facts = found.side_by_side(question).set_index("fact")
    assert facts.loc["events"].to_list() == [2, 1, 2]
    assert facts.loc["postcode"].to_list() == ["58095", None, "58095"]
    assert facts.loc["place"].to_list() == ["Hagen", "Hagen", "Hagen"]
    assert found.shared(question) == {"events": ["E1"], "cooperations": []}
    frame = found.frame(Language("de"))
    assert frame.loc[0, ["one_id", "other_id", "put_off"]].to_list() == ["G1", "O1", False]
    assert frame.loc[0, "reasons"]


def test_the_commands(network, monkeypatch, capsys):
    monkeypatch.setenv("NETWORK_STORE", str(network.store.folder))
    files = [network.folder / name for name in ("members.csv", "guests.csv")]
    for path, text in zip(files, (MEMBERS, GUESTS), strict=True):
        path.write_text(text, "utf-8")
        assert run(["--language", "en", "import", str(path)]) == 0
    said = capsys.readouterr().out
    assert "1 organisation was joined with another" in said
    assert "“KESSEL OPTIK” counts as “Kessel Optik GmbH”." in said
    assert run(["undo", network.store.ledger()[-1].batch]) == 0
    assert run(["--language", "en", "organisations", "--join"]) == 0
    assert "No organisation surely is the same" in capsys.readouterr().out
    assert run(["--language", "en", "organisations"]) == 0
    assert "KESSEL OPTIK (G1) – Kessel Optik GmbH (O1)" in capsys.readouterr().out
    assert run(["organisations", "--same", "G1", "O1"]) == 0
    assert network.there() == ["O1", "O2"]
    capsys.readouterr()
    assert run(["--language", "en", "organisations", "--from", "0"]) == 0
    assert capsys.readouterr().out == "There are no organisations to decide on.\n"
    assert run(["organisations", "--different", "O1", "O7"]) == 2


def test_a_name_in_capitals_does_not_lead(tmp_path):
    network = Network(tmp_path)
    network.take(
        "Firma;Ort;Mitglied seit\nKESSEL OPTIK GMBH;Hagen;01.03.2020\nLinse AG;Unna;01.03.2020\n",
        "Firma;Ort;Mitglied seit\nKessel-Optik GmbH;Hagen;01.03.2021\n",
    )
    assert [(join.joined.name, join.lead.name) for join in network.join().joins] == [
        ("KESSEL OPTIK GMBH", "Kessel-Optik GmbH")
    ]
