"""A server on loopback that gives pretix's recorded answers: page by page, to those who have the token."""

import json
import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, parse_qsl, urlencode, urlsplit

RECORDED = Path(__file__).parent / "recorded"
TOKEN = "secr3tt0ken"
ORGANISER = "/api/v1/organizers/netzwerk/"
PAGE = 2


def recorded(name):
    return json.loads((RECORDED / f"{name}.json").read_text("utf-8"))["results"]


class Answers:
    """What the server holds and was asked; ``instead`` are answers (status, headers, body) that it gives first."""

    def __init__(self):
        self.events = recorded("events")
        self.orders = {event["slug"]: recorded(f"orders_{event['slug']}") for event in self.events}
        self.dates = {}
        self.now = "2026-12-01T14:00:00.000000Z"
        self.instead = []
        self.asked = []
        self.next_host = None

    def of(self, path, query):
        """The list that stands at ``path``; None where nothing does."""
        if path == "events/":
            return self.events
        if path == "orders/":
            since = query.get("modified_since", [""])[0]
            changed = [order for orders in self.orders.values() for order in orders if order["last_modified"] >= since]
            return [{"code": order["code"], "event": order["event"]} for order in changed]
        _, slug, what, _ = (path + "///").split("/", 3)
        return {"orders": self.orders, "subevents": self.dates}.get(what, {}).get(slug)


class _Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        answers, parts = self.server.answers, urlsplit(self.path)
        answers.asked.append(self.path)
        if answers.instead:
            status, headers, body = answers.instead.pop(0)
            return self._send(status, headers, body)
        if self.headers["Authorization"] != f"Token {TOKEN}":
            return self._send(401, {}, '{"detail":"Invalid token."}')
        query = parse_qs(parts.query)
        held = answers.of(parts.path.removeprefix(ORGANISER), query) if parts.path.startswith(ORGANISER) else None
        if held is None:
            return self._send(404, {}, '{"detail":"Not found."}')
        page = int(query.get("page", ["1"])[0])
        others = [pair for pair in parse_qsl(parts.query) if pair[0] != "page"]
        host = answers.next_host or f"http://{self.headers['Host']}"
        link = f"{host}{parts.path}?{urlencode([*others, ('page', page + 1)])}" if page * PAGE < len(held) else None
        body = {"count": len(held), "next": link, "previous": None, "results": held[(page - 1) * PAGE : page * PAGE]}
        return self._send(200, {"X-Page-Generated": answers.now}, json.dumps(body))

    def _send(self, status, headers, body):
        content = body.encode()
        self.send_response(status)
        for name, value in {"Content-Type": "application/json", "Content-Length": str(len(content)), **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_):
        pass


@contextmanager
def answering():
    """The answers, and where they are given."""
    with ThreadingHTTPServer(("127.0.0.1", 0), _Handler) as server:
        server.answers = Answers()
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        yield server.answers, f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()
