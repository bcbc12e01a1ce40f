"""Every page keeps to the length that a reader can take in at one sitting."""

import re
from pathlib import Path

import pytest

BOOK = Path(__file__).parents[2] / "book"
PAGES = [p for p in BOOK.glob("*/*.md") if p.parent.name != "appendices"]
NOT_PROSE = re.compile(
    r"\A---\n.*?^---$|```.*?```|\$\$.*?\$\$", re.DOTALL | re.MULTILINE
)


@pytest.mark.parametrize(
    "page", PAGES, ids=lambda p: f"{p.parent.name}/{p.stem}"
)
def test_a_page_has_a_thousand_to_2500_words(page: Path) -> None:
    words = NOT_PROSE.sub("", page.read_text(encoding="utf-8")).split()
    assert 1000 <= len(words) <= 2500
