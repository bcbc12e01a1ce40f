"""The framework switch: what it shows, keeps, and leaves in place."""

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser
CELLS = "topic/cells.html"
TORCH = ".backend-torch"
PADDLE = ".backend-paddle"
SCROLL = "(e, to) => e.scrollIntoView({block: to, behavior: 'instant'})"


def _shown(page):
    names = {"torch": TORCH, "paddle": PADDLE}
    return {
        name
        for name, selector in names.items()
        if page.locator(selector).first.is_visible()
    }


def _choose(page, name):
    page.locator(f"[data-choose={name}]").click()


def _pressed(page):
    return page.locator(".switch [aria-pressed=true]").all_inner_texts()


def test_pytorch_first(page):
    page.goto(CELLS)
    assert _shown(page) == {"torch"}
    assert _pressed(page) == ["PyTorch"]


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("torch", {"torch"}),
        ("paddle", {"paddle"}),
        ("both", {"torch", "paddle"}),
    ],
)
def test_each_position_shows_its_own(page, name, shown):
    page.goto(CELLS)
    _choose(page, name)
    assert _shown(page) == shown
    assert len(_pressed(page)) == 1


def test_a_choice_on_a_page_without_one_holds_for_the_next(page):
    page.goto("topic/plain.html")
    _choose(page, "paddle")
    page.goto(CELLS)
    assert _shown(page) == {"paddle"}


def test_the_choice_outlives_the_page(page):
    page.goto(CELLS)
    _choose(page, "paddle")
    page.goto("topic/plain.html")
    page.goto(CELLS)
    assert _shown(page) == {"paddle"}
    assert _pressed(page) == ["PaddlePaddle"]


def test_a_link_chooses(page):
    page.goto(f"{CELLS}?backend=paddle")
    assert _shown(page) == {"paddle"}
    page.goto(CELLS)
    assert _shown(page) == {"paddle"}


def test_a_link_with_nonsense_does_nothing(page):
    page.goto(f"{CELLS}?backend=fortran")
    assert _shown(page) == {"torch"}


def test_a_new_choice_takes_the_old_one_out_of_the_address(page):
    page.goto(f"{CELLS}?backend=paddle#a-layer")
    _choose(page, "torch")
    assert page.url.endswith(f"{CELLS}#a-layer")
    page.reload()
    assert _shown(page) == {"torch"}


def test_other_tabs_follow(page):
    page.goto(CELLS)
    other = page.context.new_page()
    other.goto(page.url)
    _choose(page, "paddle")
    expect(other.locator(PADDLE).first).to_be_visible()
    assert _shown(other) == {"paddle"}
    assert _pressed(other) == ["PaddlePaddle"]


def test_the_keyboard_suffices(page):
    page.goto(CELLS)
    page.locator("[data-choose=torch]").focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert _shown(page) == {"paddle"}
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    assert _shown(page) == {"torch", "paddle"}


def test_a_link_into_a_hidden_block_shows_it(page):
    page.goto("topic/last.html")
    page.get_by_text("a word about weights").click()
    page.wait_for_url("**/cells.html#only-in-paddle")
    assert _shown(page) == {"paddle"}
    assert page.locator("#only-in-paddle").is_visible()


def test_such_a_link_is_no_lasting_choice(page):
    page.goto(f"{CELLS}#only-in-paddle")
    assert _shown(page) == {"paddle"}
    page.goto("topic/plain.html")
    page.goto(CELLS)
    assert _shown(page) == {"torch"}


@pytest.mark.parametrize("name", ["paddle", "both"])
@pytest.mark.parametrize("what", ["#in-short p", "#a-figure img"])
def test_what_one_reads_stays_where_it_is(page, name, what):
    page.goto(CELLS)
    page.wait_for_load_state("networkidle")
    target = page.locator(what).first
    target.evaluate(SCROLL, "center")
    before = target.bounding_box()["y"]
    _choose(page, name)
    assert target.bounding_box()["y"] == pytest.approx(before, abs=2)


def test_the_pair_that_one_reads_stays_where_it_is(page):
    page.goto(CELLS)
    pair = page.locator(".backend-pair").nth(1)
    pair.evaluate(SCROLL, "start")
    before = pair.bounding_box()["y"]
    _choose(page, "paddle")
    assert pair.bounding_box()["y"] == pytest.approx(before, abs=2)


def test_nothing_flashes(page):
    """What is not chosen is hidden before any script file has run."""
    page.route("**/*.js*", lambda route: route.abort())
    page.goto(f"{CELLS}?backend=paddle")
    assert _shown(page) == {"paddle"}


def test_without_scripts_both_are_shown_and_named(browser, sample_site):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(sample_site.url + CELLS)
    label = page.locator(TORCH).first
    assert _shown(page) == {"torch", "paddle"}
    assert label.get_attribute("aria-label") == "PyTorch"
    assert not page.locator(".switch").is_visible()
    context.close()


def test_without_storage_the_switch_still_works(page):
    page.add_init_script(
        "Object.defineProperty(window, 'localStorage', {value: {"
        "getItem() { throw new Error('no') },"
        "setItem() { throw new Error('no') }}})"
    )
    page.goto(f"{CELLS}?backend=paddle")
    assert _shown(page) == {"paddle"}
    _choose(page, "both")
    assert _shown(page) == {"torch", "paddle"}
    complaints = []
    page.on("pageerror", lambda error: complaints.append(error))
    page.evaluate(
        "dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}))"
    )
    assert _shown(page) == {"torch", "paddle"}
    assert not complaints


@pytest.mark.parametrize(("width", "columns"), [(1280, 1), (1920, 2)])
def test_both_stand_in_columns_where_there_is_room(page, width, columns):
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"{CELLS}?backend=both")
    torch = page.locator(TORCH).first.bounding_box()
    paddle = page.locator(PADDLE).first.bounding_box()
    assert (torch["y"] == paddle["y"]) == (columns == 2)
    assert (torch["x"] < paddle["x"]) == (columns == 2)


@pytest.mark.parametrize(
    ("name", "labels"),
    [
        ("torch", ["PyTorch"]),
        ("paddle", ["PaddlePaddle"]),
        ("both", ["PyTorch", "PaddlePaddle"]),
    ],
)
def test_the_notebooks_follow_the_choice(page, name, labels):
    page.goto(f"{CELLS}?backend={name}")
    page.locator(".menu summary").click()
    seen = page.locator(".menu .menu-label:visible").all_inner_texts()
    assert seen == labels
    links = page.locator(".menu a:visible")
    assert links.count() == 2 * len(labels)


def test_the_menu_closes(page):
    page.goto(CELLS)
    menu = page.locator("details.menu")
    menu.locator("summary").click()
    page.keyboard.press("Escape")
    assert menu.get_attribute("open") is None
    menu.locator("summary").click()
    page.locator("article h1").click()
    assert menu.get_attribute("open") is None
