"""A region's files made as ugly as real ones are: what the demo's generator is too tame to make."""

import csv
from random import Random


def spoil(folder, seed):
    """Changes the files in the folder; the same seed, the same ugliness."""
    tables = {path.stem: _rows(path) for path in sorted(folder.glob("*.csv"))}
    chance = Random(seed)
    for oddity in ODDITIES:
        oddity(tables, chance)
    for name, rows in tables.items():
        _write(folder / f"{name}.csv", rows)


def _rows(path):
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _write(path, rows):
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)


def ended_before_agreed(tables, chance):
    for row in chance.sample(tables["cooperations"], 6):
        row["ended_on"] = "2022-02-01"


def stages_out_of_order(tables, chance):
    late = [row for row in tables["cooperation_stages"] if row["stage"] in ("2", "4")]
    for row in chance.sample(late, 8):
        row["since"] = chance.choice(["2021-05-05", "2026-05-05"])


def stages_to_come(tables, chance):
    for row in chance.sample(tables["cooperation_stages"], 3):
        row["since"] = "2040-05-05"


def nobody_or_one_is_known(tables, chance):
    names = sorted({row["cooperation_id"] for row in tables["cooperation_members"]})
    bare, alone = set(chance.sample(names, 4)), set(chance.sample(names, 8))
    kept, seen = [], set()
    for row in tables["cooperation_members"]:
        name = row["cooperation_id"]
        if name not in bare and not (name in alone and name in seen):
            kept.append(row)
        seen.add(name)
    tables["cooperation_members"] = kept


def come_and_go(tables, chance):
    for row in chance.sample(tables["cooperation_members"], 20):
        row["joined_on"], row["left_on"] = "2023-02-01", "2023-09-30"
        back = {**row, "joined_on": "2024-04-01", "left_on": chance.choice(["", "2025-12-31"])}
        tables["cooperation_members"].append(back)


def guests_of_cancelled_events(tables, chance):
    names = {row["event_id"] for row in tables["events"] if row["status"] == "cancelled"}
    for row in tables["participations"]:
        if row["event_id"] in names and chance.random() < 0.5:
            row["status"] = "attended"


def only_those_who_came(tables, chance):
    """Some events' lists name nobody else, have no keys or nobody's organisation's kind."""
    names = chance.sample(sorted({row["event_id"] for row in tables["events"]}), 15)
    bare, keyless = set(names[:10]), set(names[5:])
    for row in tables["participations"]:
        if row["event_id"] in bare:
            row["status"], row["registered_on"] = "attended", ""
        if row["event_id"] in keyless:
            row["person_id"] = ""


def little_is_known(tables, chance):
    for row in tables["organisations"]:
        if chance.random() < 0.2:
            row["kind"] = "unknown"
        if chance.random() < 0.2:
            row["nace_code"] = chance.choice(["", "x", "10", "09.9", "33.20", "34"])
        if chance.random() < 0.2:
            row["district"], row["postcode"] = chance.choice([("", ""), ("", "44135"), ("abroad", ""), ("", "99999")])
        if chance.random() < 0.1:
            row["member_since"] = row["left_on"] = ""


def grants_of_partners(tables, chance):
    """Partners' shares of one decision, some beside the whole, some without day or sum, some twice the same."""
    members = {}
    for row in tables["cooperation_members"]:
        members.setdefault(row["cooperation_id"], set()).add(row["organisation_id"])
    empty = dict.fromkeys(tables["funding"][0], "")
    for place, (name, partners) in enumerate(chance.sample(sorted(members.items()), 25)):
        applicants = [*sorted(partners), *sorted(partners)[:1], *([""] if place % 3 == 0 else [])]
        for part, applicant in enumerate(applicants):
            grant = {
                "funding_id": f"U{place}-{part}",
                "organisation_id": applicant,
                "cooperation_id": name,
                "programme": chance.choice(["Erstes", "Zweites"]),
                "status": chance.choice(["approved", "approved", "approved", "declined"]),
                "approved_eur": chance.choice(["1000", "1000", "2000.5", ""]),
                "decided_on": chance.choice(["2024-03-31", "2024-03-31", "2025-01-01", ""]),
                "supported": chance.choice(["true", "false"]),
            }
            tables["funding"].append(empty | grant)


ODDITIES = (
    ended_before_agreed,
    stages_out_of_order,
    stages_to_come,
    nobody_or_one_is_known,
    come_and_go,
    guests_of_cancelled_events,
    only_those_who_came,
    little_is_known,
    grants_of_partners,
)
