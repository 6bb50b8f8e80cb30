"""Every way by which something leaves the house, asked as ministry and public: none tells what is not theirs.

The ways are not listed here but found: the application's routes, its pages with their sections and downloads, the
questions, the commands and the reports. A new one is asked, too; one that needs a value not known here fails until it
is given one.

organisations:
organisation_id | name               | kind     | district | consents_to_name | is_coordinator
hub             | Netzwerkbuero      | public   | 05913    | yes              | yes
open-a          | Offene Alpha       | company  | 05913    | yes              | no
open-b          | Offenes Institut   | science  | 05911    | yes              | no
secret-c        | Verschwiegen Nord  | company  | 05913    | no               | no
secret-d        | Stillewerk Sued    | startup  | 05911    | no               | no
secret-e        | Leisebau Mitte     | company  | 05914    |                  | no

people:
person_id  | organisation_id
guest4711a | open-a
guest4711b | secret-c

events:
event_id | title                     | starts_on  | format    | status  | venue            | is_public | expected_attendance
past     | Empfang                   | 2024-02-01 | reception | held    | Rathaus          | yes       | 20
dinner   | Vorstandsessen            | 2024-03-01 | board     | held    | Villa Heimlich   | no        | 5
at-c     | Besuch Verschwiegen Nord  | 2024-05-01 | workshop  | held    | Stillewerk Sued  | yes       | 9
tonight  | Sommerfest                | TODAY      | reception | planned | Festplatz        | yes       | 30
retreat  | Geschlossene Runde        | TODAY      | board     | planned | Hinterzimmer     | no        | 4

participations:
event_id | organisation_id | person_id  | status     | role
past     | open-a          | guest4711a | attended   | host
past     | open-b          |            | attended   | guest
past     | secret-c        | guest4711b | attended   | speaker
past     | secret-d        |            | attended   | guest
dinner   | open-a          |            | attended   | guest
dinner   | secret-c        |            | attended   | guest
at-c     | secret-c        |            | attended   | host
tonight  | open-a          | guest4711a | registered | guest
tonight  | secret-c        | guest4711b | registered | guest
retreat  | secret-d        |            | registered | guest

cooperations:
cooperation_id | title                    | kind     | is_confidential | origin | origin_event_id
k-open         | Gemeinsames Labor        | research | no              | event  | past
k-secret       | Pilot mit Verschwiegen   | pilot    | no              | event  | dinner
k-silent       | Vertrauliches Vorhaben   | pilot    | yes             |        |

cooperation_stages:
cooperation_id | stage | since
k-open         | 1     | 2024-02-15
k-open         | 3     | 2024-04-01
k-secret       | 3     | 2024-05-01
k-silent       | 3     | 2024-06-01

cooperation_members:
cooperation_id | organisation_id
k-open         | open-a
k-open         | open-b
k-secret       | open-a
k-secret       | secret-c
k-silent       | open-b
k-silent       | secret-d

consultations:
consultation_id | organisation_id | held_on    | is_structured
c1              | secret-e        | 2024-04-01 | yes

funding:
funding_id | organisation_id | cooperation_id | programme | status   | approved_eur | decided_on
f1         | secret-c        | k-secret       | ERDF      | approved | 5000         | 2024-06-01

targets:
kpi             | due_on     | baseline | target | source
events_held     | 2025-12-31 | 0        | 10     | Plan
"""

import argparse
import io
import re
import shutil
import zipfile
from collections.abc import Iterator
from datetime import date
from itertools import cycle

import pypdf
import pytest
import streamlit as st
from starlette.applications import Starlette
from starlette.testclient import TestClient
from streamlit.testing.v1.element_tree import ButtonGroup

import dashboard
from analytics.commands.run import _parser, run
from analytics.errors import QuestionError
from analytics.store import Store
from analytics.warehouse import Period, View, current
from analytics.warehouse.disclosure import disclosure_of
from analytics.warehouse.sql import question_names
from pages import frame
from pages.access import visitor
from pages.access.role import may_see
from pages.hall import admission
from tests.tables import store_from

AUDIENCES = ("ministry", "public")
EVENTS = ("past", "dinner", "at-c", "tonight", "retreat")
ORGANISATIONS = ("open-a", "secret-c", "secret-d")
YEAR = Period.parse("2024")
NAMES = ("Verschwiegen", "Stillewerk", "Leisebau", "secret-c", "secret-d", "secret-e")
SECRET = {
    "ministry": (*NAMES, "guest4711", "Vertrauliches Vorhaben"),
    "public": (
        *NAMES, "guest4711", "Vertrauliches Vorhaben", "Vorstandsessen", "Villa Heimlich", "Geschlossene Runde",
        "Hinterzimmer",
    ),
}  # fmt: skip
VALUES_OF_PATHS = {"weight": ["400"], "file": ["000000000000.js"]}
"""What stands in the places of a route's path."""
QUERIES = [
    "", *(f"?event={event}&lang=de" for event in EVENTS), *(f"?id={one}&organisation={one}" for one in ORGANISATIONS),
    "?q=Versch&query=Versch&name=Versch", "?to=http://testserver/find",
]  # fmt: skip
"""What every route is asked with: each event and organisation, and the beginning of a secret name."""


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    return store_from(__doc__.replace("TODAY", date.today().isoformat()), tmp_path_factory.mktemp("ways"))


@pytest.fixture(params=AUDIENCES)
def role(request, monkeypatch):
    """The role that every request and every page's visitor has."""
    for module in (visitor, admission):
        monkeypatch.setattr(module, "role_of", lambda _: request.param)
    return request.param


@pytest.fixture
def store(made, tmp_path, monkeypatch):
    shutil.copytree(made.folder, tmp_path / "store")
    monkeypatch.setenv("NETWORK_STORE", str(tmp_path / "store"))
    return Store(tmp_path / "store")


def leaks(said, role, asked=""):
    """The secrets in ``said``, but those that the question itself spelled out."""
    return [secret for secret in SECRET[role] if secret in said and secret not in asked]


def readable(content):
    """All text in a file: of office documents and PDF what they hold, else the bytes as they are."""
    if content[:4] == b"PK\x03\x04":
        archive = zipfile.ZipFile(io.BytesIO(content))
        return "\n".join(readable(archive.read(name)) for name in archive.namelist())
    if content[:5] == b"%PDF-":
        return "\n".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(content)).pages)
    return content.decode("utf-8", "ignore")


def test_the_management_sees_all_of_it(made):
    """What is looked for is there to be found: else nothing here would say anything."""
    view = View(current(made))
    values = {"organisation_id": "secret-c", "event_id": "past", "district": "05913"}
    said = "".join(view.ask(name, [YEAR], **values).to_csv() for name in question_names())
    assert leaks(said, "public") == list(SECRET["public"])


@pytest.mark.parametrize("question", question_names())
def test_no_question_tells_it(made, role, question):
    view = View(current(made), role)
    for event, organisation in zip(EVENTS, cycle(ORGANISATIONS)):
        values = {"organisation_id": organisation, "event_id": event, "district": "05913"}
        if disclosure_of(question) is None:
            with pytest.raises(QuestionError):
                view.ask(question, [YEAR], **values)
        else:
            assert leaks(view.ask(question, [YEAR], **values).to_csv(), role) == []


def _addresses() -> Iterator[tuple[str, str]]:
    """Every route of the application, by method and path; the places in it filled."""
    for route in dashboard.app._user_routes:
        places = re.findall(r"\{(\w+)\}", route.path)
        paths = [route.path]
        for place in places:
            paths = [path.replace(f"{{{place}}}", value) for path in paths for value in VALUES_OF_PATHS[place]]
        for path in paths:
            for method in sorted((route.methods or {"GET"}) - {"HEAD"}):
                yield method, path


@pytest.mark.parametrize(("method", "path"), list(_addresses()))
def test_no_route_tells_it(store, role, method, path):
    client = TestClient(Starlette(routes=list(dashboard.app._user_routes)))
    for query in QUERIES:
        body = {"json": {"operations": [], "token": "x"}} if method == "POST" else {}
        answer = client.request(method, f"{path}{query}", **body)
        said = f"{answer.headers}\n{readable(answer.content)}"
        assert leaks(said, role, query) == [], f"{method} {path}{query}"


def _choices(app) -> list[tuple[str, str]]:
    """Every choice of every row of sections on a page: the row's id, and what stands on the button."""
    return [(row.id, option) for row in app.get("button_group") for option in row.options if row._is_single_select]


def _choose(app, chosen: tuple[str, str], monkeypatch) -> None:
    """Press a button of a row of sections. (By itself AppTest wants what the page's own code calls the section.)"""
    usual = ButtonGroup.formatted_values
    with monkeypatch.context() as patched:
        said = property(lambda row: [chosen[1]] if row.id == chosen[0] else usual.fget(row))
        patched.setattr(ButtonGroup, "formatted_values", said)
        app.run()


def _shown(app):
    sent = "\n".join(str(element.proto) for element in _elements(app._tree))
    return sent.encode().decode("unicode_escape", "ignore") + "\n".join(table.value.to_csv() for table in app.dataframe)


def _elements(block):
    for child in block.children.values():
        yield from _elements(child) if hasattr(child, "children") else (child,)


@pytest.fixture
def offered(monkeypatch):
    """Every file that a page offers, as it would be handed out."""
    files: list[bytes] = []
    usual = st.download_button

    def offer(label, data, *rest, **more):
        made = data() if callable(data) else data
        files.append(made if isinstance(made, bytes) else str(made).encode())
        return usual(label, data, *rest, **more)

    monkeypatch.setattr(st, "download_button", offer)
    return files


@pytest.mark.parametrize("page", list(frame._PAGES))
def test_no_page_and_no_download_tells_it(opened, store, role, page, offered, monkeypatch):
    app = opened(store, page, role=role, period="2024")
    assert not app.exception
    assert leaks(_shown(app), role) == []
    assert len(_choices(app)) >= {"growth": 2, "cooperation": 3}.get(page, 0)
    for chosen in _choices(app) if may_see(role, page) else []:
        _choose(app, chosen, monkeypatch)
        assert not app.exception
        assert leaks(_shown(app), role) == [], chosen
    for content in offered:
        assert leaks(readable(content), role) == []


def _below(parser):
    groups = [action for action in parser._actions if isinstance(action, argparse._SubParsersAction)]
    return dict(groups[0].choices) if groups else {}


def _for_audience(commands, role, before=()) -> Iterator[tuple[str, ...]]:
    """Every command that can be asked as that audience, with what it needs besides."""
    for name, parser in commands.items():
        yield from _for_audience(_below(parser), role, (*before, name))
        taken = {action.dest: action for action in parser._actions}
        if "audience" not in taken or role not in (taken["audience"].choices or ()):
            continue
        needed = ("--event", "tonight" if name == "introductions" else "past") if "event" in taken else ()
        for kind in (taken["format"].choices or ()) if "format" in taken else ("",):
            yield (*before, name, "--audience", role, *needed, *(("--out", f"made.{kind}") if kind else ()))


CALLS = [(role, call) for role in AUDIENCES for call in _for_audience(_below(_parser()), role)]


@pytest.mark.parametrize(
    ("asked_as", "call"), CALLS, ids=lambda value: value if isinstance(value, str) else " ".join(value)
)
def test_no_command_and_no_report_tells_it(store, tmp_path, monkeypatch, capsys, asked_as, call):
    monkeypatch.chdir(tmp_path)
    assert run([*call]) == 0
    files = "\n".join(readable(file.read_bytes()) for file in tmp_path.glob("made.*"))
    assert leaks(capsys.readouterr().out + files, asked_as) == []
    assert bool(files) is ("--out" in call)
