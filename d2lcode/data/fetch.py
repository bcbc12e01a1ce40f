"""Fetch one file: aside, verified, then moved into place.

What is in place is therefore always whole and right, whatever interrupts
the transfer and however many processes fetch the same file.
"""

from __future__ import annotations

import sys
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from d2lcode.data import archives, verify
from d2lcode.data.errors import ArchiveError, CorruptFileError
from d2lcode.data.network import RefusedError, memory
from d2lcode.data.registry import File

CONNECT_SECONDS = 3.0
READ_SECONDS = 10.0
SLOW_SECONDS, SLOW_BYTES_PER_SECOND = 20.0, 1000.0
"""A transfer below this rate after this while is given up."""

_STALE_SECONDS = 24 * 3600.0


class FetchError(Exception):
    """No address served a file.

    Attributes:
        reasons: address → why it did not.
    """

    def __init__(self, reasons: dict[str, str]) -> None:
        super().__init__("; ".join(f"{a}: {r}" for a, r in reasons.items()))
        self.reasons = reasons


def fetch(file: File, target: Path) -> str:
    """Fetch a file from the first address that gives it right.

    Args:
        file: what to fetch.
        target: where to put it.

    Returns:
        The address that served.

    Raises:
        FetchError: none did; it has the reason for each.
        OSError: `target` cannot be written.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    _sweep(target.parent)
    memory.knock(file.addresses)
    reasons: dict[str, str] = {}
    for address in file.addresses:
        try:
            _fetch_from(address, file, target)
        except RefusedError as refusal:
            reasons[address] = str(refusal)
        else:
            return address
    memory.conclude(file.addresses)
    raise FetchError(reasons)


def _fetch_from(address: str, file: File, target: Path) -> None:
    memory.demand(address)
    url, _, member = address.partition("#")
    with _aside(target) as part:
        try:
            _download(url, part, file)
            content = _member(part, member) if member else part
            verify.check(content, file)
        except (ArchiveError, CorruptFileError) as error:
            memory.refuse(address, str(error))
            raise RefusedError(str(error)) from error
        _place(content, target, file)


@contextmanager
def _aside(target: Path) -> Iterator[Path]:
    """Give a path beside the target that is gone afterwards."""
    part = target.with_name(f".{target.name}.{uuid.uuid4().hex}.part")
    try:
        yield part
    finally:
        part.unlink(missing_ok=True)
        archives.discard(_unpacked(part))


def _unpacked(part: Path) -> Path:
    return part.with_suffix(".unpacked.part")


def _member(part: Path, member: str) -> Path:
    folder = archives.unpack(part, _unpacked(part), name="the archive")
    path = folder / member
    if not path.is_file():
        raise ArchiveError(f"the archive has no member {member!r}")
    return path


def _place(content: Path, target: Path, file: File) -> None:
    try:
        content.replace(target)
    except PermissionError:
        # On Windows a file that another process reads cannot be replaced;
        # what it reads may well be this same file, fetched by it.
        if not target.exists():
            raise
        verify.check(target, file)


def _sweep(folder: Path) -> None:
    """Remove what a killed process left aside a day ago or earlier."""
    for part in folder.glob(".*.part"):
        try:
            if time.time() - part.stat().st_mtime > _STALE_SECONDS:
                archives.discard(part)
        except OSError:  # another process sweeps too
            continue


def _download(url: str, part: Path, file: File) -> None:
    import pooch
    import requests

    with _Progress(file) as progress:
        downloader = pooch.HTTPDownloader(
            progressbar=progress,
            timeout=(CONNECT_SECONDS, READ_SECONDS),
        )
        try:
            downloader(url, str(part), None)
        except (requests.RequestException, _TooSlowError) as error:
            raise _refusal(url, error) from error


def _refusal(url: str, error: Exception) -> RefusedError:
    """Turn an exception into words, and remember them."""
    import requests

    response = getattr(error, "response", None)
    if isinstance(error, requests.HTTPError) and response is not None:
        reason = f"the server says {response.status_code} {response.reason}"
        memory.refuse(url, reason)
    elif isinstance(error, requests.exceptions.ChunkedEncodingError):
        reason = "the connection broke off"
    else:
        reason = _why_silent(error)
        memory.silence(url, reason)
    return RefusedError(reason)


def _why_silent(error: Exception) -> str:
    import requests

    if isinstance(error, _TooSlowError):
        return str(error)
    if isinstance(error, requests.Timeout) or "timed out" in str(error):
        return f"silent for {READ_SECONDS:g} s"
    return f"the connection failed ({type(error).__name__})"


class _TooSlowError(Exception):
    """The transfer would take for ever."""


class _Progress:
    """What pooch reports to: draws the bar and stops a bad transfer."""

    def __init__(self, file: File) -> None:
        from tqdm import tqdm

        self._limit = 4 * file.size + (1 << 20)
        self._start = time.monotonic()
        self._received = 0
        self._name = file.name
        self._bar = tqdm(
            desc=file.name,
            unit="B",
            unit_scale=True,
            leave=False,
            ascii=sys.platform == "win32",
            disable=not _can_draw(),
        )

    def __enter__(self) -> _Progress:
        return self

    def __exit__(self, *_: object) -> None:
        self._bar.close()

    @property
    def total(self) -> int | None:
        return self._bar.total

    @total.setter
    def total(self, total: int) -> None:
        self._bar.total = total or None

    def update(self, received: int) -> None:
        self._received += received
        if self._received > self._limit:
            raise CorruptFileError(f"{self._name} does not end")
        elapsed = time.monotonic() - self._start
        slow = self._received < elapsed * SLOW_BYTES_PER_SECOND
        if elapsed > SLOW_SECONDS and slow:
            raise _TooSlowError(
                f"too slow: {self._received / elapsed:.0f} bytes a second"
            )
        self._bar.update(received)

    def reset(self) -> None:
        self._received = 0
        self._start = time.monotonic()
        self._bar.reset()

    def close(self) -> None:
        self._bar.close()


def _can_draw() -> bool:
    ipython = sys.modules.get("IPython")
    shell = ipython.get_ipython() if ipython else None
    return sys.stderr.isatty() or hasattr(shell, "kernel")
