"""A browser, for the figures that a reader can move."""

import os
import shutil

import pytest


@pytest.fixture(scope="module")
def browser():
    """A Chromium without a window."""
    api = pytest.importorskip("playwright.sync_api")
    path = os.environ.get("D2LCODE_CHROMIUM") or shutil.which("chromium")
    if path is None:
        pytest.skip("no Chromium; D2LCODE_CHROMIUM can name one")
    with api.sync_playwright() as driver:
        chrome = driver.chromium.launch(
            executable_path=path, args=["--no-sandbox", "--disable-gpu"]
        )
        yield chrome
        chrome.close()


@pytest.fixture
def page(browser):
    """A fresh tab."""
    made = browser.new_page()
    yield made
    made.close()
