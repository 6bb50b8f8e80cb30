"""A watched folder on the disk: who watches it, which file is being taken, and where files go.

Everything moves by renaming within the folder, so that a file is in one place, whole, whenever the process dies.
"""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Literal

from filelock import FileLock, Timeout

from analytics.errors import IntakeError

Place = Literal["done", "failed"]
_TAKEN = ".taken"
_NOTHING = "none"


@dataclass(frozen=True)
class Claim:
    """A file that is being taken: where it lies meanwhile, and the newest batch when it was taken; None for none."""

    path: Path
    head: str | None


class WatchedFolder:
    """The folder ``path``. Raises IntakeError where there is none."""

    def __init__(self, path: Path) -> None:
        if not path.is_dir():
            raise IntakeError("watch_no_folder", folder=str(path))
        self.path = path
        # An asynchronous task may let go in another thread than the one that took hold.
        self._lock = FileLock(path / ".watch.lock", thread_local=False)

    def hold(self) -> None:
        """Be the only one who watches the folder, until :meth:`release` or the process's end.

        Raises IntakeError where somebody else does, or nobody can here.
        """
        try:
            self._lock.acquire(timeout=0)
        except Timeout as error:
            raise IntakeError("watch_held", folder=str(self.path)) from error
        except OSError as error:
            raise IntakeError("folder_not_writable", folder=str(self.path)) from error

    def release(self) -> None:
        """Let others watch the folder."""
        self._lock.release()

    def claim(self, file: Path, head: str | None) -> Claim | None:
        """Take ``file`` out of sight; None where it is gone, or a program holds it. ``head`` is the newest batch."""
        own = self.path / _TAKEN / (head or _NOTHING)
        own.mkdir(parents=True, exist_ok=True)
        try:
            return Claim(file.rename(own / file.name), head)
        except (FileNotFoundError, PermissionError):
            return None

    def claims(self) -> list[Claim]:
        """The files that were being taken when a process died."""
        found = sorted((self.path / _TAKEN).glob("*/*"))
        return [Claim(file, None if file.parent.name == _NOTHING else file.parent.name) for file in found]

    def give_back(self, claim: Claim) -> None:
        """Put a file back to where it was, or beside what has come there meanwhile."""
        self._move(claim, self.path, "")

    def put(self, claim: Claim, place: Place, answer: str) -> Path:
        """Move a file to where it belongs, ``answer`` (where there is one) in a text file beside it; its new path."""
        folder = self.path / place
        folder.mkdir(exist_ok=True)
        return self._move(claim, folder, answer)

    def _move(self, claim: Claim, folder: Path, answer: str) -> Path:
        target = _reserved(folder, claim.path)
        if answer:
            _beside(target).write_text(answer, "utf-8")
        claim.path.replace(target)
        with suppress(OSError):  # others are being taken
            claim.path.parent.rmdir()
            claim.path.parent.parent.rmdir()
        return target


def _reserved(folder: Path, file: Path) -> Path:
    """A path in ``folder`` that nobody has, held by an empty file: so nothing is ever overwritten."""
    for name in _names(file):
        path = folder / name
        if _beside(path).exists():
            continue
        with suppress(FileExistsError):
            path.touch(exist_ok=False)
            return path
    raise AssertionError("the names never end")


def _names(file: Path) -> Iterator[str]:
    yield file.name
    for number in count(2):
        yield f"{file.stem} ({number}){file.suffix}"


def _beside(path: Path) -> Path:
    return path.with_name(f"{path.name}.txt")
