"""``door``: the link that lets a phone tick off the guests of one evening."""

import argparse
from datetime import date
from urllib.parse import urlencode

from analytics.errors import QuestionError
from analytics.language import Language
from analytics.reception.door_key import key_of, renew
from analytics.reception.evening import Evening, evenings, tonight
from analytics.store import Store
from analytics.warehouse import View, current


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Declare the command."""
    parser = commands.add_parser("door", help="print the link by which a phone opens the door of an evening")
    parser.add_argument("--event", metavar="ID", help="else today's, or the next one")
    parser.add_argument("--url", default="http://localhost:8501", metavar="URL", help="where phones reach this server")
    parser.add_argument("--renew", action="store_true", help="make all links given out so far worthless")
    parser.set_defaults(action=_door)


def _door(chosen: argparse.Namespace) -> int:
    store, language = Store(), Language(chosen.language)
    view = View(current(store))
    evening = Evening.of(view, chosen.event) if chosen.event else tonight(evenings(view), date.today())
    if evening is None:
        raise QuestionError("no_evening")
    if chosen.renew:
        renew(store)
    asked = {"event": evening.event_id, "door_key": key_of(store, evening)}
    print(language.text("door.link", title=evening.title, date=language.date(evening.starts_on)))
    print(f"{chosen.url.rstrip('/')}/door?{urlencode(asked)}")
    return 0
