"""Every command and every report, in a program of its own with nothing installed but what the README says."""

import argparse
import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from itertools import cycle, repeat
from pathlib import Path

import pytest

from analytics.commands.run import _parser
from tests.installed import PYTHON
from tests.intake.pretix.answering import TOKEN, answering

ROOT = Path(__file__).parents[2]
EVENT, HELD = "V68", "V57"
WITHOUT_REPORTS: dict[str, list[str]] = {
    "demo": [],
    "import": ["data/demo/organisations.csv", "--json"],
    "build": [],
    "kpis": ["--from", "2024", "--until", "2025", "--json"],
    "network": ["--json"],
    "organisations": ["--evaluate", "tests/identity/names.csv", "--json"],
    "encounters": [],
    "introductions": ["--event", EVENT],
    "outlook": [],
    "door": ["--event", EVENT],
    "ledger": ["--json"],
    "quality": ["--json"],
    "undo": ["BATCH"],
    "docs": ["--check"],
    "templates": ["--check"],
    "pretix": ["--address", "PRETIX", "--organiser", "netzwerk"],
    "watch": ["FOLDER", "--once"],
}
"""What each command is called with here; BATCH is the store's own, FOLDER one without files, PRETIX a
server that answers as one."""
EVENTS = {"introductions": EVENT, "evening": HELD}


def _below(parser: argparse.ArgumentParser) -> dict[str, argparse.ArgumentParser]:
    groups = [action for action in parser._actions if isinstance(action, argparse._SubParsersAction)]
    return dict(groups[0].choices) if groups else {}


def _reports() -> Iterator[tuple[str, str, str]]:
    """Every report in every format, the audiences in turn; what each is told is another test's matter."""
    for name, parser in _below(_below(_parser())["report"]).items():
        taken = {action.dest: action.choices for action in parser._actions}
        yield from zip(repeat(name), taken["format"] or (), cycle(taken.get("audience") or ("",)))


@pytest.fixture(scope="module")
def program() -> Iterator[subprocess.Popen[str]]:
    """The command line, waiting to be called in turn."""
    with subprocess.Popen(
        [PYTHON, "-m", "tests.commands.called_in_turn"], cwd=ROOT, text=True,
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, env={**os.environ, "NETWORK_PRETIX_TOKEN": TOKEN},
    ) as started:  # fmt: skip
        yield started
        assert started.stdin
        started.stdin.close()
        assert started.wait() == 0


@pytest.fixture
def address() -> Iterator[str]:
    with answering() as (_, found):
        yield found


@pytest.fixture
def called(demo_store, tmp_path, program, address):
    """Calls the command line on a copy of the demo's store; what it printed."""
    shutil.copytree(demo_store.folder, tmp_path / "store")
    batch = demo_store.ledger()[0].batch

    def call(*arguments: str, store: str = "store") -> str:
        given = [
            {"BATCH": batch, "FOLDER": str(tmp_path), "PRETIX": address}.get(argument, argument)
            for argument in arguments
        ]
        print(json.dumps([str(tmp_path / store), *given]), file=program.stdin, flush=True)
        code, said, complained = json.loads(program.stdout.readline())
        assert (code, complained) == (0, ""), complained
        return said

    return call


def test_it_is_a_program_of_its_own(demo_store):
    done = subprocess.run(
        [PYTHON, "-m", "analytics", "ledger"],
        cwd=ROOT, env={**os.environ, "NETWORK_STORE": str(demo_store.folder)}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    assert demo_store.ledger()[0].batch in done.stdout


def test_every_command_is_called_here():
    assert set(_below(_parser())) == {*WITHOUT_REPORTS, "report"}


@pytest.mark.parametrize("command", WITHOUT_REPORTS)
def test_it_runs_on_what_the_readme_installs(called, command):
    said = called(command, *WITHOUT_REPORTS[command], store="empty" if command == "demo" else "store")
    assert bool(said.strip()) is ("--check" not in WITHOUT_REPORTS[command])


@pytest.mark.parametrize(("report", "kind", "audience"), list(_reports()))
def test_every_report_is_made(called, tmp_path, report, kind, audience):
    out = tmp_path / f"made.{kind}"
    event = ["--event", EVENTS[report]] if report in EVENTS else []
    called("report", report, *event, *(["--audience", audience] if audience else []), "--out", str(out))
    assert out.stat().st_size > 1000
