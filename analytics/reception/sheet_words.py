"""What the sheet of introductions says, in words that paper, workbook and screen share."""

from analytics.language import Language
from analytics.model import ENUMERATIONS
from analytics.network.introductions.introductions import MOST_GUESTS
from analytics.reception.sheet import Guest, Introduction, Sheet

_SAID = 2
"""So many reasons a host can keep in mind."""


def kind_of(kind: str, language: Language) -> str:
    """The label of a kind of organisation."""
    return ENUMERATIONS["organisation_kind"].label_of(kind, language.code)


def why(introduction: Introduction, language: Language) -> list[str]:
    """Why the two should meet: the reasons a host would say first, or what is known where there is none."""
    said = [reason.plainly(language) for reason in introduction.reasons[:_SAID]]
    if said:
        return said
    if introduction.met:
        return [language.text("evening.met_before", n=introduction.met)]
    return [language.text("evening.never_met")]


def coming(sheet: Sheet, language: Language) -> str:
    """How many organisations and persons the sheet speaks of, and how many introductions it holds."""
    organisations = language.text("evening.organisations_coming", n=len(sheet.guests))
    persons = language.text("evening.persons_coming", n=sheet.persons)
    return f"{organisations} · {persons} · {language.text('evening.pairs', n=len(sheet.pairs))}"


def about(guest: Guest, language: Language) -> str:
    """What stands beside a guest's name: kind, how many come, whether it is their first time."""
    said = [kind_of(guest.kind, language)]
    if guest.persons > 1:
        said.append(language.text("evening.persons", n=guest.persons))
    if guest.is_first:
        said.append(language.text("evening.first_time"))
    return " · ".join(said)


def wanting(sheet: Sheet, language: Language) -> list[str]:
    """A sentence for each guest with fewer than two introductions, and for each on the list who has none at all.

    One for all together who are left out as the list is too long.
    """
    known = [guest for guest in sheet.in_want if guest.want != "list_too_long"]
    said = [language.text(f"evening.want_{guest.want}", name=guest.name) for guest in known]
    if left_out := len(sheet.in_want) - len(known):
        said.append(language.text("estimates.guests", n=left_out, most=language.number(MOST_GUESTS)))
    said += [language.text(f"evening.aside_{reason}", name=name) for name, reason in sheet.aside]
    if sheet.unassigned:
        said.append(language.text("evening.unassigned_guests", n=sheet.unassigned))
    return said
