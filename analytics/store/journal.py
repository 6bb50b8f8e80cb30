"""Journals: what comes faster than batches can be written, safe as soon as it is appended, and made a batch later.

A journal is a file of lines, one JSON object each, that only ever grows. Several processes may append to it.
"""

import json
import os
from collections.abc import Mapping, Sequence
from hashlib import sha256
from typing import Any

from filelock import FileLock

from analytics.errors import StoreError
from analytics.store.store import Store

Line = dict[str, Any]


class Journal:
    """The journal of ``kind`` about ``subject`` (such as "door" and an event's id) in ``store``."""

    def __init__(self, store: Store, kind: str, subject: str) -> None:
        self._folder = store.folder / "journals"
        self.path = self._folder / f"{kind}-{sha256(subject.encode()).hexdigest()[:16]}.jsonl"

    def lock(self, purpose: str = "lines") -> FileLock:
        """The lock that whoever writes ``purpose`` holds; a dead process frees it."""
        self._make_folder()
        return FileLock(self.path.with_suffix(f".{purpose}.lock"))

    def version(self) -> int:
        """A number that grows with each line; 0 while there is none."""
        try:
            return self.path.stat().st_size
        except FileNotFoundError:
            return 0

    def lines(self) -> list[Line]:
        """Every line, oldest first. What a process that died left unfinished at the end is none."""
        try:
            text = self.path.read_bytes()
        except FileNotFoundError:
            return []
        whole = text[: text.rfind(b"\n") + 1]
        try:
            return [json.loads(line) for line in whole.splitlines() if line]
        except ValueError as error:
            raise StoreError("broken_journal", file=self.path.name) from error

    def append(self, lines: Sequence[Mapping[str, Any]], key: str | None = None) -> list[Line]:
        """Add ``lines`` for good, and give those that were added.

        With ``key``, a line whose value of it a line of the journal has already is left out: what is sent twice counts
        once. Raises StoreError where nothing can be written.
        """
        try:
            with self.lock():
                known = {line.get(key) for line in self.lines()} if key else set()
                added: list[Line] = []
                for line in lines:
                    if key and line[key] in known:
                        continue
                    known.add(line[key] if key else None)
                    added.append(dict(line))
                if added:
                    self._write("".join(f"{json.dumps(line, ensure_ascii=False)}\n" for line in added).encode())
                return added
        except OSError as error:
            raise StoreError("store_not_writable", folder=str(self._folder.parent)) from error

    def replace(self, lines: Sequence[Mapping[str, Any]]) -> None:
        """Let ``lines`` stand in the place of all there are: for good, so that what is left out can be read nowhere."""
        text = "".join(f"{json.dumps(line, ensure_ascii=False)}\n" for line in lines).encode()
        fresh = self.path.with_suffix(".fresh")
        try:
            self._make_folder()
            with fresh.open("wb") as file:
                file.write(text)
                file.flush()
                os.fsync(file.fileno())
            fresh.replace(self.path)
        except OSError as error:
            raise StoreError("store_not_writable", folder=str(self._folder.parent)) from error

    def _write(self, text: bytes) -> None:
        self._make_folder()
        with self.path.open("ab") as file:
            end = file.tell()
            whole = self.path.read_bytes().rfind(b"\n") + 1
            if whole < end:  # a process died while it wrote
                file.truncate(whole)
            file.write(text)
            file.flush()
            os.fsync(file.fileno())

    def _make_folder(self) -> None:
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise StoreError("store_not_writable", folder=str(self._folder.parent)) from error
