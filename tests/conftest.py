"""Stores that many tests read: the demo region, an empty one, and the real file. Each is built once a session."""

from pathlib import Path

import pytest
from hypothesis import settings

from analytics.intake.demo import load_demo
from analytics.intake.importing import import_files
from analytics.store import Store
from analytics.warehouse import build
from tests.tables import built_from, tables_in

ROOT = Path(__file__).parents[1]
REAL = ROOT.parent / "shared" / "real"

settings.register_profile("here", deadline=None)  # a busy machine is no fault of what is tested
settings.load_profile("here")


@pytest.fixture(autouse=True)
def _own_store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test ever touches the store that somebody works with."""
    monkeypatch.setenv("NETWORK_STORE", str(tmp_path / "own-store"))


@pytest.fixture(scope="session")
def demo_store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    """The demo region."""
    store = Store(tmp_path_factory.mktemp("demo"))
    load_demo(store)
    return store


@pytest.fixture(scope="session")
def empty_store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    """A store without a batch, its snapshot built."""
    store = Store(tmp_path_factory.mktemp("empty"))
    build(store)
    return store


@pytest.fixture(scope="session")
def real_file() -> Path:
    """CORDIS's FP7 projects with a partner in the state; skips where the file is absent."""
    path = REAL / "cordis_fp7_nrw.csv"
    if not path.exists():
        pytest.skip(f"{path.name} is not here")
    return path


@pytest.fixture(scope="session")
def real_store(tmp_path_factory: pytest.TempPathFactory, real_file: Path) -> Store:
    """The real file, imported and built."""
    store = Store(tmp_path_factory.mktemp("real"))
    import_files(store, [real_file])
    build(store)
    return store


@pytest.fixture(scope="session")
def built(tmp_path_factory):
    """Views by the docstrings that they were built from, so that tests with the same tables share one."""
    views = {}

    def view_of(text):
        if text not in views:
            views[text] = built_from(text, tmp_path_factory.mktemp("region"))
        return views[text]

    return view_of


@pytest.fixture
def view(request, built):
    """The tables in the test's docstring, else those in its file's."""
    own = request.function.__doc__
    return built(own if tables_in(own) else request.module.__doc__)
