"""The search: one word in British and American English, Chinese by pairs.

Words are stemmed as Sphinx stems them, after they were spelled alike; a run
of Chinese characters, which has no blanks, is known by its pairs. What a page
explains or is called ranks before what it merely mentions: `find.js`.
"""

from __future__ import annotations

import json
import re
from typing import Any, cast

from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.domains.index import IndexDomain
from sphinx.search.en import SearchEnglish

from d2lcode.terms import SPELLINGS, american

SCRIPT = "find.js"
_HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]+")
_JAVASCRIPT = r"""
var spellings = RULES.map(([from, to]) =>
  [new RegExp(from), to.replace(/\\(\d)/g, "$$$1")]);
var spell = (word) => spellings.reduce(
  (text, [from, to]) => text.replace(from, to), word.toLowerCase());
var PorterStemmer = Stemmer;
Stemmer = function () {
  const porter = new PorterStemmer();
  this.stemWord = (word) => porter.stemWord(spell(word));
};
"""
_SPLITTER = r"""
var chinesePairs = (word) => /^[㐀-䶿一-鿿]{3,}$/.test(word)
  ? [...word].slice(1).map((second, i) => word[i] + second) : [word];
var splitQuery = (query) => query
  .replace(/[㐀-䶿一-鿿]+/g, " $& ")
  .split(/[^\p{Letter}\p{Number}_]+/gu)
  .filter((word) => word)
  .flatMap(chinesePairs);
"""


def pairs(run: str) -> list[str]:
    """Give the pairs of neighbours in a run of Chinese characters."""
    return [run[i : i + 2] for i in range(len(run) - 1)] or [run]


class SearchBook(SearchEnglish):
    """English as the pages write it, and Chinese names."""

    js_stemmer_code = SearchEnglish.js_stemmer_code + _JAVASCRIPT.replace(
        "RULES", json.dumps(SPELLINGS)
    )
    js_splitter_code = _SPLITTER

    def split(self, text: str) -> list[str]:
        """Take a text apart into words and Chinese pairs."""
        chinese = [p for run in _HAN.findall(text) for p in pairs(run)]
        return [*super().split(_HAN.sub(" ", text)), *chinese]

    def stem(self, word: str) -> str:
        """Reduce a word to its stem, spelled the American way."""
        return str(super().stem(american(word)))


def configure(_app: Sphinx, config: Config) -> None:
    """Search in this language."""
    config.html_search_language = "en"


def load(
    app: Sphinx, page: str, template: str, context: dict, tree: object
) -> None:
    """Give the page of results its own script."""
    if template == "search.html":
        app.add_js_file(SCRIPT, priority=950, defer="defer")


def enter(app: Sphinx) -> list[tuple[str, dict, str]]:
    """Give the search what the index has of every page.

    Sphinx does so for the pages that it writes, and forgets between two
    builds what it had of the others. Called when all pages are written.
    """
    index = cast(IndexDomain, app.env.get_domain("index"))
    indexer: Any = getattr(app.builder, "indexer", None)
    for page, found in index.entries.items() if indexer else ():
        indexer._index_entries[page] = sorted(
            (value, target, main or "")
            for kind, value, target, main, _ in found
            if kind == "single"
        )
    return []


def register(app: Sphinx) -> None:
    """Connect to Sphinx."""
    app.add_search_language(SearchBook)
    app.connect("config-inited", configure)
    app.connect("html-page-context", load)
    app.connect("html-collect-pages", enter)
