"""What the built pages hold, read without a browser.

A page is parsed once: every question is asked of it then, and the tests
below look at the answers.
"""

import re
import xml.etree.ElementTree as ET
from collections import defaultdict
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

import pytest
from bs4 import BeautifulSoup

LOADS = (
    ("script", "src"),
    ("img", "src"),
    ("source", "src"),
    ("iframe", "src"),
    ("link", "href"),
)
NOT_LOADED = {"canonical", "next", "prev", "search", "index", "author"}
UTILITIES = ("404.html", "search.html", "genindex.html")
UNWANTED = ("thebe", "mathjax@", "require.min.js", "fontawesome.js")


def _links(soup):
    for tag, name in (("a", "href"), *LOADS):
        for element in soup.find_all(tag):
            if element.get(name) and "canonical" not in element.get("rel", ()):
                yield element[name]


def _loads(soup):
    for tag, name in LOADS:
        for element in soup.find_all(tag):
            if not NOT_LOADED & set(element.get("rel", ())):
                yield element.get(name) or ""


def _is_internal(address):
    return not urlsplit(address).scheme and not address.startswith("//")


def _prose(site):
    return [page for page in site.pages if page not in UTILITIES]


QUESTIONS = {}


def question(function):
    """Ask this of every page; it yields what is wrong with one."""
    QUESTIONS[function.__name__] = function
    return function


@question
def loads_from_elsewhere(soup, page):
    yield from (a for a in _loads(soup) if a and not _is_internal(a))


@question
def needless_scripts(soup, page):
    scripts = " ".join(map(str, soup.find_all("script"))).lower()
    yield from (name for name in UNWANTED if name in scripts)


@question
def linked_twice(soup, page):
    loads = [s["src"] for s in soup.find_all("script", src=True)]
    loads += [s["href"] for s in soup.find_all("link", rel="stylesheet")]
    yield from {load for load in loads if loads.count(load) > 1}


@question
def formulas_that_are_no_html(soup, page):
    if page not in UTILITIES:
        for formula in soup.select(".math"):
            if not formula.select_one(".katex math"):
                yield str(formula)[:80]


@question
def what_it_does_not_say(soup, page):
    if page in UTILITIES:
        return
    link = soup.find("link", rel="canonical")
    title = soup.find("meta", property="og:title")
    image = soup.find("meta", property="og:image")
    says = {
        "its language": soup.html.get("lang"),
        "its heading": soup.select("main h1"),
        "its address": link and link["href"].endswith(page),
        "its title": title and title["content"],
        "its card": image and image["content"].endswith("_static/card.png"),
    }
    yield from (what for what, said in says.items() if not said)


@question
def ways_to_edit(soup, page):
    if page in UTILITIES:
        return
    stem = re.escape(page.removesuffix(".html"))
    links = [link["href"] for link in soup.select(".site-edit a")]
    right = [u for u in links if re.search(rf"/edit/\w+/book/{stem}\.\w+$", u)]
    if len(links) != 1 or right != links:
        yield f"{links}"


@question
def ways_to_search(soup, page):
    fields = len(soup.select(".search-button-field"))
    if page not in UTILITIES and fields != 1:
        yield f"{fields} fields"


@question
def buttons_of_the_switch(soup, page):
    buttons = len(soup.select(".switch button"))
    if buttons != (0 if page in UTILITIES else 3):
        yield f"{buttons} buttons"


@question
def notebooks_of_both(soup, page):
    both = soup.select(".backend-torch") and soup.select(".backend-paddle")
    found = len(soup.select(".menu a[download]"))
    if page not in UTILITIES and both and found != 2:
        yield f"{found} notebooks"


class Reading:
    """What all pages of a site answered; none is kept parsed."""

    def __init__(self, site):
        self.site = site
        self.anchors, self.links = {}, {}
        self.wrong = defaultdict(list)
        for page in site.pages:
            self.read(page, site.soup(page))

    def read(self, page, soup):
        self.anchors[page] = {e["id"] for e in soup.find_all(id=True)}
        self.links[page] = [*filter(_is_internal, _links(soup))]
        for name, ask in QUESTIONS.items():
            self.wrong[name] += [f"{page}: {w}" for w in ask(soup, page)]

    def leads_somewhere(self, page, link):
        path, anchor = urldefrag(urljoin(self.site.base + page, link))
        name = unquote(urlsplit(path).path).removeprefix(self.site.base)
        name = name or "index.html"
        there = (self.site.folder / name).is_file()
        return there and (not anchor or anchor in self.anchors.get(name, ()))


@pytest.fixture(scope="session")
def reading(site):
    return Reading(site)


def test_each_page_is_parsed_once(sample_site, monkeypatch):
    parsed, parse = [], type(sample_site).soup
    monkeypatch.setattr(
        type(sample_site),
        "soup",
        lambda site, page: parsed.append(page) or parse(site, page),
    )
    reading = Reading(sample_site)
    assert parsed == sample_site.pages
    assert {*reading.wrong} == {*QUESTIONS}


@pytest.mark.parametrize("name", QUESTIONS)
def test_no_page_is_wrong_in_its(reading, name):
    assert not reading.wrong[name]


BAD = """<html><head><script src="https://cdn.org/thebe.js"></script>
<link rel="stylesheet" href="a.css"><link rel="stylesheet" href="a.css">
</head><body><main><p class="math">x</p><div class="backend-torch"></div>
<div class="backend-paddle"></div></main></body></html>"""


@pytest.mark.parametrize("name", QUESTIONS)
def test_a_bad_page_gives_bad_answers(name):
    soup = BeautifulSoup(BAD, "html.parser")
    assert [*QUESTIONS[name](soup, "topic/page.html")]


def test_every_internal_link_and_anchor_resolves(reading):
    broken = [
        f"{page}: {link}"
        for page, links in reading.links.items()
        for link in links
        if not reading.leads_somewhere(page, link)
    ]
    assert not broken


def test_the_card_is_there(site):
    assert (site.folder / "_static/card.png").is_file()


def test_no_style_loads_anything_from_elsewhere(site):
    outside = [
        f"{path.name}: {address}"
        for path in site.folder.rglob("*.css")
        for address in re.findall(
            r"url\([\"']?((?:https?:)?//[^)]*)", path.read_text("utf-8")
        )
    ]
    assert not outside


def test_every_file_that_our_styles_name_is_there(site):
    styles = [
        *site.folder.glob("_static/style/*.css"),
        site.folder / "_static/katex/katex.min.css",
    ]
    missing = [
        address
        for path in styles
        for address in re.findall(
            r"url\([\"']?([^\"')]+)", path.read_text("utf-8")
        )
        if not address.startswith("data:")
        and not (path.parent / address).is_file()
    ]
    assert len(styles) > 3
    assert not missing


def test_formulas_are_there(sample_site):
    soup = sample_site.soup("topic/plain.html")
    assert len(soup.select("article .math .katex-html")) == 4
    assert soup.select_one("#equation-slope .eqno").text.startswith("(2.1)")
    assert (
        soup.select_one("a.reference[href='#equation-slope']").text == "(2.1)"
    )


def test_pages_follow_one_another(sample_site):
    soup = sample_site.soup("topic/plain.html")
    assert soup.select_one("a.left-prev")["href"] == "cells.html"
    assert soup.select_one("a.right-next")["href"] == "last.html"


def test_the_sitemap_lists_every_page(site):
    tree = ET.parse(site.folder / "sitemap.xml")
    listed = {urlsplit(e.text).path for e in tree.iter() if e.text}
    assert {site.base + page for page in _prose(site)} <= listed
    assert site.base + "404.html" not in listed


def test_a_page_that_the_switch_does_not_change_says_so(sample_site):
    with_choice = sample_site.soup("topic/cells.html")
    without = sample_site.soup("topic/plain.html")
    assert not with_choice.select_one(".switch").get("title")
    assert "same for both" in without.select_one(".switch")["title"]
