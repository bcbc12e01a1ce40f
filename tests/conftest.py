"""What all tests share: the extensions, a browser, who runs with whom."""

import json
import os
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import browsing
import pytest
import rounds

sys.path.insert(0, str(Path(__file__).parents[1] / "book" / "_ext"))

# The tests of a file run in one process, one after the other, because they
# share what is dear to make. Of these files each test (or each group that
# has these parameters alike) may run anywhere; they take longest, and those
# that take longest begin first.
DIVIDED = {
    "test_notebooks.py": ("page", "backend"),
    "test_exercises.py": ("name",),
    "test_killed.py": ("backend",),
    "test_builds.py": None,
    "test_pages.py": ("site", "share"),
    "test_training_parity.py": None,
}
LONG = (
    "test_html.py",
    "test_switch.py",
    "test_reading.py",
    "test_searching.py",
    "test_sides.py",
    "test_bad_answers.py",
    "test_cli.py",
)
ORDER = [*DIVIDED, *LONG]


def group(item) -> str:
    """Name those that must run in the same process."""
    name = item.path.name
    if name not in DIVIDED:
        return item.path.relative_to(item.config.rootpath).as_posix()
    keys, given = DIVIDED[name], getattr(item, "callspec", None)
    values = given.params if given else {}
    if keys is None:
        return item.nodeid
    return f"{name} {' '.join(str(values.get(key, '')) for key in keys)}"


def place(item) -> int:
    """When its turn is; those of equal place stay in order."""
    name = item.path.name
    return ORDER.index(name) if name in ORDER else len(ORDER)


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items):
    for item in items:
        item.add_marker(pytest.mark.xdist_group(group(item)))
    items.sort(key=place)


def pytest_report_header():
    return rounds.header()


# What each file took in a run of all the tests, for `make bench`.
DURATIONS = Path(__file__).parents[1] / "_build" / "durations.json"
spent: defaultdict[str, float] = defaultdict(float)


def pytest_runtest_logreport(report):
    spent[report.nodeid.partition("::")[0]] += report.duration


def pytest_sessionfinish(session):
    option = session.config.option
    part = option.keyword or option.markexpr or option.file_or_dir
    if part or hasattr(session.config, "workerinput") or not spent:
        return
    DURATIONS.parent.mkdir(exist_ok=True)
    DURATIONS.write_text(json.dumps(spent, indent=1), "utf-8")


PATIENCE = 300_000  # milliseconds: a busy machine is no fault of a page


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
        make = chrome.new_context

        def patient(**options):
            context = make(**options)
            context.set_default_timeout(PATIENCE)
            return context

        chrome.new_context = patient
        api.expect.set_options(timeout=PATIENCE)
        yield chrome
        chrome.close()
