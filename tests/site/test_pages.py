"""Every page of a site, seen in a browser in light and dark.

Each is visited once. What all pages share is asked of few that have between
them every kind of part; so is axe, but for pages that changed, and a release
(`rounds`) asks it of all. The work comes in shares, for any worker to take.
"""

import parts
import pytest
import rounds
from browsing import Visit, look

pytestmark = pytest.mark.browser
LIMIT = 1_000_000
SHARES = 12


@pytest.fixture(scope="session")
def looked_at_whole(site):
    """The pages that are asked everything."""
    if rounds.everything():
        return {*site.pages}
    changed = {f"{page}.html" for page in rounds.changed()}
    chosen = parts.sample(site.folder, site.pages)
    return {*chosen, *(changed & {*site.pages})}


@pytest.mark.parametrize("share", range(SHARES))
def test_pages_are_sound_in_a_browser(browser, site, looked_at_whole, share):
    home = site.url.removesuffix(site.base)
    # In this order the shares have as many of the slow ones each.
    order = sorted(site.pages, key=lambda page: page not in looked_at_whole)
    visits = [
        look(browser, site, page, page in looked_at_whole)
        for page in order[share::SHARES]
    ]
    assert all(home in visit.requests[0] for visit in visits)
    assert all(visit.weight > 50_000 for visit in visits)
    found = [visit.complaints(home, LIMIT) for visit in visits]
    assert not [line for lines in found for line in lines]


FAULTS = """<style>#w { width: 3000px; height: 9px }</style><div id=w></div>
<img src=no.png><script src="http://127.0.0.2:9/x.js"></script><script>oops()</script>"""


@pytest.mark.parametrize("whole", [True, False])
def test_faults_are_seen(browser, sample_site, tmp_path, whole):
    """A page that is wrong in all ways gives a complaint of each kind."""
    name = f"{tmp_path.name}.html"
    path = sample_site.folder / name
    path.write_text(f"<!doctype html><html><body>{FAULTS}</body>", "utf-8")
    try:
        visit = look(browser, sample_site, name, whole)
    finally:
        path.unlink()
    home = sample_site.url.removesuffix(sample_site.base)
    kinds = {line.split(": ")[1] for line in visit.complaints(home, 10)}
    expected = {"asks elsewhere", "console", "scrolls sideways", "weight"}
    assert kinds == expected | ({"axe"} if whole else set())


def test_few_pages_have_every_part():
    html = {
        "a": '<p class="lead">x</p><pre><span class="k">if</span></pre>',
        "b": '<p class="lead note">x</p><pre></pre>',
        "c": '<details class="claim"><math><mrow></mrow></math></details>',
    }
    found = {name: parts.parts(text) for name, text in html.items()}
    assert found["a"] == {"p", "p.lead", "pre"}
    assert found["c"] == {"details", "details.claim"}
    assert parts.cover(found) == ["b", "c"]


def test_no_page_complains_when_opened_as_a_file(browser, site):
    """As `make book` says; but for 404.html, which only a server sends."""
    context = browser.new_context()
    page = context.new_page()
    visit = Visit("")
    visit.watch(page)
    for name in parts.sample(site.folder, site.pages):
        if name != "404.html":
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
    context.close()
    assert not visit.problems


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_colours_are_the_readers(browser, sample_site, scheme):
    context = browser.new_context(color_scheme=scheme)
    page = context.new_page()
    page.goto(sample_site.url)
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
    red = int(ground.split("(")[1].split(",")[0])
    context.close()
    assert (red > 200) == (scheme == "light")
