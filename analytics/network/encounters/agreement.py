"""How long it takes from having met, or from a first contact, to an agreement."""

from collections.abc import Sequence
from datetime import date

import numpy as np
import pandas as pd

from analytics.network.days import NEVER, day_number, day_numbers
from analytics.network.encounters.encounters import Encounters
from analytics.network.survival import Waiting, waiting


def from_meeting_to_agreement(encounters: Encounters) -> Waiting:
    """The estimate for all pairs that met at an event and had no cooperation before (none of unknown day either).

    How long until an agreement: from the day of their first shared event to the first day on which a cooperation of
    both is agreed (stage 3), watched until ``encounters.until``. It does not part who had a reason to cooperate from
    who had none: of all the pairs that a large event makes, most never will.
    """
    last = NEVER if encounters.until is None else day_number(encounters.until)
    by_day, couples = encounters.meetings.by_day, encounters.couples
    met = couples[couples["met"] < NEVER]
    older = met["contact"] < met["met"]
    agreed = met[~older & (met["agreed"] < NEVER)]
    taken = pd.concat([met.loc[older, "met"], agreed["met"]]).value_counts()
    left = by_day["pairs"].to_numpy() - taken.reindex(by_day["day"], fill_value=0).to_numpy()
    return waiting(
        np.concatenate([(agreed["agreed"] - agreed["met"]).to_numpy(), last - by_day["day"].to_numpy()]),
        np.repeat([True, False], [len(agreed), len(by_day)]),
        np.concatenate([np.ones(len(agreed), dtype=np.int64), left]),
    )


def from_contact_to_agreement(cooperations: pd.DataFrame, until: date) -> Waiting:
    """The estimate for cooperations: how long from the first contact (stage 1) to an agreement (stage 3 or above).

    ``cooperations``: contact_on, agreed_on, ended_on. Watched up to the day ``until``: what begins or is agreed later
    does not exist yet; what ended before it was agreed was watched until its end. A cooperation that was recorded no
    earlier than its agreement says nothing of the way there and does not count.
    """
    return _Contacts(cooperations).waiting(until)


def waits(cooperations: pd.DataFrame, days: Sequence[date]) -> list[Waiting]:
    """What :func:`from_contact_to_agreement` says on each of ``days``."""
    contacts = _Contacts(cooperations)
    return [contacts.waiting(day) for day in days]


class _Contacts:
    """Cooperations that began with a contact, as numbers."""

    def __init__(self, cooperations: pd.DataFrame) -> None:
        contact, agreed, ended = (day_numbers(cooperations[name]) for name in ("contact_on", "agreed_on", "ended_on"))
        counts = contact < agreed
        self._contact, self._agreed, self._ended = contact[counts], agreed[counts], ended[counts]

    def waiting(self, until: date) -> Waiting:
        """The estimate from what is known on the day ``until``."""
        last = day_number(until)
        begun = self._contact <= last
        contact, agreed, ended = self._contact[begun], self._agreed[begun], self._ended[begun]
        arrived = agreed <= last
        return waiting(np.where(arrived, agreed, np.maximum(np.minimum(ended, last), contact)) - contact, arrived)
