"""What the built pages hold, read without a browser."""

import re
import xml.etree.ElementTree as ET
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

import pytest

LOADS = (
    ("script", "src"),
    ("img", "src"),
    ("source", "src"),
    ("iframe", "src"),
    ("link", "href"),
)
NOT_LOADED = {"canonical", "next", "prev", "search", "index", "author"}


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
    utilities = ("404.html", "search.html", "genindex.html")
    return [page for page in site.pages if page not in utilities]


def test_every_internal_link_and_anchor_resolves(site):
    anchors = {
        page: {e["id"] for e in site.soup(page).find_all(id=True)}
        for page in site.pages
    }
    broken = []
    for page in site.pages:
        for link in filter(_is_internal, _links(site.soup(page))):
            path, anchor = urldefrag(urljoin(site.base + page, link))
            name = unquote(urlsplit(path).path).removeprefix(site.base)
            name = name + "index.html" if name in ("",) else name
            missing = not (site.folder / name).is_file()
            if missing or (anchor and anchor not in anchors.get(name, ())):
                broken.append(f"{page}: {link}")
    assert not broken


def test_no_page_loads_anything_from_elsewhere(site):
    outside = [
        f"{page}: {address}"
        for page in site.pages
        for address in _loads(site.soup(page))
        if address and not _is_internal(address)
    ]
    assert not outside


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


@pytest.mark.parametrize(
    "unwanted", ["thebe", "mathjax@", "require.min.js", "fontawesome.js"]
)
def test_no_page_carries_scripts_that_none_needs(site, unwanted):
    for page in site.pages:
        scripts = " ".join(map(str, site.soup(page).find_all("script")))
        assert unwanted not in scripts.lower(), page


def test_no_script_or_style_is_linked_twice(site):
    for page in site.pages:
        soup = site.soup(page)
        loads = [s["src"] for s in soup.find_all("script", src=True)]
        loads += [s["href"] for s in soup.find_all("link", rel="stylesheet")]
        assert len(loads) == len(set(loads)), page


def test_formulas_are_html_everywhere(site):
    for page in _prose(site):
        for formula in site.soup(page).select(".math"):
            assert formula.select_one(".katex math"), page


def test_formulas_are_there(sample_site):
    soup = sample_site.soup("topic/plain.html")
    assert len(soup.select("article .math .katex-html")) == 4
    assert soup.select_one("#equation-slope .eqno").text.startswith("(2.1)")
    assert (
        soup.select_one("a.reference[href='#equation-slope']").text == "(2.1)"
    )


def test_every_page_says_what_it_is(site):
    for page in _prose(site):
        soup = site.soup(page)
        assert soup.html["lang"]
        assert len(soup.select("main h1")) >= 1, page
        assert soup.find("link", rel="canonical")["href"].endswith(page)
        assert soup.find("meta", property="og:title")["content"], page
        image = soup.find("meta", property="og:image")["content"]
        assert image.endswith("_static/card.png")
        assert (site.folder / "_static/card.png").is_file()


def test_every_page_can_be_edited(site):
    for page in _prose(site):
        links = site.soup(page).select(".site-edit a")
        assert len(links) == 1, page
        stem = page.removesuffix(".html")
        assert re.search(rf"/edit/\w+/book/{stem}\.\w+$", links[0]["href"])


def test_pages_follow_one_another(sample_site):
    soup = sample_site.soup("topic/plain.html")
    assert soup.select_one("a.left-prev")["href"] == "cells.html"
    assert soup.select_one("a.right-next")["href"] == "last.html"


def test_one_way_to_search(site):
    for page in _prose(site):
        assert len(site.soup(page).select(".search-button-field")) == 1, page


def test_the_sitemap_lists_every_page(site):
    tree = ET.parse(site.folder / "sitemap.xml")
    listed = {urlsplit(e.text).path for e in tree.iter() if e.text}
    assert {site.base + page for page in _prose(site)} <= listed
    assert site.base + "404.html" not in listed


def test_the_switch_is_on_every_page_of_text(site):
    for page in site.pages:
        buttons = site.soup(page).select(".switch button")
        assert len(buttons) == (3 if page in _prose(site) else 0), page


def test_a_page_that_the_switch_does_not_change_says_so(sample_site):
    with_choice = sample_site.soup("topic/cells.html")
    without = sample_site.soup("topic/plain.html")
    assert not with_choice.select_one(".switch").get("title")
    assert "same for both" in without.select_one(".switch")["title"]


def test_pages_of_two_frameworks_have_a_switch_and_notebooks(site):
    for page in _prose(site):
        soup = site.soup(page)
        if soup.select(".backend-torch") and soup.select(".backend-paddle"):
            assert len(soup.select(".switch button")) == 3, page
            assert len(soup.select(".menu a[download]")) == 2, page
