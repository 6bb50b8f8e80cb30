"""Who has a place keeps it: from one snapshot to the next, and whatever else comes."""

from datetime import date

import networkx as nx
import numpy as np
import pandas as pd
import pytest
from scipy.spatial.distance import pdist

from analytics.intake.importing import import_files
from analytics.network import Network
from analytics.network.picture import positions
from analytics.network.picture.layout import layout
from analytics.network.picture.positions import settled
from analytics.network.picture.spacing import LEAST
from analytics.store import Store
from analytics.warehouse import View, build, current
from tests.network.graphs import network_from
from tests.tables import store_from

FIRST = date(2024, 1, 1)


def _network(ties, alone=(), coordinator=None):
    """Everything without the coordinator, and with it, of pairs such as "ab"."""
    rows = [(tie, end, FIRST, None) for tie in ties for end in tie] + [(f"{one}!", one, FIRST, None) for one in alone]
    kinds = dict.fromkeys(sorted({row[1] for row in rows}), "company")
    whole = network_from(rows, kinds, coordinators=[coordinator] if coordinator else [])
    apart = [row for row in rows if coordinator not in row[0]] if coordinator else rows
    others = network_from(apart, {one: kind for one, kind in kinds.items() if one != coordinator})
    return others.on(None, cumulative=True), whole.on(None, cumulative=True)


def _places(frame):
    return {one: (x, y) for one, x, y in frame[["organisation_id", "x", "y"]].itertuples(index=False, name=None)}


CHAIN = ["ab", "bc", "cd", "de", "ea", "ac", "xy", "yz", "zx", "ex"]


def test_the_first_time_everybody_stands_where_the_layout_puts_them():
    network, whole = _network(CHAIN)
    assert settled(network, whole, None).equals(layout(network))


def test_who_has_a_place_keeps_exactly_that_place_and_newcomers_stand_by_their_partners():
    before = settled(*_network(CHAIN), None)
    after = settled(*_network([*CHAIN, "an", "bn", "cn"]), before)
    there = _places(after)
    assert {one: there[one] for one in _places(before)} == _places(before)
    middle = np.mean([there[one] for one in "abc"], axis=0)
    assert np.hypot(*(np.array(there["n"]) - middle)) <= 3 * LEAST
    groups = after.set_index("organisation_id")["group"]
    assert groups["n"] == groups["a"]


def test_who_is_gone_keeps_the_place_and_nobody_else_takes_it():
    # g is gone from between a and b, where n would stand best.
    before = pd.DataFrame(
        {"organisation_id": [*"abcdefg"], "x": [0.0, 2, 4, 6, 8, 10, 1], "y": 0.0, "group": [0, 0, 0, 0, 0, 0, 7]}
    )
    between = settled(*_network(["ab", "bc", "cd", "de", "ef", "an", "bn"], alone="m"), before).set_index(
        "organisation_id"
    )
    assert tuple(between.loc["g", ["x", "y", "group"]]) == (1, 0, 7)
    assert pdist(between[["x", "y"]].to_numpy()).min() >= LEAST - 1e-9
    assert between.loc["n", "group"] == 0
    assert between.loc["m", "group"] == 8  # 7 is g's still


def test_everything_moves_only_where_three_in_ten_are_new():
    before = settled(*_network(CHAIN), None)  # eight
    three_more = settled(*_network([*CHAIN, "an", "no", "op"]), before)  # of eleven, three are new: 27 %
    assert _places(before).items() <= _places(three_more).items()
    four_more = settled(*_network([*CHAIN, "an", "no", "op", "pq"]), before)  # of twelve, four: 33 %
    assert not _places(before).items() <= _places(four_more).items()


def test_the_coordinator_stands_among_its_partners_and_is_in_no_group():
    ties = [*CHAIN, *(f"{one}!" for one in "abcxyz"), "h!"]
    found = settled(*_network(ties, coordinator="!"), None).set_index("organisation_id")
    assert found.loc["!", "group"] == -1
    assert (found.drop(index="!")["group"] >= 0).all()
    # h works with the coordinator only: it stands by it, in a group of its own.
    assert np.hypot(*(found.loc["h", ["x", "y"]] - found.loc["!", ["x", "y"]]).astype(float)) <= 3 * LEAST
    assert (found["group"] == found.loc["h", "group"]).sum() == 1
    assert pdist(found[["x", "y"]].to_numpy()).min() >= 0.8 * LEAST


def test_with_the_coordinator_alone_there_is_a_place_for_everybody():
    found = settled(*_network(["a!", "b!"], coordinator="!"), None)
    assert set(found["organisation_id"]) == {"a", "b", "!"}
    assert np.isfinite(found[["x", "y"]].to_numpy()).all()
    assert pdist(found[["x", "y"]].to_numpy()).min() >= LEAST - 1e-9


def test_a_newcomer_without_a_placed_partner_stands_beside_all():
    before = settled(*_network(CHAIN), None)
    after = settled(*_network(CHAIN, alone="n"), before).set_index("organisation_id")
    assert after.loc["n", "x"] > before["x"].max() + LEAST
    assert after.loc["n", "group"] == before["group"].max() + 1


def test_ten_snapshots_in_a_row_move_nobody():
    graph = nx.barabasi_albert_graph(60, 2, seed=1)
    known = None
    for count in range(40, 60):
        part = graph.subgraph(range(count))
        rows = [(f"{one}+{other}", f"o{end:02}", FIRST, None) for one, other in part.edges for end in (one, other)]
        network = network_from(rows, {f"o{node:02}": "company" for node in part}).on(None, cumulative=True)
        found = settled(network, network, known)
        if known is not None:
            assert _places(known).items() <= _places(found).items()
        assert pdist(found[["x", "y"]].to_numpy()).min() >= 0.8 * LEAST
        known = found


def _take(store, folder, number, ties):
    """Import pairs of organisations as cooperations, one batch; the view of the snapshot that it makes."""
    folder = folder / f"batch {number}"
    folder.mkdir()
    members = sorted({end for tie in ties for end in tie})
    tables = {
        "organisations": ["organisation_id,name,kind", *(f"{one},{one.upper()},company" for one in members)],
        "cooperations": ["cooperation_id,title,kind", *(f"{tie},{tie},other" for tie in ties)],
        "cooperation_stages": ["cooperation_id,stage,since", *(f"{tie},3,2024-01-01" for tie in ties)],
        "cooperation_members": ["cooperation_id,organisation_id", *(f"{tie},{end}" for tie in ties for end in tie)],
    }
    for name, lines in tables.items():
        (folder / f"{name}.csv").write_text("\n".join(lines) + "\n", "utf-8")
    assert import_files(store, [folder]).rejections == []
    return View(build(store))


@pytest.fixture
def store(tmp_path):
    return Store(tmp_path / "store")


def _kept(store):
    return sorted(file.name for file in store.snapshots.glob("*.positions.parquet"))


def test_a_second_snapshot_moves_nobody(store, tmp_path):
    before = positions.positions(_take(store, tmp_path, 1, CHAIN))
    view = _take(store, tmp_path, 2, ["an", "mn"])
    after = positions.positions(view)
    assert _places(before).items() < _places(after).items()
    assert set(after["organisation_id"]) == {*"abcdexyzmn"}
    assert len(_kept(store)) == 2


def test_the_positions_read_back_are_the_same(store, tmp_path):
    view = _take(store, tmp_path, 1, CHAIN)
    first = positions.positions(view)
    assert _kept(store) == [f"{view.snapshot.name}.positions.parquet"]
    pd.testing.assert_frame_equal(positions.positions(view), first)


def test_positions_are_of_all_time_and_whatever_the_audience(store, tmp_path):
    view = _take(store, tmp_path, 1, CHAIN)
    assert set(positions.positions(view)["organisation_id"]) == set(Network.of(view).on(None, cumulative=True).ids)
    public = positions.positions(View(view.snapshot, "public"))
    assert sorted(_places(public).values()) == sorted(_places(positions.positions(view)).values())


def test_what_a_killed_process_left_behind_is_never_read(store, tmp_path, monkeypatch):
    view = _take(store, tmp_path, 1, CHAIN)

    def killed(frame, path, **options):
        path.write_bytes(b"PAR1 half of it")
        raise KeyboardInterrupt

    monkeypatch.setattr(pd.DataFrame, "to_parquet", killed)
    with pytest.raises(KeyboardInterrupt):
        positions.positions(view)
    monkeypatch.undo()
    assert _kept(store) == []
    found = positions.positions(view)
    assert set(found["organisation_id"]) == {*"abcdexyz"}
    after = positions.positions(_take(store, tmp_path, 2, ["an"]))
    assert _places(found).items() < _places(after).items()


@pytest.mark.parametrize("cause", [PermissionError(13, "Permission denied"), OSError(30, "Read-only file system")])
def test_a_folder_that_cannot_be_written_only_keeps_nothing(store, tmp_path, monkeypatch, cause, caplog):
    view = _take(store, tmp_path, 1, CHAIN)

    def refuse(frame, path, **options):
        raise cause

    monkeypatch.setattr(pd.DataFrame, "to_parquet", refuse)
    first, again = positions.positions(view), positions.positions(view)
    pd.testing.assert_frame_equal(first, again)
    assert _kept(store) == []
    assert "positions not kept" in caplog.text


@pytest.mark.parametrize("content", [b"", b"PAR1 nonsense", bytes(100)], ids=["empty", "cut off", "zeros"])
def test_a_file_that_cannot_be_read_is_made_again(store, tmp_path, content):
    view = _take(store, tmp_path, 1, CHAIN)
    first = positions.positions(view)
    (store.snapshots / _kept(store)[0]).write_bytes(content)
    pd.testing.assert_frame_equal(positions.positions(view), first)
    (store.snapshots / _kept(store)[0]).write_bytes(content)
    assert len(positions.positions(_take(store, tmp_path, 2, ["an"]))) == 9


def test_an_empty_network_has_no_positions_and_a_later_one_has(store, tmp_path, empty_store):
    found = positions.positions(View(current(empty_store)))
    assert list(found.columns) == ["organisation_id", "x", "y", "group"]
    assert found.empty
    again = positions.positions(View(current(empty_store)))
    assert again.empty
    assert settled(*_network(CHAIN), again).equals(settled(*_network(CHAIN), None))


def test_the_demos_positions_hold_everybody_apart(demo_store):
    view = View(current(demo_store))
    found = positions.positions(view)
    assert not found["organisation_id"].duplicated().any()
    assert np.isfinite(found[["x", "y"]].to_numpy()).all()
    assert pdist(found[["x", "y"]].to_numpy()).min() >= 0.6 * LEAST
    organisations = view.ask("network_organisations").set_index("organisation_id")
    outside = set(found.loc[found["group"] < 0, "organisation_id"]) & set(organisations.index)
    assert outside == set()  # the coordinator is not among those shown without it


CONSENTS = """
organisations:
organisation_id | name | kind    | consents_to_name
a               | A    | company | A_CONSENTS
b               | B    | company | no
c               | C    | company | no
d               | D    | company | no
e               | E    | company | yes

cooperations:
cooperation_id | title | kind
k              | K     | pilot

cooperation_stages:
cooperation_id | stage | since
k              | 3     | 2024-01-01

cooperation_members:
cooperation_id | organisation_id
k              | a
k              | b
k              | c
k              | d
k              | e
"""


def test_who_agrees_no_longer_stands_somewhere_among_the_others_without_a_name(tmp_path):
    store = store_from(CONSENTS.replace("A_CONSENTS", "yes"), tmp_path)
    before = _places(positions.positions(View(current(store), "public")))
    (tmp_path / "withdrawn.csv").write_text("organisation_id,name,kind,consents_to_name\na,A,company,no\n")
    import_files(store, [tmp_path / "withdrawn.csv"])
    after = _places(positions.positions(View(build(store), "public")))
    assert after.pop("e") == before.pop("e")
    assert sorted(after) == ["unnamed-1", "unnamed-2", "unnamed-3", "unnamed-4"]
    assert sorted(after.values()) == sorted(before.values())


def test_those_without_a_name_stand_by_the_order_of_their_numbers():
    """Numbers are given by chance, so every order is as likely: x, who was left of y, may stand right of it."""
    frame = pd.DataFrame({"x": [0.0, 1, 2, 9], "y": 0.0, "group": [0, 0, 0, 1]})
    for ids, places in ((["n", "u1", "u2", "u3"], {"u1": 1, "u2": 2}), (["n", "u2", "u1", "u3"], {"u1": 1, "u2": 2})):
        shown = frame.assign(organisation_id=ids)
        found = positions._exchanged(shown, shown["organisation_id"] != "n").set_index("organisation_id")["x"].to_dict()
        assert found == {"n": 0, "u3": 9, **places}
