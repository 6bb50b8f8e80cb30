"""Names of organisations: evidently invented, no two alike."""

from collections.abc import Callable
from itertools import count

from numpy.random import Generator

from analytics.demo import words
from analytics.demo.branches import Branch
from analytics.demo.streams import chance, draw_one, one_of

_SHAPES = {"pair": 0.32, "compound": 0.34, "family": 0.2, "motto": 0.14}
_HEIRS = {"": 0.7, " & Töchter": 0.18, " & Söhne": 0.12}
_LEGAL_FORMS = {"GmbH": 0.56, "GmbH & Co. KG": 0.28, "KG": 0.07, "AG": 0.04, "e. K.": 0.05}
_STARTUP_FORMS = {"GmbH": 0.55, "UG (haftungsbeschränkt)": 0.2, "": 0.25}
_PATIENCE = 50
"""So often another name is tried before a number is added."""


class Namer:
    """Gives names and remembers them, so that none is given twice."""

    def __init__(self, rng: Generator) -> None:
        self._rng = rng
        self._given: set[str] = set()

    def company(self, branch: Branch) -> str:
        """A company's name without its legal form, such as "Libellendraht Umformtechnik"."""
        shape = draw_one(self._rng, _SHAPES)
        if shape == "pair":
            return self._fresh(lambda: f"{self._word(words.PARTS)} & {self._word(words.WONDERS)}")
        if shape == "motto":
            return self._fresh(lambda: f"{self._word(words.HUES)} {self._word(words.HALLS)}") + f" {branch.label}"
        if shape == "compound":
            return self._fresh(lambda: self._word(words.AIRY) + self._word(words.SOLID)) + f" {branch.label}"
        heirs = draw_one(self._rng, _HEIRS)
        return self._fresh(lambda: self._word(words.CRAFTS) + self._word(words.FAMILIES)) + f"{heirs} {branch.label}"

    def works(self, branch: Branch, district: str) -> str:
        """A company called after an invented place, such as "Walzwerk Funkentrop"."""
        return self._fresh(lambda: f"{branch.label} {self._place(district)}")

    def with_legal_form(self, company: str) -> str:
        """The company's name as it stands in the register."""
        return f"{company} {draw_one(self._rng, _LEGAL_FORMS)}"

    def subsidiary(self, parent: str) -> str:
        """A company that bears its parent's name, such as "Zahnrad & Zunder Service GmbH"."""
        legal_form = max((form for form in _LEGAL_FORMS if parent.endswith(f" {form}")), key=len)
        return f"{parent.removesuffix(legal_form)}{'Nord' if 'service' in parent else 'Service'} GmbH"

    def startup(self, branch: Branch) -> str:
        """A start-up's name, such as "Ruhrfunken Robotics"."""
        first, second = one_of(self._rng, ((words.RIVERS, words.SPARKS), (words.IMPULSES, words.CREATURES)))
        legal_form = draw_one(self._rng, _STARTUP_FORMS)
        return f"{self._fresh(lambda: self._word(first) + self._word(second))} {branch.label} {legal_form}".strip()

    def campus(self, district: str) -> str:
        """A university or academy, such as "Hochschule Tüftelbeck"."""
        return self._fresh(lambda: f"{self._word(words.CAMPUSES)} {self._place(district)}")

    def institute(self) -> str:
        """A research body, such as "Institut für Angewandtes Glühen"."""
        subject = self._fresh(lambda: f"{self._word(words.MANNERS)} {self._word(words.DOINGS)}")
        return f"{self._word(words.INSTITUTES)} {subject}"

    def office(self, district: str) -> str:
        """A public body of an invented place, such as "Umweltamt Zunderode"."""
        return self._fresh(lambda: f"{self._word(words.OFFICES)} {self._place(district)}")

    def multiplier(self, district: str) -> str:
        """An association, such as "Gilde der Leisen Getriebe e. V."."""
        if chance(self._rng, 0.5):
            return self._fresh(lambda: f"{self._word(words.CIRCLES)} {self._place(district)}") + " e. V."
        members = self._fresh(lambda: f"{self._word(words.SPIRITS)} {self._word(words.TOOLS)}")
        return f"{self._word(words.GUILDS)} der {members} e. V."

    def unknown(self) -> str:
        """A name that does not tell what stands behind it, such as "Kontor Libellendraht"."""
        stem = self._fresh(lambda: self._word(words.AIRY) + self._word(words.SOLID))
        return f"{self._word(words.ROOMS)} {stem}"

    def _place(self, district: str) -> str:
        return one_of(self._rng, words.PLACES[district])

    def _word(self, choices: tuple[str, ...]) -> str:
        return one_of(self._rng, choices)

    def _fresh(self, make: Callable[[], str]) -> str:
        """The first telling part made that no name has yet; where the words are used up, one with a number."""
        for attempt in count():
            stem = f"{make()} {attempt // _PATIENCE + 1}" if attempt >= _PATIENCE else make()
            if stem not in self._given:
                break
        self._given.add(stem)
        return stem
