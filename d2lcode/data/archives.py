"""Unpack a zip or a tar, and only inside its folder.

Every member is looked at before the first byte is written. Links are never
made: one that points inside the archive becomes a copy of its file, so that
nothing written later can pass through it.
"""

from __future__ import annotations

import posixpath
import re
import shutil
import stat
import tarfile
import uuid
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from d2lcode.data.errors import ArchiveError

LIMIT = 2 << 30
"""Bytes that an archive may unpack to unless `unpack` is told otherwise."""

_DAMAGE = (zipfile.BadZipFile, tarfile.TarError, zlib.error, EOFError)
_UNSUPPORTED = (NotImplementedError, RuntimeError)


@dataclass(frozen=True)
class _Member:
    """What zip and tar have in common."""

    name: str
    kind: str  # "file", "folder", "link" or "device"
    size: int
    target: str  # of a link: the member it points to
    open: Callable[[], IO[bytes]]


def unpack(
    archive: Path, folder: Path, *, limit: int = LIMIT, name: str = ""
) -> Path:
    """Unpack an archive into a folder of its own.

    The work is done aside and moved into place whole. A folder that is
    there already is therefore complete, and left as it is.

    Args:
        archive: a `.zip`, or a `.tar` packed in any way Python knows.
        folder: the folder to make.
        limit: the most bytes it may unpack to.
        name: what messages call the archive, unless by its file name.

    Returns:
        The folder.

    Raises:
        ArchiveError: it is damaged, unpacks to more than `limit` bytes, or
            has a member that would land outside `folder`, named in the
            message; nothing is then left behind.
    """
    if folder.is_dir():
        return folder
    folder.parent.mkdir(parents=True, exist_ok=True)
    aside = folder.with_name(f".{folder.name}.{uuid.uuid4().hex}.part")
    try:
        with _said_of(name or archive.name):
            _unpack(archive, aside, limit)
        _move(aside, folder)
    finally:
        discard(aside)
    return folder


def discard(path: Path) -> None:
    """Remove a file or a whole folder, if it is there."""
    if path.is_dir():
        shutil.rmtree(path, ignore_errors=True)
    else:
        path.unlink(missing_ok=True)


def _unpack(archive: Path, aside: Path, limit: int) -> None:
    with _members(archive) as members:
        _check_total(members, limit)
        places = {_place(m.name, repr(m.name)): m for m in members}
        files = {place: _file(m, places) for place, m in places.items()}
        aside.mkdir()
        for place, member in files.items():
            _write(aside / place, member)


def _move(aside: Path, folder: Path) -> None:
    try:
        aside.rename(folder)
    except OSError:  # another process was first
        if not folder.is_dir():
            raise


@contextmanager
def _said_of(name: str) -> Iterator[None]:
    try:
        yield
    except ArchiveError as error:
        raise ArchiveError(f"{name} is refused: {error}") from error
    except _DAMAGE as error:
        raise ArchiveError(f"{name} is damaged, or no archive") from error
    except _UNSUPPORTED as error:
        raise ArchiveError(f"{name} cannot be unpacked: {error}") from error


@contextmanager
def _members(archive: Path) -> Iterator[list[_Member]]:
    if zipfile.is_zipfile(archive):
        with zipfile.ZipFile(archive) as packed:
            yield [_of_zip(packed, info) for info in packed.infolist()]
    else:
        with tarfile.open(archive) as packed_tar:
            yield [_of_tar(packed_tar, info) for info in packed_tar]


def _of_zip(packed: zipfile.ZipFile, info: zipfile.ZipInfo) -> _Member:
    mode = info.external_attr >> 16
    kind, target = "folder" if info.is_dir() else "file", ""
    if stat.S_ISLNK(mode):
        kind = "link"
        with packed.open(info) as stream:
            pointed = stream.read(4096)
        target = _beside(info.filename, pointed.decode("utf-8", "replace"))
    return _Member(
        info.filename, kind, info.file_size, target, lambda: packed.open(info)
    )


def _of_tar(packed: tarfile.TarFile, info: tarfile.TarInfo) -> _Member:
    kind, target = "device", ""
    if info.isfile():
        kind = "file"
    elif info.isdir():
        kind = "folder"
    elif info.issym():
        kind, target = "link", _beside(info.name, info.linkname)
    elif info.islnk():
        kind, target = "link", info.linkname

    def opened() -> IO[bytes]:
        stream = packed.extractfile(info)
        if stream is None:
            raise tarfile.ReadError(f"{info.name} has no content")
        return stream

    return _Member(info.name, kind, info.size, target, opened)


def _beside(name: str, pointed: str) -> str:
    return posixpath.join(posixpath.dirname(name), pointed)


def _place(name: str, what: str) -> str:
    """Give a member's path below the folder, or refuse it."""
    parts = [p for p in re.split(r"[/\\]", name) if p not in ("", ".")]
    rooted = name.startswith(("/", "\\"))
    # A colon makes a drive (`C:`) or a hidden stream on Windows.
    if rooted or ".." in parts or re.search(r"[:\0]", name):
        raise ArchiveError(f"its member {what} would land outside the folder")
    return "/".join(parts)


def _check_total(members: list[_Member], limit: int) -> None:
    total = sum(member.size for member in members)
    if total > limit:
        raise ArchiveError(
            f"it unpacks to {total} bytes, expected at most {limit}"
        )


def _file(member: _Member, places: dict[str, _Member]) -> _Member:
    """Follow a link, once, to the file in the archive it points to."""
    if member.kind == "device":
        raise ArchiveError(
            f"its member {member.name!r} is neither file, folder nor link"
        )
    if member.kind != "link":
        return member
    what = f"{member.name!r}, a link to {member.target!r},"
    found = places.get(_place(posixpath.normpath(member.target), what))
    if found is None or found.kind != "file":
        raise ArchiveError(f"its member {what} points to no file in it")
    return found


def _write(path: Path, member: _Member) -> None:
    try:
        if member.kind == "folder":
            path.mkdir(parents=True, exist_ok=True)
            return
        path.parent.mkdir(parents=True, exist_ok=True)
        with member.open() as source, path.open("wb") as sink:
            shutil.copyfileobj(source, sink)
    except OSError as error:
        raise ArchiveError(
            f"its member {member.name!r} cannot be written: {error}"
        ) from error
