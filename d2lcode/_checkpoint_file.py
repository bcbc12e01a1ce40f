"""Checkpoint files that are either whole or refused.

A file is a line of words, the SHA-256 of what follows, and what follows: a
line with a framework's name, and the bytes that it wrote. The file is
written aside, brought to the disk and only then moved into place; the file
that it replaces stays as `….previous`.
"""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

MAGIC = b"d2lcode checkpoint 2\n"
DIGEST = 32


class CheckpointError(ValueError):
    """A checkpoint that is damaged, or that is not of this run."""


def previous(path: str | os.PathLike[str]) -> Path:
    """Where the checkpoint before the one at `path` is kept."""
    path = Path(path)
    return path.with_name(path.name + ".previous")


def write_whole(
    path: str | os.PathLike[str], content: bytes, framework: str
) -> None:
    """Put content into the file so that a kill leaves the old or the new."""
    path, content = Path(path), framework.encode() + b"\n" + content
    path.parent.mkdir(parents=True, exist_ok=True)
    aside = path.with_name(path.name + ".writing")
    with aside.open("wb") as file:
        file.write(MAGIC + hashlib.sha256(content).digest())
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    if path.exists():
        _keep(path)
    aside.replace(path)


def _keep(path: Path) -> None:
    """Give the file its second name; `path` itself stays all the while."""
    aside = path.with_name(path.name + ".keeping")
    aside.unlink(missing_ok=True)
    try:
        os.link(path, aside)
    except OSError:  # a file system without hard links
        shutil.copyfile(path, aside)
    aside.replace(previous(path))


def read_whole(path: str | os.PathLike[str], framework: str) -> bytes:
    """The content of a file that `write_whole` wrote.

    Raises:
        CheckpointError: if it is cut short, altered, no such file or from
            another framework.
        FileNotFoundError: if there is none.
    """
    whole = Path(path).read_bytes()
    start = len(MAGIC) + DIGEST
    if whole[: len(MAGIC)] != MAGIC[: len(whole)]:
        raise CheckpointError(
            f"{path} is no checkpoint of d2lcode, or one of another version"
        )
    digest = hashlib.sha256(whole[start:]).digest()
    if whole[len(MAGIC) : start] != digest:
        raise CheckpointError(
            f"{path} is cut short or altered: its content does not match "
            f"its checksum{_hint(path)}"
        )
    writer, _, content = whole[start:].partition(b"\n")
    if writer != framework.encode():
        raise CheckpointError(
            f"{path} was written by {writer.decode()}; this is {framework}"
        )
    return content


def _hint(path: str | os.PathLike[str]) -> str:
    kept = previous(path)
    return f"; the one before it is kept as {kept}" if kept.exists() else ""


def shapes(tensors: Mapping[str, Any]) -> dict[str, Any]:
    """The shape of each tensor, by name."""
    return {f"shape of {k}": list(v.shape) for k, v in tensors.items()}


def refuse_other(
    path: object, saved: Mapping[str, Any], ours: Mapping[str, Any]
) -> None:
    """Raise CheckpointError, with every difference, unless both agree."""
    differences = [
        f"{name} is {saved.get(name)!r} there and {ours.get(name)!r} here"
        for name in dict.fromkeys([*ours, *saved])
        if saved.get(name) != ours.get(name)
    ]
    if differences:
        raise CheckpointError(
            f"{path} is of another run: " + "; ".join(differences)
        )
