"""Is this file, byte for byte, the one that the registry names?

What is compared is the content: for `.gz`, what it unpacks to. A file
found right is remembered by path, size and time of change, so that the
next look costs a `stat` and not a hash of 47 MB.
"""

from __future__ import annotations

import contextlib
import gzip
import hashlib
import json
import uuid
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from d2lcode.data.errors import CorruptFileError
from d2lcode.data.registry import File

_CHUNK = 1 << 20
_GZIP = b"\x1f\x8b"


def read_content(path: Path) -> bytes:
    """Read a file whole; a `.gz` is unpacked."""
    with _open_content(path, path.name) as stream:
        return stream.read()


def check(path: Path, file: File) -> None:
    """Hash a file's content and compare it with the registry.

    Raises:
        CorruptFileError: it is cut short, altered, or something else.
        OSError: it cannot be read.
    """
    digest, size = hashlib.sha256(), 0
    for chunk in _chunks(path, file.name):
        digest.update(chunk)
        size += len(chunk)
        if size > file.size:
            break
    if size != file.size:
        raise CorruptFileError(_wrong_size(path, file, size))
    if digest.hexdigest() != file.sha256:
        raise CorruptFileError(
            f"{file.name} is altered: its content has SHA-256 "
            f"{digest.hexdigest()[:16]}…, expected {file.sha256[:16]}…"
        )


class _Unpacked(gzip.GzipFile):
    """A gzip stream that closes the file below it."""

    def __init__(self, below: IO[bytes]) -> None:
        super().__init__(fileobj=below, mode="rb")
        self._below = below

    def close(self) -> None:
        super().close()
        self._below.close()


def _open_content(path: Path, name: str) -> IO[bytes] | gzip.GzipFile:
    # Some servers say `Content-Encoding: gzip` of a `.gz`; it then arrives
    # unpacked under its packed name.
    stream = path.open("rb")
    packed = name.endswith(".gz") and stream.read(2) == _GZIP
    stream.seek(0)
    if not packed:
        return stream
    return _Unpacked(stream)


def _chunks(path: Path, name: str) -> Iterator[bytes]:
    try:
        with _open_content(path, name) as stream:
            while chunk := stream.read(_CHUNK):
                yield chunk
    except EOFError:
        raise CorruptFileError(
            f"{name} is cut short: its gzip stream has no end"
        ) from None
    except (gzip.BadGzipFile, zlib.error) as error:
        raise CorruptFileError(
            f"{name} is damaged and cannot be unpacked ({error})"
        ) from None


def _wrong_size(path: Path, file: File, size: int) -> str:
    if _is_html(path):
        return f"what came is an HTML page, not {file.name}"
    if size > file.size:
        return f"{file.name} is longer than the expected {file.size} bytes"
    return f"{file.name} is cut short: {size} of {file.size} bytes"


def _is_html(path: Path) -> bool:
    with path.open("rb") as stream:
        start = stream.read(512).lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    return start.startswith((b"<!doctype html", b"<html", b"<?xml"))


class Ledger:
    """Remembers which files were found right.

    Args:
        path: the JSON file to remember in. Where it cannot be written, the
            memory lasts as long as the process.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._rows: dict[str, list[int | str]] = {}

    def check(self, path: Path, file: File) -> None:
        """Do as `verify.check`, but only if the file changed since.

        Raises:
            CorruptFileError: it is cut short, altered, or something else.
            OSError: it cannot be read.
        """
        key, row = str(path.resolve()), self._row(path, file)
        if row in (self._rows.get(key), self._read().get(key)):
            return
        check(path, file)
        self._rows[key] = row
        self._write({**self._read(), **self._rows})

    def _row(self, path: Path, file: File) -> list[int | str]:
        stat = path.stat()
        return [stat.st_size, stat.st_mtime_ns, file.sha256]

    def _read(self) -> dict[str, list[int | str]]:
        try:
            rows = json.loads(self.path.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return rows if isinstance(rows, dict) else {}

    def _write(self, rows: dict[str, list[int | str]]) -> None:
        aside = self.path.with_suffix(f".{uuid.uuid4().hex}.part")
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            aside.write_text(json.dumps(rows, indent=1), encoding="utf-8")
            aside.replace(self.path)
        except OSError:
            with contextlib.suppress(OSError):
                aside.unlink()
