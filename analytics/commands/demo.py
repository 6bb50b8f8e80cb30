"""``demo``: fill an empty store with the demo region."""

import argparse

from analytics.intake.demo import load_demo
from analytics.store import Store


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Declare the command."""
    parser = commands.add_parser("demo", help="fill an empty store with the demo region")
    parser.set_defaults(action=_demo)


def _demo(chosen: argparse.Namespace) -> int:
    print(load_demo(Store()).name)
    return 0
