"""The targets: what an invented grant notice and an invented steering committee ask for, and what is said of them."""

from dataclasses import dataclass

import pandas as pd

from analytics.demo.frames import model_frame

_NOTICE, _COMMITTEE = "Demo-Zuwendungsbescheid", "Demo-Lenkungskreis"
_BEGINS = "2024-01-01"
_DUE = ("2024-12-31", "2025-12-31", "2026-12-31")


@dataclass(frozen=True)
class _Path:
    """A baseline and the values due at the ends of 2024, 2025 and 2026; ``is_yearly`` counts each year by itself."""

    kpi: str
    baseline: float
    values: tuple[float, float, float]
    source: str = _NOTICE
    is_yearly: bool = False


_PATHS = (
    _Path("organisations_reached", 0, (180, 300, 400)),
    _Path("smes_reached", 0, (120, 200, 280)),
    _Path("sme_share", 0.80, (0.84, 0.88, 0.92)),
    _Path("events_held", 0, (16, 34, 56)),
    _Path("events_held", 0, (18, 18, 18), _COMMITTEE, is_yearly=True),
    _Path("participations", 0, (600, 1300, 2000)),
    _Path("no_show_rate", 0.20, (0.18, 0.16, 0.14)),
    _Path("active_cooperations", 29, (45, 85, 130)),
    _Path("active_cooperations", 29, (60, 110, 180), _COMMITTEE),
    _Path("new_cooperations", 0, (20, 60, 100)),
    _Path("enterprises_with_research", 3, (10, 25, 40)),
    _Path("cross_sector_share", 0.65, (0.66, 0.68, 0.70)),
    _Path("enterprises_advised", 0, (60, 130, 200)),
    _Path("funding_won", 0, (1_000_000, 2_400_000, 4_000_000)),
)

_NOTES = (
    (
        "enterprises_advised", _NOTICE, "2025-12-31",
        "Eine der beiden Stellen für Technologieberatung war von Mai bis Dezember 2025 nicht besetzt.",
        "Die Stelle wird zum 1. Februar 2026 neu besetzt.",
    ),
    (
        "enterprises_advised", _NOTICE, "2026-06-30",
        "Die Stelle für Technologieberatung ist erst seit Februar 2026 wieder besetzt; der Rückstand aus 2025 bleibt.",
        "Ab September zwei Sprechtage im Monat bei den Wirtschaftsförderungen; die Kammern weisen darauf hin.",
    ),
    (
        "enterprises_with_research", _NOTICE, "2026-06-30",
        "Zwischen Vereinbarung und Start gemeinsamer Forschung vergehen meist mehr als zwölf Monate.",
        "Vier Kurzprojekte mit Hochschulen sind für das dritte Quartal 2026 vorbereitet.",
    ),
    (
        "active_cooperations", _COMMITTEE, "2026-06-30",
        "Der Lenkungskreis hat sein Ziel bewusst über den Zuwendungsbescheid gesetzt.",
        None,
    ),
)  # fmt: skip


def targets_table() -> pd.DataFrame:
    """A row per milestone; amber below 90 % and red below 70 % of what is due."""
    rows = [
        {
            "kpi": path.kpi,
            "starts_on": None if path.is_yearly else _BEGINS,
            "due_on": due,
            "baseline": path.baseline,
            "target": value,
            "source": path.source,
            "amber_below": 0.9,
            "red_below": 0.7,
        }
        for path in _PATHS
        for due, value in zip(_DUE, path.values, strict=True)
    ]
    return model_frame("targets", {name: [row[name] for row in rows] for name in rows[0]})


def target_notes_table() -> pd.DataFrame:
    """Reasons and measures where a target is at risk or behind; the newest of a target counts."""
    names = ("kpi", "source", "written_on", "reason", "measure")
    return model_frame("target_notes", dict(zip(names, map(list, zip(*_NOTES, strict=True)), strict=True)))
