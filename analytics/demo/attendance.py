"""Who comes to which event: the keen more often, by the event's format, topic and place."""

from dataclasses import dataclass

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from analytics.demo.events import Events
from analytics.demo.formats import FORMATS
from analytics.demo.guests import NOBODY, Guests
from analytics.demo.organisations import COORDINATOR, FOUNDERS, Organisations

_KINDS = ("company", "startup", "science", "public", "multiplier", "unknown", "none")
_BOARD_SEATS = 24
_BOARD_LOYALTY = 40.0
_ALWAYS = 1e12


@dataclass(frozen=True)
class Attendance:
    """One entry per event and registered person, in the order of events.

    ``came`` says who attended, ``stayed_away`` who did not although expected; the rest called off.
    At what has not been held nobody came: there ``came`` and ``stayed_away`` are false throughout.
    """

    event: NDArray[np.int64]
    person: NDArray[np.int64]
    organisation: NDArray[np.int64]
    came: NDArray[np.bool_]
    stayed_away: NDArray[np.bool_]

    def by_organisation(self, events: int, organisations: int) -> NDArray[np.bool_]:
        """Which organisation (columns) attended which event (rows)."""
        attended = np.zeros((events, organisations), dtype=bool)
        known = self.came & (self.organisation != NOBODY)
        attended[self.event[known], self.organisation[known]] = True
        return attended


def make_attendance(rng: Generator, organisations: Organisations, guests: Guests, events: Events) -> Attendance:
    """Draws the registered people of every event, and which of them came."""
    employer = guests.employer_on(events.days)
    weights = _weights(rng, organisations, guests, events, employer)
    with np.errstate(divide="ignore"):
        keys = np.log(weights) + rng.gumbel(size=weights.shape)
    order = np.argsort(-keys, axis=1)
    drawn = []
    for event, (coming, missing, off) in enumerate(_turnout(rng, events)):
        present = order[event, : coming + missing + off]
        certain = weights[event, present] >= _ALWAYS
        shuffled = present[np.lexsort((rng.random(len(present)), ~certain))]
        drawn.append((np.full(len(shuffled), event), shuffled, np.repeat([0, 1, 2], [coming, missing, off])))
    event_of, person, fate = (np.concatenate(column) for column in zip(*drawn, strict=True))
    held = (events.status == "held")[event_of]
    return Attendance(
        event=event_of,
        person=person,
        organisation=employer[event_of, person],
        came=held & (fate == 0),
        stayed_away=held & (fate == 1),
    )


def _turnout(rng: Generator, events: Events) -> list[tuple[int, int, int]]:
    """How many come, stay away and call off, event by event."""
    turnout = []
    for coming, kind in zip(events.guests, events.format, strict=True):
        share = FORMATS[str(kind)].no_shows
        missing = int(rng.binomial(round(coming / (1 - share)), share))
        turnout.append((int(coming), missing, int(rng.binomial(int(coming), 0.05))))
    return turnout


def _weights(
    rng: Generator, organisations: Organisations, guests: Guests, events: Events, employer: NDArray[np.int64]
) -> NDArray[np.float64]:
    """How likely each person (columns) is to register for each event (rows)."""
    keen = guests.zeal * np.where(employer == NOBODY, 1.0, organisations.activity[employer])
    weights = keen * np.where(employer == NOBODY, 1.0, _appeal(organisations, events)[_rows(employer), employer])
    boards = events.format == "board"
    weights[np.ix_(boards, _board_circle(rng, organisations, guests))] *= _BOARD_LOYALTY
    weights = _mixed(weights, organisations, events, employer)
    return _with_certain_guests(rng, weights, guests, events, employer)


def _appeal(organisations: Organisations, events: Events) -> NDArray[np.float64]:
    """How much each event (rows) concerns each organisation (columns); zero where it does not take part yet."""
    topic_pull = np.array([FORMATS[str(kind)].topic_pull for kind in events.format])[:, None]
    nearby_pull = np.array([FORMATS[str(kind)].nearby_pull for kind in events.format])[:, None]
    concerned = events.topics.astype(int) @ organisations.interests.T.astype(int) > 0
    nearby = (events.district[:, None] == organisations.district) & (events.district != "")[:, None]
    present = np.array([organisations.present(day) for day in events.days])
    return np.asarray(present * (1 + topic_pull * concerned) * (1 + nearby_pull * nearby))


def _board_circle(rng: Generator, organisations: Organisations, guests: Guests) -> NDArray[np.int64]:
    """The people who sit on the board, one of each organisation: the founders first, most from public bodies."""
    employers, seats = np.unique(guests.employer, return_index=True)
    seats = rng.permutation(seats[employers != NOBODY])
    seats = seats[np.argsort(guests.employer[seats] >= FOUNDERS, kind="stable")]
    kinds = organisations.kind[guests.employer[seats]]
    share = FORMATS["board"].mix
    return np.concatenate([seats[kinds == kind][: round(share[kind] * _BOARD_SEATS / 100)] for kind in share])


def _mixed(
    weights: NDArray[np.float64], organisations: Organisations, events: Events, employer: NDArray[np.int64]
) -> NDArray[np.float64]:
    """The weights scaled so that each event is composed as its format is."""
    kind = np.where(employer == NOBODY, "none", organisations.kind[employer])
    mixed = np.zeros_like(weights)
    for name in _KINDS:
        of_kind = weights * (kind == name)
        share = np.array([FORMATS[str(format_)].mix[name] for format_ in events.format])
        total = of_kind.sum(axis=1)
        mixed += of_kind * np.divide(share, total, out=np.zeros_like(total), where=total > 0)[:, None]
    return mixed


def _with_certain_guests(
    rng: Generator, weights: NDArray[np.float64], guests: Guests, events: Events, employer: NDArray[np.int64]
) -> NDArray[np.float64]:
    """The weights, with one or two of the coordinator's and of the host's people certain to come."""
    for organisation in (COORDINATOR, *np.unique(events.host[events.host >= 0])):
        staff = np.flatnonzero(guests.employer == organisation)[:2]
        for event in range(len(events.ids)):
            is_host = events.host[event] == organisation
            if not is_host and organisation != COORDINATOR:
                continue
            certain = [person for place, person in enumerate(staff) if place == 0 or is_host or rng.random() < 0.7]
            weights[event, certain] = np.where(
                employer[event, certain] == organisation, _ALWAYS, weights[event, certain]
            )
    return weights


def _rows(matrix: NDArray[np.int64]) -> NDArray[np.int64]:
    """Row numbers, to pick by row and column at once."""
    return np.arange(len(matrix))[:, None]
