"""Frames for the film: a network small enough to be worked out by hand, and ones as large as asked for.

The small one, quarters of 2024 (days included):

    k1  A B  from 10 January, joint project from 1 May
    k2  B C  1 February to 30 June
    k3  C D  from 15 April
    k4  D E  from 1 July
    F        from 1 July, without a partner

    end of   organisations   ties          new
    Q1       A B C           AB BC         AB BC
    Q2       A B C D         AB BC CD      CD
    Q3       A B C D E F     AB CD DE      DE        BC has ended
    Q4       A B C D E F     AB CD DE      none
"""

import numpy as np
import pandas as pd

KINDS = ("company", "science", "startup", "public", "multiplier", "unknown")


def small(**names):
    """The network of the docstring; keywords replace names."""
    ids = list("ABCDEF")
    nodes = pd.DataFrame(
        {
            "organisation_id": ids,
            "name": [names.get(name, f"Firma {name}") for name in ids],
            "kind": KINDS,
            "x": [0.0, 1.0, 0.0, 5.0, 6.0, 9.0],
            "y": [0.0, 0.0, 1.0, 0.0, 0.0, 3.0],
            "group": [0, 0, 0, 1, 1, 2],
        }
    )
    cooperation_ties = _dated(
        ["cooperation_id", "organisation_id", "partner_id"],
        ("k1", "A", "B", "2024-01-10", None),
        ("k2", "B", "C", "2024-02-01", "2024-06-30"),
        ("k3", "C", "D", "2024-04-15", None),
        ("k4", "D", "E", "2024-07-01", None),
    )
    presences = _dated(
        ["organisation_id"],
        ("A", "2024-01-10", None),
        ("B", "2024-01-10", None),
        ("B", "2024-02-01", "2024-06-30"),
        ("C", "2024-02-01", "2024-06-30"),
        ("C", "2024-04-15", None),
        ("D", "2024-04-15", None),
        ("D", "2024-07-01", None),
        ("E", "2024-07-01", None),
        ("F", "2024-07-01", None),
    )
    cooperations = pd.DataFrame(
        {
            "cooperation_id": ["k1", "k2", "k3", "k4"],
            "title": ["Wasserstoff", "Energie", "Stahl", "Wärme"],
            "kind": ["research", "pilot", "commission", None],
            "agreed_on": pd.to_datetime(["2024-01-10", "2024-02-01", "2024-04-15", "2024-07-01"]),
            "joint_on": pd.to_datetime(["2024-05-01", None, None, None]),
            "lasting_on": pd.to_datetime([None, None, None, None]),
        }
    )
    groups = pd.DataFrame({"group": [0, 1, 2], "name": ["Um Firma B", "Um Firma D", None]})
    return {
        "nodes": nodes,
        "presences": presences,
        "cooperation_ties": cooperation_ties,
        "cooperations": cooperations,
        "groups": groups,
        "steps": quarters(2024, 1),
    }


def many(count, group_size=40, ties_each=3, seed=5):
    """``count`` organisations on discs of ``group_size``, tied by chance over five years, mostly within a disc."""
    chance = np.random.default_rng(seed)
    place = np.arange(count)
    group, within = np.divmod(place, group_size)
    columns = int(np.ceil(np.sqrt(group.max() + 1)))
    angle, far = within * 2.4, 0.7 * np.sqrt(within)
    step = 2 * 0.7 * np.sqrt(group_size) + 2
    ids = np.array([f"o{number}" for number in place])
    one = np.repeat(place, ties_each)
    near = group[one] * group_size + chance.integers(0, group_size, len(one))
    other = np.where(chance.random(len(one)) < 0.85, np.minimum(near, count - 1), chance.integers(0, count, len(one)))
    kept = one != other
    low, high = np.minimum(one, other)[kept], np.maximum(one, other)[kept]
    since = pd.Timestamp("2020-01-01") + pd.to_timedelta(chance.integers(0, 1800, len(low)), "D")
    until = pd.Series(since + pd.to_timedelta(chance.integers(30, 1500, len(low)), "D"))
    until[chance.random(len(low)) < 0.4] = pd.NaT
    numbers = [f"k{number}" for number in range(len(low))]
    cooperation_ties = pd.DataFrame(
        {
            "cooperation_id": numbers,
            "organisation_id": ids[low],
            "partner_id": ids[high],
            "since": since,
            "until": until,
        }
    )
    others = cooperation_ties.drop(columns="organisation_id").rename(columns={"partner_id": "organisation_id"})
    presences = pd.concat([cooperation_ties, others])
    return {
        "nodes": pd.DataFrame(
            {
                "organisation_id": ids,
                "name": [f"Organisation mit Namen {number}" for number in place],
                "kind": chance.choice(KINDS, count),
                "x": (group % columns) * step + far * np.cos(angle),
                "y": (group // columns) * step + far * np.sin(angle),
                "group": group,
            }
        ),
        "presences": presences[["organisation_id", "since", "until"]],
        "cooperation_ties": cooperation_ties,
        "cooperations": pd.DataFrame(
            {
                "cooperation_id": numbers,
                "title": [f"Vorhaben {number}" for number in numbers],
                "kind": "pilot",
                "agreed_on": since,
                "joint_on": pd.NaT,
                "lasting_on": pd.NaT,
            }
        ),
        "groups": pd.DataFrame({"group": np.unique(group), "name": [f"Gruppe {g}" for g in np.unique(group)]}),
        "steps": quarters(2020, 5),
    }


def beginning(count):
    """As :func:`many`, only that everything begins in the first quarter."""
    frames = many(count)
    first = frames["steps"]["ends_on"].iloc[0]
    for name in ("cooperation_ties", "presences"):
        frames[name]["since"] = first
    return frames


def gathered(frames, events, seed=3):
    """``events`` with guests by chance, among them some who are in no picture, over the days of ``frames``."""
    chance = np.random.default_rng(seed)
    ids = [*frames["nodes"]["organisation_id"], *(f"stranger {number}" for number in range(10))]
    first, last = pd.Timestamp("2020-01-01"), frames["steps"]["ends_on"].iloc[-1]
    days = first + pd.to_timedelta(chance.integers(0, (last - first).days, events), "D")
    numbers = [f"e{number}" for number in range(events)]
    titles = [f"Treffen {number}" for number in range(events)]
    guests = [(event, guest) for event in numbers for guest in chance.choice(ids, 15, replace=False)]
    return (
        pd.DataFrame({"event_id": numbers, "title": titles, "happened_on": days}),
        pd.DataFrame(guests, columns=["event_id", "organisation_id"]),
    )


def met(meetings, organisation, day):
    """Whom an organisation met at an event until ``day``: found by joining the guests with themselves."""
    known, guests = meetings
    held = guests[guests["event_id"].isin(known.loc[known["happened_on"] <= day, "event_id"])]
    own = held[held["organisation_id"] == organisation][["event_id"]]
    return set(own.merge(held, on="event_id")["organisation_id"]) - {organisation}


def partners(frames, organisation, day, *, ever=False):
    """Whom an organisation has a tie with on ``day``; with ``ever`` also whom it had one with before."""
    rows = frames["cooperation_ties"]
    rows = rows[rows["since"] <= day] if ever else _running(rows, day)
    one = set(rows.loc[rows["organisation_id"] == organisation, "partner_id"])
    return one | set(rows.loc[rows["partner_id"] == organisation, "organisation_id"])


def empty():
    """A network that nobody is in yet."""
    return {name: frame.iloc[:0] for name, frame in small().items()}


def counted(frames, day):
    """How many organisations and ties run on ``day``, and how many ties began in its quarter: counted by pandas."""
    start = day - pd.DateOffset(months=3) + pd.offsets.MonthEnd(0)
    running = _running(frames["cooperation_ties"], day)
    pairs = set(zip(running["organisation_id"], running["partner_id"], strict=True))
    first = frames["cooperation_ties"].groupby(["organisation_id", "partner_id"])["since"].min()
    return {
        "organisations": _running(frames["presences"], day)["organisation_id"].nunique(),
        "ties": len(pairs),
        "fresh": sum(1 for pair in pairs if first[pair] > start),
    }


def quarters(year, years):
    """The quarters of so many years."""
    ends = pd.period_range(f"{year}Q1", periods=4 * years, freq="Q")
    return pd.DataFrame(
        {"name": [f"{end.year}-Q{end.quarter}" for end in ends], "ends_on": [end.end_time.normalize() for end in ends]}
    )


def _running(rows, day):
    return rows[(rows["since"] <= day) & (rows["until"].isna() | (rows["until"] >= day))]


def _dated(columns, *rows):
    frame = pd.DataFrame(rows, columns=[*columns, "since", "until"])
    return frame.assign(since=pd.to_datetime(frame["since"]), until=pd.to_datetime(frame["until"]))
