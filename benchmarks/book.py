"""How long the book takes to build: from nothing, and unchanged."""

import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.measuring import Row, timed

ROOT = Path(__file__).parents[1]
COMMAND = str(Path(sys.executable).with_name("jupyter-book"))


def build(output, cache):
    """Build the book there, with its executed pages kept in that cache.

    Without a cache of its own it uses the reader's.
    """
    command = [COMMAND, "build", "book", "--path-output", str(output)]
    environment = os.environ | {"OMP_NUM_THREADS": "1"}
    if cache is not None:
        environment["D2LCODE_CACHE"] = str(cache)
    subprocess.run(
        command,
        cwd=ROOT,
        env=environment,
        check=True,
        stdout=subprocess.DEVNULL,
    )


def cold_and_unchanged():
    """Two builds into the same folder, the first with an empty cache."""
    with TemporaryDirectory() as name:
        output, cache = Path(name) / "output", Path(name) / "cache"
        cold = timed(lambda: build(output, cache))
        unchanged = timed(lambda: build(output, cache))
    return [
        Row("the book, from nothing", cold, "s", 2400.0, "one build"),
        Row("the book, nothing changed", unchanged, "s", 10.0, "one build"),
    ]
