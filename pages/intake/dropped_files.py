"""Files that a browser sent, opened like any others."""

import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from streamlit.runtime.uploaded_file_manager import UploadedFile

from analytics.intake.files import Given
from analytics.intake.hints import Hints
from analytics.intake.importing import opened
from analytics.intake.progress import Progress
from analytics.intake.sheet import HeaderAt
from analytics.store import Store


def opened_files(
    store: Store, files: Sequence[UploadedFile], header_at: Mapping[str, HeaderAt], progress: Progress
) -> tuple[Given, Hints]:
    """What lies in the files, each under its own name, and the mappings that may fit; see :func:`opened`."""
    with tempfile.TemporaryDirectory() as folder:
        paths = []
        for number, file in enumerate(files):
            own = Path(folder) / str(number)
            own.mkdir()
            path = own / Path(file.name).name
            path.write_bytes(file.getbuffer())
            paths.append(path)
        return opened(store, paths, Hints(), header_at=header_at, progress=progress)
