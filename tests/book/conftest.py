"""Small books that the tests build, through jupyter-book as readers do."""

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
HEAD = "---\nfile_format: mystnb\nkernelspec: {name: python3}\n---\n"
BUILD = (
    "import sys; from jupyter_book.cli.main import main; "
    "sys.argv = ['jupyter-book', 'build', 'book']; main()"
)
TOC = "format: jb-book\nroot: index\nchapters:\n"


@dataclass
class Book:
    """A book in a folder of its own, with a copy of the package."""

    root: Path
    env: dict[str, str] = field(default_factory=dict)

    @property
    def page(self) -> Path:
        return self.root / "book" / "topic" / "page.md"

    @property
    def html(self) -> str:
        path = self.root / "_build" / "html" / "topic" / "page.html"
        return path.read_text("utf8")

    def write(self, text: str, name: str = "page") -> None:
        """Write a page; one with another name joins the book."""
        self.page.with_stem(name).write_text(HEAD + text, "utf8")
        pages = sorted(p.stem for p in self.page.parent.glob("*.md"))
        chapters = "".join(f"- file: topic/{page}\n" for page in pages)
        toc = self.root / "book" / "_toc.yml"
        toc.write_text(TOC + chapters, "utf8")

    def build(self) -> "Built":
        done = subprocess.run(
            [sys.executable, "-c", BUILD],
            cwd=self.root,
            env={**os.environ, "PYTHONPATH": str(self.root), **self.env},
            capture_output=True,
            encoding="utf8",
            timeout=1200,
        )
        return Built(done.returncode, done.stdout + done.stderr)


@dataclass
class Built:
    code: int
    log: str

    @property
    def kernels(self) -> list[tuple[str, str]]:
        """The runs that were needed: page and backend."""
        return sorted(re.findall(r"executed (\S+) \[(\w+)\]", self.log))


@pytest.fixture
def book(tmp_path):
    """A book with one page, topic/page, and nothing cached."""
    return a_book(tmp_path)


@pytest.fixture(scope="session")
def lay_out():
    """What lays out such a book in a folder, for those that share one."""
    return a_book


def a_book(tmp_path: Path) -> Book:
    shutil.copytree(
        ROOT / "d2lcode",
        tmp_path / "d2lcode",
        ignore=shutil.ignore_patterns("__pycache__"),
    )
    shutil.copytree(
        ROOT / "book" / "_ext",
        tmp_path / "book" / "_ext",
        ignore=shutil.ignore_patterns("__pycache__"),
    )
    for name in ("exercises", "solutions", "tests/exercises"):
        (tmp_path / name).mkdir(parents=True)
    (tmp_path / "book" / "topic").mkdir()
    (tmp_path / "book" / "index.md").write_text("# A book\n", "utf8")
    config = (ROOT / "_config.yml").read_text("utf8")
    config = re.sub(r"^ *bibtex_.*\n(  - .*\n)?", "", config, flags=re.M)
    (tmp_path / "_config.yml").write_text(config, "utf8")
    for name in ("_static", "_templates"):
        source = ROOT / "book" / name
        if source.is_dir():
            shutil.copytree(source, tmp_path / "book" / name)
    cache = str(tmp_path / "cache")
    alone = {"D2LCODE_DATA_MIRROR": "", "D2LCODE_OFFLINE": "1"}
    return Book(tmp_path, {"D2LCODE_CACHE": cache, **alone})
