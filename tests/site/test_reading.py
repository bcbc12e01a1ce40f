"""Reading, searching, copying: what one does on a page."""

import pytest
import sample
from playwright.sync_api import expect

pytestmark = pytest.mark.browser
CELLS = "topic/cells.html"
HEIGHT = "e => e.getBoundingClientRect().height"


@pytest.mark.parametrize("width", [1000, 1200, 1280, 1400])
def test_79_columns_fit_on_a_line(page, width):
    assert len(sample.LONGEST) == 79
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(CELLS)
    lines = page.locator(".line")
    long = lines.filter(has_text=sample.LONGEST)
    short = lines.filter(has_text="import numpy")
    assert long.evaluate(HEIGHT) == pytest.approx(short.evaluate(HEIGHT))


def test_on_a_phone_a_long_line_hangs_under_itself(page):
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(CELLS)
    long = page.locator(".line").filter(has_text=sample.LONGEST)
    boxes = long.evaluate(
        "e => { const r = document.createRange(); r.selectNodeContents(e);"
        "return [...r.getClientRects()].map(b => [b.left, b.top]) }"
    )
    first = min(boxes, key=lambda box: box[1])[1]
    later = [left for left, top in boxes if top > first + 5]
    assert later
    assert min(later) > min(left for left, top in boxes) + 5


def test_on_a_phone_a_printed_table_is_smaller_and_not_torn(page):
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(CELLS)
    lines = page.locator(".cell_output").first.locator(".line")
    heights = [line.evaluate(HEIGHT) for line in lines.all()]
    assert len(heights) == 2
    assert max(heights) < 20


def test_on_a_phone_what_cannot_fit_is_not_made_small(page):
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(CELLS)
    pre = page.locator(".cell_output pre").first
    size = "e => parseFloat(getComputedStyle(e).fontSize)"
    fitted = pre.evaluate(size)
    pre.evaluate("e => e.style.setProperty('--columns', 90)")
    assert fitted < pre.evaluate(size)


def test_a_line_of_prose_is_about_70_characters(page):
    page.goto(CELLS)
    paragraph = page.locator("article section > p").first
    lines = paragraph.evaluate(HEIGHT) / paragraph.evaluate(
        "e => parseFloat(getComputedStyle(e).lineHeight)"
    )
    length = len(paragraph.inner_text()) / lines
    assert 60 < length < 80


def test_copying_takes_the_code_alone(page):
    page.goto(CELLS)
    cell = page.locator(".cell_input .highlight").first
    cell.hover()
    cell.locator("button.copybtn").click()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.strip() == f"import numpy as np\n\n{sample.LONGEST}"


def test_outputs_have_no_copy_button(page):
    page.goto(CELLS)
    expect(page.locator("button.copybtn").first).to_be_attached()
    assert page.locator(".cell_output button.copybtn").count() == 0


def test_a_copy_button_has_a_name(page):
    page.goto(CELLS)
    button = page.locator("button.copybtn").first
    expect(button).to_have_accessible_name("Copy")


@pytest.mark.parametrize("width", [1280, 390])
def test_a_wide_formula_scrolls_in_its_box(page, width):
    page.set_viewport_size({"width": width, "height": 844})
    page.goto("topic/plain.html")
    box = page.locator('.math-scroll[tabindex="0"]').last
    expect(box).to_be_attached()
    assert box.evaluate("e => e.scrollWidth > e.clientWidth")
    assert box.get_attribute("aria-label").startswith("Formula")
    narrow = page.locator(".math-scroll").first
    if width > 1000:
        assert narrow.get_attribute("tabindex") is None


def test_formulas_need_no_script(browser, sample_site):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(sample_site.url + "topic/plain.html")
    fraction = page.locator(".katex-html .mfrac").first
    assert fraction.is_visible()
    context.close()


def test_the_search_finds(page):
    page.goto(CELLS)
    page.keyboard.press("Control+k")
    page.keyboard.type("derivative")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search.html?q=derivative")
    hit = page.locator("#search-results li a").first
    expect(hit).to_contain_text("A page of prose")


def test_a_hit_stands_in_its_text(page):
    page.goto("search.html?q=derivative")
    hit = page.locator("#search-results li").first
    expect(hit.locator(".context")).to_contain_text("aligned")


def test_what_hides_the_hits_has_no_broken_icon(page):
    page.goto("topic/plain.html?highlight=derivative")
    link = page.locator(".highlight-link a")
    expect(link).to_be_visible()
    icon = link.evaluate("e => getComputedStyle(e, '::before').content")
    assert icon == "none"
    page.emulate_media(media="print")
    assert not link.is_visible()


def test_the_search_finds_chinese(page):
    page.goto("search.html?q=对数几率")
    hit = page.locator("#search-results li a").first
    expect(hit).to_contain_text("A page of prose")


def test_an_unknown_address_leads_home(page):
    answer = page.goto("no/such/deep/page.html")
    assert answer.status == 404
    expect(page.locator("article h1")).to_contain_text("no such page")
    assert page.evaluate("getComputedStyle(document.body).fontFamily")
    assert "Source Serif" in page.locator("article h1").evaluate(
        "e => getComputedStyle(e).fontFamily"
    )
    page.get_by_role("link", name="first page").click()
    expect(page.locator("article h1")).to_contain_text(
        "A sample, side by side"
    )


def test_one_can_skip_to_the_text(page):
    page.goto(CELLS)
    page.keyboard.press("Tab")
    link = page.locator("#pst-skip-link a")
    expect(link).to_be_focused()
    page.keyboard.press("Enter")
    assert page.url.endswith("#main-content")


def test_focus_is_seen(page):
    page.goto(CELLS)
    button = page.locator("[data-choose=both]")
    button.focus()
    page.keyboard.press("Shift+Tab")
    width = page.evaluate(
        "getComputedStyle(document.activeElement).outlineWidth"
    )
    assert width == "2px"


def test_the_colour_mode_is_kept(page):
    page.goto(CELLS)
    page.locator(".theme-switch-button").click()
    chosen = page.evaluate("document.documentElement.dataset.theme")
    page.goto("topic/plain.html")
    now = page.evaluate("document.documentElement.dataset.theme")
    assert now == chosen


def test_on_paper_only_the_text_is_left(page):
    page.goto(CELLS)
    page.emulate_media(media="print")
    assert page.locator("article h1").first.is_visible()
    assert not page.locator(".bd-sidebar-primary").is_visible()
    assert not page.locator(".bd-header-article").is_visible()


def test_figures_stand_on_the_dark_page_itself(browser, sample_site):
    context = browser.new_context(color_scheme="dark")
    page = context.new_page()
    page.goto(sample_site.url + CELLS)
    image = page.locator(".cell_output img").first
    style = image.evaluate(
        "e => { const s = getComputedStyle(e);"
        "return [s.backgroundColor, s.filter] }"
    )
    context.close()
    assert style == ["rgba(0, 0, 0, 0)", "none"]
