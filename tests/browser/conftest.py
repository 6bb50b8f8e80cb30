"""The dashboard as a server of its own, and a real browser on it."""

import json
import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from analytics.store import Store
from tests.installed import PYTHON

ROOT = Path(__file__).parents[2]
ARGUMENTS = [
    "--no-sandbox",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]


def free_port() -> int:
    """A port of this machine that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Server:
    """A dashboard on a free port of this machine, with the sign-in that the file ``secrets`` sets up."""

    def __init__(
        self, store: Store, *, port: int | None = None, address: str = "localhost", secrets: Path | None = None
    ) -> None:
        self.port = port or free_port()
        self.url = f"http://localhost:{self.port}"
        command = [PYTHON, "-m", "streamlit", "run", "dashboard.py"]
        options = ["--server.port", str(self.port), "--server.address", address, "--server.headless", "true"]
        options += [
            "--server.fileWatcherType",
            "none",
            "--secrets.files",
            str(secrets or store.folder / "no_secrets.toml"),
        ]
        self._process = subprocess.Popen(
            [*command, *options],
            cwd=ROOT,
            env={**os.environ, "NETWORK_STORE": str(store.folder)},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        self._wait()

    def _wait(self) -> None:
        deadline = time.monotonic() + 60
        while time.monotonic() < deadline:
            try:
                with urlopen(f"{self.url}/health", timeout=2) as answer:
                    assert json.load(answer)["status"] == "ok"
                    return
            except OSError:
                time.sleep(0.2)
        self.stop()
        raise TimeoutError("the dashboard did not start")

    def stop(self) -> None:
        """End the server."""
        self._process.terminate()
        self._process.wait(timeout=20)


@pytest.fixture(scope="session")
def chromium() -> str:
    """Debian's Chromium. In CI it must be there; elsewhere its tests are skipped."""
    found = shutil.which("chromium") or shutil.which("chromium-browser")
    if found is None:
        if os.environ.get("CI"):
            pytest.fail("Chromium is not installed, and CI must not skip the browser tests")
        pytest.skip("Chromium is not installed")
    return found


@pytest.fixture(scope="session")
def browser(chromium: str) -> Iterator[Browser]:
    """One browser for the whole session."""
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        yield started
        started.close()


@pytest.fixture(scope="session")
def demo_server(demo_store: Store) -> Iterator[Server]:
    """A server on the demo region."""
    server = Server(demo_store)
    yield server
    server.stop()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A fresh visitor, whose requests to any other host are noted and fail the test."""
    context = browser.new_context(viewport={"width": 1440, "height": 900}, accept_downloads=True)
    visitor = context.new_page()
    outside: list[str] = []
    failures: list[str] = []
    visitor.on("request", lambda request: outside.append(request.url) if _is_outside(request.url) else None)
    visitor.on("pageerror", lambda error: failures.append(str(error)))
    yield visitor
    context.close()
    assert outside == []
    assert failures == []


def _is_outside(url: str) -> bool:
    return not url.startswith(("http://localhost:", "ws://localhost:", "data:", "blob:"))
