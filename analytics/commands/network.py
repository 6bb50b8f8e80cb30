"""``network``: the cooperation network as numbers, or as a file for other programs."""

import argparse
import json
from datetime import date
from pathlib import Path

from analytics.errors import QuestionError
from analytics.language import Language
from analytics.model.limits import MOST_MEMBERS
from analytics.network import Network
from analytics.network.estimates import estimated, in_words
from analytics.network.graph import as_gexf, as_graphml, graph
from analytics.network.history import measured
from analytics.store import Store
from analytics.warehouse import AUDIENCES, Scope, View, contents, current

_FORMATS = {".graphml": as_graphml, ".gexf": as_gexf}
_SHARES = frozenset(
    {
        "largest_component_share",
        "clustering",
        "clustering_expected",
        "cross_sector_share",
        "cross_sector_expected",
        "degree_centralisation",
        "two_step_reach",
        "robustness",
        "robustness_without_coordinator",
        "tie_survival",
    }
)

_ESTIMATED = ("groups", "two_step_reach", "clustering_expected")


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Declare the command."""
    parser = commands.add_parser("network", help="print the cooperation network's measures, or write it to a file")
    parser.add_argument("--at", metavar="DATE", type=_day, help="such as 2025-12-31; the data's last day at most")
    coordinator = parser.add_mutually_exclusive_group()
    coordinator.add_argument(
        "--with-coordinator", action="store_true", help="with the coordinating office as a partner"
    )
    coordinator.add_argument("--without-coordinator", action="store_true", help="without it, as KPIs are: the default")
    parser.add_argument("--audience", choices=AUDIENCES, default="management")
    parser.add_argument("--json", action="store_true")
    parser.add_argument(
        "--out", metavar="FILE", type=Path, help="write all ties up to the date, with their days, as .graphml or .gexf"
    )
    parser.set_defaults(action=_network)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(QuestionError("bad_date", date=text))) from error


def _network(chosen: argparse.Namespace) -> int:
    view = View(current(Store()), chosen.audience)
    scope = Scope(with_coordinator=chosen.with_coordinator)
    day = min(chosen.at, view.until_day) if chosen.at and view.until_day else chosen.at or view.until_day
    if chosen.out:
        return _write(Network.of(view, scope), day, chosen.out)
    network = Network.counted(view, scope)
    large = int(view.counting(scope=scope).ask("large_cooperations")["cooperations"].iloc[0])
    recorded = view.ask("cooperations_recorded", scope=scope).iloc[0]
    left_out = {name: int(recorded[name]) for name in ("one_sided", "contradictory")}
    active = {} if day is None else measured(network, day)
    cumulative = {} if day is None else measured(network, day, cumulative=True)
    if chosen.json:
        at = None if day is None else str(day)
        undated = contents(view).undated
        told = {"undated_cooperations": undated, "large_cooperations": large}
        told |= {f"{name}_cooperations": count for name, count in left_out.items()}
        estimates = _estimates(network, day)
        print(json.dumps({"at": at, **active, "cumulative": cumulative, **told} | estimates))
        return 0
    language = Language(chosen.language)
    if day is None:
        print(contents(view).in_words(language))
        return 0
    print(f"{language.date(day)}: {language.text('network.active')} / {language.text('network.cumulative')}")
    for name, value in active.items():
        values = " / ".join(_written(name, found, language) for found in (value, cumulative[name]))
        print(f"{language.text(f'network.{name}')}: {values}")
    if large:
        print(language.text("cooperation.large", n=large, most=MOST_MEMBERS))
    if undated := contents(view).undated:
        print(language.text("frame.lacks_cooperations", n=undated))
    for name, count in left_out.items():
        if count:
            print(language.text(f"cooperation.{name}", n=count))
    for sentence in in_words(network.on(day, cumulative=True), language, _ESTIMATED):
        print(sentence)
    return 0


def _estimates(network: Network, day: date | None) -> dict[str, dict[str, int]]:
    """What is an estimate or left out, if anything: the network of all so far is at least as large as what runs."""
    found = {} if day is None else estimated(network.on(day, cumulative=True), _ESTIMATED)
    return {"estimated": found} if found else {}


def _write(network: Network, day: date | None, file: Path) -> int:
    if file.suffix.lower() not in _FORMATS:
        raise QuestionError("unknown_graph_format", file=file.name, known=", ".join(_FORMATS))
    file.write_bytes(_FORMATS[file.suffix.lower()](graph(network, day, cumulative=True)))
    return 0


def _written(name: str, value: float | None, language: Language) -> str:
    if name == "clustering_expected":
        return language.percent(value, 0)  # the mean of random networks, not known to a digit more
    if name in _SHARES:
        return language.percent(value)
    return language.number(value, 2 if isinstance(value, float) else 0)
