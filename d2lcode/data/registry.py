"""The registry: which data sets there are, and where their files are.

It is `registry.toml`, beside this file, read once and checked.
"""

from __future__ import annotations

import hashlib
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

TOML = Path(__file__).with_name("registry.toml")


@dataclass(frozen=True)
class File:
    """One file of a data set.

    Attributes:
        name: its name in the folder, `train-images-idx3-ubyte.gz`.
        role: what a loader calls it, `train-images`.
        sha256: of its content: for `.gz`, of what it unpacks to.
        size: bytes of that same content.
        addresses: where it can be fetched, in the order to try; what
            follows a `#` is the member of the archive that comes.
    """

    name: str
    role: str
    sha256: str
    size: int
    addresses: tuple[str, ...] = ()


@dataclass(frozen=True)
class Entry:
    """One data set.

    Attributes:
        name: the loader's name, `fashion_mnist`.
        title: the name in words.
        folder: where its files lie, under a mirror or the cache.
        files: the files.
        licence: under which terms.
        citation: whom to thank.
        homepage: where to read about it.
        manual: how to get it by hand, where no address has these bytes.
    """

    name: str
    title: str
    folder: str
    files: tuple[File, ...]
    licence: str = ""
    citation: str = ""
    homepage: str = ""
    manual: str = ""

    @property
    def digest(self) -> str:
        """16 hexadecimal digits that stand for the content of all files."""
        every = "\n".join(file.sha256 for file in self.files)
        if len(self.files) == 1:
            return every[:16]
        return hashlib.sha256(every.encode("ascii")).hexdigest()[:16]


def names() -> tuple[str, ...]:
    """Give the name of every registered data set, in alphabetical order."""
    return tuple(sorted(_entries()))


def entry(name: str) -> Entry:
    """Look a data set up.

    Raises:
        ValueError: no data set has this name.
    """
    if name not in _entries():
        raise ValueError(
            f"name is {name!r}, expected one of {', '.join(names())}"
        )
    return _entries()[name]


def read(path: Path) -> dict[str, Entry]:
    """Read a registry.

    Raises:
        ValueError: a file lacks a field, or its hash is no SHA-256.
    """
    tables = tomllib.loads(path.read_text(encoding="utf-8"))
    return {name: _entry(name, table) for name, table in tables.items()}


@cache
def _entries() -> dict[str, Entry]:
    return read(TOML)


def _entry(name: str, table: dict[str, Any]) -> Entry:
    table = dict(table)
    mirrors = table.pop("mirrors", [])
    rows = table.pop("files", [])
    files = tuple(_file(name, row, mirrors) for row in rows)
    words = {k: v.strip() for k, v in table.items()}
    return Entry(name=name, files=files, **words)


def _file(data_set: str, row: dict[str, Any], mirrors: list[str]) -> File:
    missing = {"name", "role", "sha256", "size"} - set(row)
    if missing:
        raise ValueError(f"{data_set}: a file lacks {sorted(missing)}")
    if len(row["sha256"]) != 64 or set(row["sha256"]) - set(
        "0123456789abcdef"
    ):
        raise ValueError(
            f"{data_set}: sha256 of {row['name']} is {row['sha256']!r}, "
            "expected 64 hexadecimal digits"
        )
    own = row.get("addresses", [])
    joined = [mirror + row["name"] for mirror in mirrors]
    return File(**{**row, "addresses": (*own, *joined)})
