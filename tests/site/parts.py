"""What kinds of parts pages have, and few pages that have them all."""

import re
from collections.abc import Mapping
from pathlib import Path

TAG = re.compile(r"<([a-z]\w*)(?:\s[^<>]*?\bclass=\"([^\"]*)\")?")
# Formulas and coloured code consist of spans, of more kinds than one could
# look at; the boxes that hold them are parts like any other.
NOT_PARTS = re.compile(r"span|math|semantics|annotation|m(?!ain|ark|e)\w+")
# Numbers and names belong to one page: what they are attached to does not.
OWN = re.compile(r"\d|^(current|active|nav-|toc-)")


def parts(html: str) -> set[str]:
    """The kinds of elements of a page, such as `details.claim`."""
    kinds = set()
    for tag, classes in TAG.findall(html):
        if not NOT_PARTS.fullmatch(tag):
            kinds.add(tag)
            kinds |= {
                f"{tag}.{name}"
                for name in classes.split()
                if not OWN.search(name)
            }
    return kinds


def cover(by_page: Mapping[str, set[str]]) -> list[str]:
    """Few pages that have between them every part that any page has."""
    missing = set().union(*by_page.values())
    chosen = []
    while missing:
        best = max(by_page, key=lambda page: len(by_page[page] & missing))
        chosen.append(best)
        missing -= by_page[best]
    return chosen


def sample(folder: Path, pages: list[str]) -> list[str]:
    """Such pages of a built site."""
    return cover({p: parts((folder / p).read_text("utf-8")) for p in pages})
