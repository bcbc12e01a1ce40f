"""What takes long is not asked of every page in every run of the tests.

A tenth of the pages has its turn each day, so that ten days see them all;
what changed has it at once. D2LCODE_ALL=1, as the weekly workflow and a
release have it, asks everything of every page.
"""

import datetime
import os
import subprocess
from pathlib import Path

ROOT = Path(__file__).parents[1]
PARTS = 10
DAY = "D2LCODE_DAY"  # one for all workers, also around midnight
SINCE = "D2LCODE_SINCE"  # a commit: what changed after it is new
BASES = ("origin/main", "HEAD~1")


def everything() -> bool:
    """Whether nothing is to be left out."""
    return os.environ.get("D2LCODE_ALL", "") not in ("", "0")


def today() -> int:
    """The day's number; workers have it from the process that starts them."""
    day = str(datetime.date.today().toordinal())
    return int(os.environ.setdefault(DAY, day))


def turn(items, day=None):
    """Those whose turn it is: every tenth, beginning with the day's."""
    if everything():
        return list(items)
    return list(items)[(today() if day is None else day) % PARTS :: PARTS]


def git(*arguments: str) -> str | None:
    """What git says; None if it fails or is not there."""
    try:
        done = subprocess.run(
            ["git", *arguments],
            cwd=ROOT,
            capture_output=True,
            encoding="utf-8",
            check=True,
        )
    except (OSError, subprocess.CalledProcessError):
        return None
    return done.stdout.strip()


def base() -> str | None:
    """The commit that the work here began from, where git knows one."""
    head = git("rev-parse", "HEAD")
    for name in filter(None, (os.environ.get(SINCE), *BASES)):
        commit = git("merge-base", "HEAD", name)
        if commit and commit != head:
            return commit
    return None


def changed() -> set[str]:
    """The book's pages, as `topic/page`, that differ from then."""
    since = base()
    listed = since and git("diff", "--name-only", since, "--", "book")
    files = [Path(line) for line in (listed or "").splitlines()]
    return {
        path.relative_to("book").with_suffix("").as_posix()
        for path in files
        if path.suffix == ".md"
    }


def header() -> list[str]:
    """What the tests say of it before they begin."""
    if everything():
        return ["every notebook is run, every page is looked at whole"]
    part = today() % PARTS + 1
    return [f"notebooks: part {part} of {PARTS} is run (D2LCODE_ALL=1: all)"]
