"""The built sites that the tests look at."""

import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from urllib.parse import urlsplit

import pytest

pytest.importorskip("jupyter_book", reason="jupyter-book is not installed")

sys.path.insert(0, str(Path(__file__).parent))

import sample
from bs4 import BeautifulSoup
from serving import serve

BUILT = Path(os.environ.get("D2LCODE_SITE", sample.ROOT / "_build" / "html"))
SOURCES = ("*.md", "*.py", "*.css", "*.js", "*.html", "*.yml")


@dataclass
class Site:
    """A built site: its folder, and its address while it is served."""

    folder: Path
    base: str
    url: str

    @cached_property
    def pages(self) -> list[str]:
        """Every page's path from the first folder, ``search.html`` too."""
        found = self.folder.rglob("*.html")
        return sorted(
            path.relative_to(self.folder).as_posix()
            for path in found
            if path.relative_to(self.folder).parts[0]
            not in ("_static", "_notebooks")
        )

    def soup(self, page: str) -> BeautifulSoup:
        """Parse a page."""
        text = (self.folder / page).read_text(encoding="utf-8")
        return BeautifulSoup(text, "html.parser")


def _base(folder: Path) -> str:
    text = (folder / "index.html").read_text(encoding="utf-8")
    link = BeautifulSoup(text, "html.parser").find("link", rel="canonical")
    return urlsplit(link["href"]).path.removesuffix("index.html")


def _newest_source() -> Path:
    book = sample.ROOT / "book"
    files = (path for kind in SOURCES for path in book.rglob(kind))
    return max(files, key=lambda path: path.stat().st_mtime)


def build(folder: Path, *options: str) -> subprocess.CompletedProcess[str]:
    """Build the book whose sources stand in a folder."""
    start = "from jupyter_book.cli.main import main; main()"
    command = [sys.executable, "-c", start, "build", "book"]
    return subprocess.run(
        [*command, "--path-output", str(folder), *options],
        cwd=folder,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=1200,
        env={**os.environ, "PYTHONUTF8": "1", "NO_COLOR": "1"},
    )


@pytest.fixture(scope="session")
def sample_folder(tmp_path_factory) -> Path:
    """The sample book, built without a warning."""
    folder = tmp_path_factory.mktemp("sample")
    sample.write(folder)
    done = build(folder, "-W", "--keep-going")
    assert done.returncode == 0, done.stdout + done.stderr
    return folder / "_build" / "html"


def _real_folder() -> Path:
    if not (BUILT / "index.html").is_file():
        pytest.skip("the book is not built: make book, then these tests")
    newest = _newest_source()
    last = (BUILT / "sitemap.xml").stat().st_mtime  # every build writes it
    if newest.stat().st_mtime > last:
        name = newest.relative_to(sample.ROOT)
        pytest.skip(f"{BUILT} is older than {name}: make book")
    return BUILT


@pytest.fixture(scope="session", params=["sample", "book"])
def site(request) -> Iterator[Site]:
    """The sample, then the real book where it is built and current."""
    if request.param == "sample":
        folder = request.getfixturevalue("sample_folder")
    else:
        folder = _real_folder()
    base = _base(folder)
    with serve(folder, base) as url:
        yield Site(folder, base, url)


@pytest.fixture(scope="session")
def sample_site(sample_folder) -> Iterator[Site]:
    """The sample alone, for what is asked once."""
    base = _base(sample_folder)
    with serve(sample_folder, base) as url:
        yield Site(sample_folder, base, url)


@pytest.fixture
def page(browser, sample_site) -> Iterator:
    """A fresh reader's tab; its base is the sample's first folder."""
    context = browser.new_context(
        base_url=sample_site.url, viewport={"width": 1280, "height": 800}
    )
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    yield context.new_page()
    context.close()
