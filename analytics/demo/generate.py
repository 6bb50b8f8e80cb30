"""The demo region as a whole: which table is made after which."""

import numpy as np
import pandas as pd

from analytics.demo.attendance import make_attendance
from analytics.demo.consultations import consultations_table
from analytics.demo.cooperations import cooperation_tables
from analytics.demo.encounters import Encounters
from analytics.demo.events import make_events
from analytics.demo.feedback import feedback_table
from analytics.demo.funding import funding_table
from analytics.demo.guests import make_guests
from analytics.demo.names_known import aliases_table, comparisons_table
from analytics.demo.organisations import make_organisations
from analytics.demo.participations import participations_table
from analytics.demo.partners import make_beginnings
from analytics.demo.people import people_table
from analytics.demo.streams import stream
from analytics.demo.targets import target_notes_table, targets_table
from analytics.model import TABLES

DEFAULT_SEED = 7


def generate(seed: int = DEFAULT_SEED, null: bool = False) -> dict[str, pd.DataFrame]:
    """Every table of the model, by name: an invented region, the same for the same seed.

    By default organisations that met at an event are more likely to begin a cooperation. With ``null`` they are
    not: partners and days are then independent of who met whom, given how keen each organisation is. Everything
    but cooperations and their funding is the same either way.
    """
    organisations = make_organisations(stream(seed, "organisations"))
    events = make_events(stream(seed, "events"), organisations)
    guests = make_guests(stream(seed, "guests"), organisations)
    attendance = make_attendance(stream(seed, "attendance"), organisations, guests, events)
    attended = attendance.by_organisation(len(events.ids), len(organisations.ids))
    beginnings = make_beginnings(stream(seed, "partners"), organisations, Encounters(events.days, attended), null)
    cooperations = cooperation_tables(stream(seed, "cooperations"), beginnings, events, organisations)
    came = np.bincount(attendance.event[attendance.came], minlength=len(events.ids))
    tables = {
        "organisations": organisations.table,
        "organisation_aliases": aliases_table(organisations),
        "organisation_comparisons": comparisons_table(organisations),
        "people": people_table(stream(seed, "people"), guests, attendance, events, organisations),
        "events": events.table,
        "participations": participations_table(
            stream(seed, "participations"), attendance, guests, events, organisations
        ),
        **cooperations,
        "consultations": consultations_table(stream(seed, "consultations"), organisations),
        "funding": funding_table(
            stream(seed, "funding"), organisations, cooperations["cooperations"], cooperations["cooperation_stages"]
        ),
        "feedback": feedback_table(stream(seed, "feedback"), events, dict(enumerate(came.tolist()))),
        "targets": targets_table(),
        "target_notes": target_notes_table(),
    }
    return {name: tables[name] for name in TABLES}
