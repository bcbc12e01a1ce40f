"""What all tests share: the extensions, a browser, and who runs alone."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import browsing
import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "book" / "_ext"))

# What measures time runs by itself, after the rest has run in parallel.
ALONE = ("speed", "test_watch.py", "test_data_fetch.py")


def pytest_collection_modifyitems(items):
    for item in items:
        if {*item.path.parts} & {*ALONE}:
            item.add_marker(pytest.mark.alone)


# Not for the session: while it runs, nothing else in its thread may use
# asyncio, be it a second browser or a notebook's kernel.
@pytest.fixture(scope="module")
def browser() -> Iterator:
    """A Chromium without a window."""
    path = browsing.chromium()
    if path is None and os.environ.get("CI"):
        pytest.fail(browsing.MISSING)
    if path is None:
        pytest.skip(browsing.MISSING)
    api = pytest.importorskip("playwright.sync_api")
    with api.sync_playwright() as driver:
        chrome = driver.chromium.launch(
            executable_path=path, args=browsing.ARGUMENTS
        )
        yield chrome
        chrome.close()
