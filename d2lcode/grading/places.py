"""Where exercises are: in the book, in a folder of one's own, in the package.

A *book* holds both `exercises/` and its graders, `tests/exercises/`. The
package brings one along: the checkout that it lies in, or, installed, the
folder `_book` inside it, without solutions. A *made* folder is one that
`d2lcode init` has written: it holds answers, and the file `d2lcode.toml`,
which says that their graders are the package's.
"""

from __future__ import annotations

import os
from pathlib import Path

MARK = "d2lcode.toml"


class CatalogueError(ValueError):
    """A file of an exercise is missing or says something unreadable."""


def is_book(folder: Path) -> bool:
    """Tell whether a folder holds exercises and their graders."""
    return (folder / "tests" / "exercises").is_dir() and (
        folder / "exercises"
    ).is_dir()


def is_made(folder: Path) -> bool:
    """Tell whether `d2lcode init` has made this folder."""
    return (folder / MARK).is_file()


def is_root(folder: Path) -> bool:
    """Tell whether answers in this folder can be graded."""
    return is_made(folder) or is_book(folder)


def shipped() -> Path:
    """Give the book that this package brings along."""
    package = Path(__file__).parents[1]
    beside = package.parent
    return beside if is_book(beside) else package / "_book"


def source(root: Path) -> Path:
    """Say in which book the graders of a folder's exercises are."""
    return root if is_book(root) and not is_made(root) else shipped()


def find_root(start: Path | None = None) -> Path:
    """Find the reader's folder: the book's, or one of their own.

    Looks from `start` (the current folder by default) upwards, then beside
    this package.

    Raises:
        CatalogueError: neither place has one.
    """
    start = (start or Path.cwd()).resolve()
    for folder in (start, *start.parents, Path(__file__).parents[2]):
        if is_root(folder):
            return folder
    raise CatalogueError(
        f"no exercises at or above {start}: `d2lcode init FOLDER` makes a "
        "folder of them; then go there"
    )


def home(start: Path | None = None) -> Path:
    """Find where hints and grades are remembered, also outside any folder.

    That is what `find_root` finds; else, for a notebook that lies just
    anywhere, a folder of the reader's account, or `D2LCODE_HOME`.
    """
    try:
        return find_root(start)
    except CatalogueError:
        return _of_account()


def _of_account() -> Path:
    if named := os.environ.get("D2LCODE_HOME"):
        return Path(named).expanduser().resolve()
    from platformdirs import user_data_path

    return user_data_path("d2lcode", appauthor=False)
