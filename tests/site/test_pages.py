"""Every page of a site, seen in a browser in light and dark."""

import pytest
from browsing import Visit, look

pytestmark = [pytest.mark.browser, pytest.mark.timeout(1800)]
LIMIT = 1_000_000


@pytest.fixture(scope="module")
def visits(browser, site):
    """Each page on a wide light screen, and on a dark phone."""
    return [
        look(browser, site, page, scheme, width)
        for page in site.pages
        for scheme, width in (("light", 1280), ("dark", 390))
    ]


def _all(visits, name):
    return [
        f"{visit.page}: {each}"
        for visit in visits
        for each in getattr(visit, name)
    ]


def test_no_page_asks_for_anything_elsewhere(visits, site):
    home = site.url.removesuffix(site.base)
    asked = _all(visits, "requests")
    assert asked
    assert not [
        each
        for each in asked
        if not each.split(": ", 1)[1].startswith((home, "data:"))
    ]


def test_no_page_complains_in_the_console(visits):
    assert not _all(visits, "problems")


def test_no_page_complains_when_opened_as_a_file(browser, site):
    """As `make book` says; but for 404.html, which only a server sends."""
    context = browser.new_context()
    page = context.new_page()
    visit = Visit("")
    visit.watch(page)
    for name in filter("404.html".__ne__, site.pages):
        page.goto(f"{site.folder.as_uri()}/{name}")
    context.close()
    assert not visit.problems


def test_the_search_finds_in_files(browser, site):
    context = browser.new_context()
    page = context.new_page()
    visit = Visit("search.html")
    visit.watch(page)
    page.goto(f"{site.folder.as_uri()}/search.html?q=frameworks")
    page.locator("#search-results li a").first.wait_for()
    page.wait_for_timeout(300)
    context.close()
    assert not visit.problems


def test_no_page_breaks_a_rule_of_axe(visits):
    assert not _all(visits, "violations")


def test_nothing_scrolls_sideways(visits):
    assert not _all(visits, "overflow")


def test_a_first_visit_is_light(visits):
    heavy = {v.page: v.weight for v in visits if v.weight > LIMIT}
    assert all(v.weight > 50_000 for v in visits)
    assert not heavy


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_colours_are_the_readers(browser, sample_site, scheme):
    context = browser.new_context(color_scheme=scheme)
    page = context.new_page()
    page.goto(sample_site.url)
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
    red = int(ground.split("(")[1].split(",")[0])
    context.close()
    assert (red > 200) == (scheme == "light")
