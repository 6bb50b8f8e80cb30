"""The districts and postcodes of Westphalia, from the reference files, and how organisations spread over them."""

import csv
from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.random import Generator

from analytics.demo.streams import one_of

DORTMUND = "05913"

_REFERENCE = Path(__file__).parents[2] / "data" / "reference"
_CORE_SHARE = 0.74
_CORE = {"05913": 0.33, "05911": 0.22, "05978": 0.17, "05914": 0.15, "05915": 0.13}
_NEAR = {"05954": 3.0, "05962": 3.0, "05974": 2.5, "05916": 2.5, "05562": 2.5, "05958": 1.5, "05515": 1.5, "05711": 1.5}


@dataclass(frozen=True)
class Region:
    """Westphalia: its districts by key, which of them are counties, those of the core, and the postcodes of each."""

    names: dict[str, str]
    counties: frozenset[str]
    core: tuple[str, ...]
    postcodes: dict[str, tuple[str, ...]]

    @property
    def outer(self) -> tuple[str, ...]:
        """The districts outside the core."""
        return tuple(key for key in self.names if key not in self.core)

    def full_name(self, district: str) -> str:
        """The district's name as it calls itself: "Hagen", but "Kreis Unna"."""
        return f"Kreis {self.names[district]}" if district in self.counties else self.names[district]


@cache
def westphalia() -> Region:
    """The region of the reference files; a postcode that two districts share is left out."""
    districts = [row for row in _rows("districts_nrw.csv") if row["is_westfalen"] == "True"]
    rows = _rows("postcodes_nrw.csv")
    uses = Counter(row["postcode"] for row in rows)
    postcodes: defaultdict[str, list[str]] = defaultdict(list)
    for row in rows:
        if uses[row["postcode"]] == 1:
            postcodes[row["ags5"]].append(row["postcode"])
    return Region(
        names={row["ags5"]: row["name"] for row in districts},
        counties=frozenset(row["ags5"] for row in districts if row["type"] == "Kreis"),
        core=tuple(row["ags5"] for row in districts if row["is_core"] == "True"),
        postcodes={row["ags5"]: tuple(postcodes[row["ags5"]]) for row in districts},
    )


def draw_districts(rng: Generator, count: int) -> list[str]:
    """``count`` districts in random order: each at least once, most in the core, more near it than far."""
    region = westphalia()
    outer = np.array([_NEAR.get(key, 1.0) for key in region.outer])
    core = np.array([_CORE[key] for key in region.core])
    weights = np.concatenate([core / core.sum() * _CORE_SHARE, outer / outer.sum() * (1 - _CORE_SHARE)])
    keys = [*region.core, *region.outer]
    drawn = rng.choice(len(keys), size=count - len(keys), p=weights)
    districts = keys + [keys[position] for position in drawn]
    return [districts[position] for position in rng.permutation(count)]


def draw_postcode(rng: Generator, district: str) -> str | None:
    """A postcode of the district; None where it lies outside the region."""
    postcodes = westphalia().postcodes.get(district)
    return one_of(rng, postcodes) if postcodes else None


def _rows(name: str) -> list[dict[str, str]]:
    with (_REFERENCE / name).open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))
