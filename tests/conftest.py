"""What all tests share: the Sphinx extensions, and who runs alone."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "book" / "_ext"))

# What measures time runs by itself, after the rest has run in parallel.
ALONE = ("speed", "test_watch.py", "test_data_fetch.py")


def pytest_collection_modifyitems(items):
    for item in items:
        if {*item.path.parts} & {*ALONE}:
            item.add_marker(pytest.mark.alone)
