"""Names of organisations: evidently invented, no two alike."""

from collections.abc import Callable

from numpy.random import Generator

from analytics.demo import words
from analytics.demo.branches import Branch
from analytics.demo.streams import chance, draw_one, one_of

_LEGAL_FORMS = {"GmbH": 0.56, "GmbH & Co. KG": 0.28, "KG": 0.07, "AG": 0.04, "e. K.": 0.05}
_STARTUP_FORMS = {"GmbH": 0.55, "UG (haftungsbeschränkt)": 0.2, "": 0.25}


class Namer:
    """Gives names and remembers them, so that none is given twice."""

    def __init__(self, rng: Generator) -> None:
        self._rng = rng
        self._given: set[str] = set()

    def company(self, branch: Branch) -> str:
        """A company's name without its legal form, such as "Libellendraht Umformtechnik"."""
        shape = draw_one(self._rng, {"pair": 0.38, "compound": 0.4, "family": 0.22})
        return self._fresh(lambda: self._company(shape, branch))

    def works(self, branch: Branch, district: str) -> str:
        """A company called after an invented place, such as "Walzwerk Funkentrop"."""
        return self._fresh(lambda: f"{branch.label} {self._place(district)}")

    def with_legal_form(self, company: str) -> str:
        """The company's name as it stands in the register."""
        return f"{company} {draw_one(self._rng, _LEGAL_FORMS)}"

    def subsidiary(self, parent: str) -> str:
        """A company that bears its parent's name, such as "Zahnrad & Zunder Service GmbH"."""
        legal_form = max((form for form in _LEGAL_FORMS if parent.endswith(f" {form}")), key=len)
        return f"{parent.removesuffix(legal_form)}Service GmbH"

    def startup(self, branch: Branch) -> str:
        """A start-up's name, such as "Ruhrfunken Robotics"."""
        return self._fresh(lambda: self._startup(branch))

    def campus(self, district: str) -> str:
        """A university or academy, such as "Hochschule Tüftelbeck"."""
        return self._fresh(lambda: f"{self._word(words.CAMPUSES)} {self._place(district)}")

    def institute(self) -> str:
        """A research body, such as "Institut für Angewandtes Glühen"."""
        return self._fresh(
            lambda: " ".join(map(self._word, (words.INSTITUTES, words.MANNERS, words.DOINGS))),
        )

    def office(self, district: str) -> str:
        """A public body of an invented place, such as "Umweltamt Zunderode"."""
        return self._fresh(lambda: f"{self._word(words.OFFICES)} {self._place(district)}")

    def multiplier(self, district: str) -> str:
        """An association, such as "Gilde der Leisen Getriebe e. V."."""
        if chance(self._rng, 0.45):
            return self._fresh(lambda: f"{self._word(words.CIRCLES)} {self._place(district)} e. V.")
        return self._fresh(
            lambda: f"{self._word(words.GUILDS)} der {self._word(words.SPIRITS)} {self._word(words.TOOLS)} e. V."
        )

    def unknown(self) -> str:
        """A name that does not tell what stands behind it, such as "Kontor Kranich"."""
        return self._fresh(lambda: f"{self._word(words.ROOMS)} {self._word(words.WONDERS)}")

    def _company(self, shape: str, branch: Branch) -> str:
        if shape == "pair":
            return f"{self._word(words.PARTS)} & {self._word(words.WONDERS)}"
        if shape == "compound":
            return f"{self._word(words.AIRY)}{self._word(words.SOLID)} {branch.label}"
        return f"{self._word(words.CRAFTS)}{self._word(words.FAMILIES)} {branch.label}"

    def _startup(self, branch: Branch) -> str:
        first, second = one_of(self._rng, ((words.RIVERS, words.SPARKS), (words.IMPULSES, words.CREATURES)))
        legal_form = draw_one(self._rng, _STARTUP_FORMS)
        return f"{self._word(first)}{self._word(second)} {branch.label} {legal_form}".strip()

    def _place(self, district: str) -> str:
        return one_of(self._rng, words.PLACES[district])

    def _word(self, choices: tuple[str, ...]) -> str:
        return one_of(self._rng, choices)

    def _fresh(self, make: Callable[[], str]) -> str:
        """The first name made that has not been given before."""
        while True:
            name = make()
            if name not in self._given:
                self._given.add(name)
                return name
