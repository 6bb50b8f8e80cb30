"""Small worlds: any three to eight organisations with a few events, cooperations, consultations, grants and targets."""

import csv
from datetime import date, timedelta

from hypothesis import strategies as st

FIRST = date(2023, 1, 1)
DAYS = [
    FIRST + timedelta(days=days)
    for days in (0, 1, 89, 90, 179, 180, 181, 270, 364, 365, 366, 450, 545, 546, 730, 731, 820)
]
"""Few days, many of them 180 or 365 days, a quarter or a year apart, so that bounds are met."""

days = st.sampled_from(DAYS).map(date.isoformat)
perhaps_a_day = st.one_of(st.just(""), days)
truth = st.sampled_from(["true", "false"])
topics = st.sampled_from(["", "Holz", "Stahl", "Holz, Stahl"])
districts = st.sampled_from(["05913", "05913", "05911", "elsewhere", ""])


@st.composite
def worlds(draw):
    """The tables of a world: by name, rows of cells by column."""
    organisations = [f"O{number}" for number in range(draw(st.integers(3, 8)))]
    events = [f"V{number}" for number in range(draw(st.integers(0, 4)))]
    cooperations = [f"K{number}" for number in range(draw(st.integers(0, 4)))]
    has_coordinator = draw(st.booleans())
    tables = {
        "organisations": [
            _organisation(draw, name, is_coordinator=has_coordinator and name == "O0") for name in organisations
        ],
        "events": [_event(draw, name) for name in events],
        "participations": [
            _participation(draw, f"T{number}", events, organisations)
            for number in range(draw(st.integers(0, 24)) if events else 0)
        ],
        "cooperations": [_cooperation(draw, name) for name in cooperations],
        "cooperation_stages": [row for name in cooperations for row in _stages(draw, name)],
        "cooperation_members": [row for name in cooperations for row in _members(draw, name, organisations)],
        "consultations": [
            {
                "consultation_id": f"B{number}",
                "organisation_id": draw(st.sampled_from(organisations)),
                "held_on": draw(days),
                "is_structured": draw(truth),
            }
            for number in range(draw(st.integers(0, 4)))
        ],
        "funding": [
            _funding(draw, f"F{number}", organisations, cooperations) for number in range(draw(st.integers(0, 6)))
        ],
        "targets": [_target(draw, due_on) for due_on in draw(st.lists(days, unique=True, max_size=3))],
    }
    return {name: rows for name, rows in tables.items() if rows}


def _organisation(draw, name, *, is_coordinator):
    return {
        "organisation_id": name,
        "name": f"Werk {name}",
        "kind": draw(st.sampled_from(["company", "company", "startup", "science", "public", "unknown"])),
        "size": draw(st.sampled_from(["micro", "medium", "large", "unknown", ""])),
        "nace_code": draw(st.sampled_from(["28.4", "10", "62.01", ""])),
        "district": draw(districts),
        "member_since": draw(perhaps_a_day),
        "is_coordinator": str(is_coordinator).lower(),
    }


def _event(draw, name):
    return {
        "event_id": name,
        "title": f"Treffen {name}",
        "starts_on": draw(days),
        "format": "forum",
        "district": draw(districts),
        "topics": draw(topics),
        "status": draw(st.sampled_from(["held", "held", "held", "cancelled", "planned"])),
        "unlisted_headcount": draw(st.sampled_from(["", "0", "7"])),
    }


def _participation(draw, name, events, organisations):
    return {
        "participation_id": name,
        "event_id": draw(st.sampled_from(events)),
        "organisation_id": draw(st.sampled_from([*organisations, ""])),
        "person_id": draw(st.sampled_from(["", "", "p1", "p2", "p3"])),
        "persons": draw(st.sampled_from(["", "1", "3"])),
        "status": draw(st.sampled_from(["attended", "attended", "attended", "no_show", "registered", "cancelled"])),
        "walk_in": draw(st.sampled_from(["false", "false", "true"])),
        "registered_on": "",
    }


def _cooperation(draw, name):
    return {
        "cooperation_id": name,
        "title": f"Vorhaben {name}",
        "kind": draw(st.sampled_from(["research", "research", "pilot"])),
        "topics": draw(topics),
        "evidence": draw(st.sampled_from(["", "none", "document"])),
        "ended_on": draw(st.one_of(st.just(""), st.just(""), days)),
    }


def _stages(draw, name):
    stages = draw(st.lists(st.integers(1, 5), unique=True, max_size=4).map(sorted))
    since = draw(st.lists(days, min_size=len(stages), max_size=len(stages)))
    if draw(st.integers(0, 5)):
        since.sort()
    return [
        {"cooperation_id": name, "stage": str(stage), "since": day} for stage, day in zip(stages, since, strict=True)
    ]


def _members(draw, name, organisations):
    for organisation in draw(st.lists(st.sampled_from(organisations), unique=True, max_size=4)):
        bounds = sorted(draw(st.lists(st.sampled_from(DAYS), unique=True, max_size=4)))
        starts = ["", *map(date.isoformat, bounds)] if draw(st.booleans()) else [*map(date.isoformat, bounds), ""]
        for place in range(0, len(starts) - len(starts) % 2 or 1, 2):
            yield {
                "cooperation_id": name,
                "organisation_id": organisation,
                "joined_on": starts[place],
                "left_on": starts[place + 1] if place + 1 < len(starts) else "",
            }


def _funding(draw, name, organisations, cooperations):
    cooperation = draw(st.sampled_from(["", *cooperations]))
    applicants = organisations if cooperation == "" else [*organisations[:2], ""]
    return {
        "funding_id": name,
        "organisation_id": draw(st.sampled_from(applicants)),
        "cooperation_id": cooperation,
        "programme": draw(st.sampled_from(["Erstes", "Erstes", "Zweites"])),
        "status": draw(st.sampled_from(["approved", "approved", "declined", "submitted"])),
        "approved_eur": draw(st.sampled_from(["", "100", "100", "250.5"])),
        "decided_on": draw(perhaps_a_day),
        "supported": draw(truth),
    }


def _target(draw, due_on):
    return {
        "kpi": draw(st.sampled_from(["organisations_reached", "active_cooperations", "no_show_rate", "sme_share"])),
        "starts_on": draw(st.sampled_from(["", "2023-01-01"])),
        "due_on": due_on,
        "baseline": draw(st.sampled_from(["", "0", "1"])),
        "target": draw(st.sampled_from(["0", "0.5", "1", "4"])),
    }


def write(folder, tables):
    """The tables as CSV files in a new folder."""
    folder.mkdir()
    for name, rows in tables.items():
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, list(rows[0]))
            writer.writeheader()
            writer.writerows(rows)
