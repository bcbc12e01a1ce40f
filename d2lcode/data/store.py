"""Where a data set's files are: mirror, cache, network, or nowhere.

Nothing is read from here that was not verified first.
"""

from __future__ import annotations

import os
import sys
import urllib.parse
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, TypeVar

from d2lcode.data import registry
from d2lcode.data.errors import CorruptFileError, DataUnavailableError
from d2lcode.data.network import memory
from d2lcode.data.registry import Entry, File
from d2lcode.data.verify import Ledger

MIRROR = "D2LCODE_DATA_MIRROR"
CACHE = "D2LCODE_CACHE"
OFFLINE = "D2LCODE_OFFLINE"


class Titled(Protocol):
    """What a loader gives: at least its title, and where it came from."""

    @property
    def title(self) -> str:
        """Its name in words."""

    @property
    def source(self) -> str:
        """Where it came from, in words."""


Loaded = TypeVar("Loaded", bound=Titled)


@dataclass(frozen=True)
class Files:
    """The verified files of a data set.

    Attributes:
        entry: which data set.
        paths: role → path.
        source: where they came from, in words.
    """

    entry: Entry
    paths: Mapping[str, Path]
    source: str


def load(
    name: str,
    read: Callable[[Files], Loaded],
    substitute: Callable[[], Loaded],
    stand_in: bool | None = None,
    *,
    call: str = "",
) -> Loaded:
    """Give a data set: the real one, or else its stand-in.

    Args:
        name: as in the registry.
        read: makes the data set of its verified files.
        substitute: makes the stand-in.
        stand_in: None takes the real data where they can be had; False
            insists on them; True takes the stand-in without looking.
        call: how a reader insists on the real data, where the loader's
            name is not `name`.

    Raises:
        DataUnavailableError: `stand_in` is False and no place has them.
    """
    if stand_in:
        return substitute()
    _used.add(name)
    try:
        files = obtain(registry.entry(name))
    except DataUnavailableError as error:
        if stand_in is False:
            raise
        data = substitute()
        _say_stand_in(call or f"{name}(stand_in=False)", data, error)
        return data
    return read(files)


def locate(name: str) -> str:
    """Say what a loader would give now, without network.

    Returns:
        `"real:"` and 16 hexadecimal digits of the content's hash where the
        mirror or the cache has every file right, else `"stand-in"`.

    Raises:
        ValueError: no data set has this name.
    """
    entry = registry.entry(name)
    real = all(_find(entry, file)[0] for file in entry.files)
    return f"real:{entry.digest}" if real else "stand-in"


def used() -> dict[str, str]:
    """Give the data sets loaded in this process → what `locate` says now.

    A stand-in that was asked for by name is not among them: it does not
    depend on what can be found.
    """
    return {name: locate(name) for name in sorted(_used)}


def retry() -> None:
    """Forget which addresses failed, so that the next load asks again."""
    memory.forget()


def obtain(entry: Entry) -> Files:
    """Find the files of a data set, or fetch them.

    Raises:
        DataUnavailableError: a file is nowhere; names every place asked.
    """
    found = {file.role: _obtain(entry, file) for file in entry.files}
    paths = {role: path for role, (path, _) in found.items()}
    sources = dict.fromkeys(source for _, source in found.values())
    return Files(entry, paths, " and ".join(sources))


def mirror_folder() -> Path | None:
    """Give the folder named by `D2LCODE_DATA_MIRROR`, if it is set."""
    named = os.environ.get(MIRROR)
    return Path(named).expanduser() if named else None


def cache_folder() -> Path:
    """Give the folder that downloads are kept in."""
    from platformdirs import user_cache_path

    named = os.environ.get(CACHE)
    root = Path(named).expanduser() if named else user_cache_path("d2lcode")
    return root / "data"


_used: set[str] = set()
_said: set[str] = set()
_ledgers: dict[Path, Ledger] = {}


def _obtain(entry: Entry, file: File) -> tuple[Path, str]:
    found, reasons = _find(entry, file)
    if found:
        return found
    target = cache_folder() / entry.folder / file.name
    address = _fetch(file, target, reasons)
    if address is None:
        _remove_if_bad(target, file)
        raise DataUnavailableError(_why(entry, reasons), reasons)
    _ledger().check(target, file)
    return target, _host(address)


def _remove_if_bad(path: Path, file: File) -> None:
    try:
        _ledger().check(path, file)
    except CorruptFileError:
        path.unlink(missing_ok=True)
    except OSError:
        pass


def _find(
    entry: Entry, file: File
) -> tuple[tuple[Path, str] | None, dict[str, str]]:
    """Look in the mirror and the cache; say why where it is not there."""
    reasons: dict[str, str] = {}
    folders = {f"the folder in {MIRROR}": mirror_folder()}
    folders["the cache"] = cache_folder()
    for place, folder in folders.items():
        if folder is None:
            reasons[place] = f"{MIRROR} is not set"
            continue
        path = folder / entry.folder / file.name
        reason = _fault(path, file)
        if not reason:
            return (path, place), reasons
        reasons[place] = reason
    return None, reasons


def _fault(path: Path, file: File) -> str:
    """Say what is wrong with a file; nothing where it is right."""
    try:
        _ledger().check(path, file)
    except (FileNotFoundError, NotADirectoryError):
        return f"{path} is not there"
    except (OSError, CorruptFileError) as error:
        _say(str(path), f"{path} is refused: {error}")
        return str(error)
    return ""


def _fetch(file: File, target: Path, reasons: dict[str, str]) -> str | None:
    """Fetch a file, or add to the reasons why not."""
    if os.environ.get(OFFLINE, "").lower() not in ("", "0", "false", "no"):
        reasons["the network"] = f"{OFFLINE} is set"
        return None
    from d2lcode.data.fetch import FetchError, fetch

    try:
        return fetch(file, target)
    except FetchError as error:
        reasons.update(error.reasons)
    except OSError as error:
        reasons[f"the cache, {target.parent}"] = f"not writable: {error}"
    return None


def _ledger() -> Ledger:
    path = cache_folder() / "verified.json"
    return _ledgers.setdefault(path, Ledger(path))


def _host(address: str) -> str:
    parts = urllib.parse.urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}"


def _why(entry: Entry, reasons: Mapping[str, str]) -> str:
    tried = "\n".join(f"  {place}: {why}" for place, why in reasons.items())
    folder = cache_folder() / entry.folder
    names = ", ".join(file.name for file in entry.files)
    manual = f"\n{entry.manual}" if entry.manual else ""
    return (
        f"{entry.title} cannot be had. Tried:\n{tried}\n"
        f"By hand: put {names} into {folder}. About the data set: "
        f"{entry.homepage}{manual}\n"
        "Addresses that failed are not asked again in this process, "
        "unless d2lcode.data.retry() is called."
    )


def _say_stand_in(
    call: str, data: Titled, error: DataUnavailableError
) -> None:
    reasons = list(dict.fromkeys(error.reasons.values()))
    _say(
        call,
        f"the real {data.title} cannot be had ({reasons[-1]}). What you "
        f"get is {data.source}; results on it are not results on "
        f"{data.title}. data.{call} says what was tried.",
    )


def _say(about: str, words: str) -> None:
    """Print a line to stderr, where a notebook shows it too, once."""
    if about not in _said:
        _said.add(about)
        print(f"d2lcode: {words}", file=sys.stderr)
