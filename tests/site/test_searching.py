"""Whoever types a word finds its page first, and reads why."""

import re

import pytest
from playwright.sync_api import expect

pytestmark = [pytest.mark.browser, pytest.mark.timeout(600)]
FIRST = {
    "LeNet": "cnn/lenet",
    "autograd": "foundations/autograd",
    "linear regression": "regression/housing-by-hand",
    "gradient descent": "regression/descending",
    "stochastic gradient descent": "regression/housing-by-hand",
    "SGD": "regression/housing-by-hand",
    "learning rate": "regression/housing-by-hand",
    "learning rates": "regression/housing-by-hand",
    "softmax regression": "mnist/softmax-regression",
    "cross-entropy": "foundations/probability-and-information",
    "Cross entropy": "foundations/probability-and-information",
    "KL divergence": "foundations/probability-and-information",
    "broadcasting": "foundations/arrays",
    "weight decay": "regression/generalisation",
    "regularisation": "regression/generalisation",
    "regularization": "regression/generalisation",
    "overfitting": "foundations/learning-from-data",
    "normalisation": "regression/housing-by-hand",
    "normalization": "regression/housing-by-hand",
    "neural network": "foundations/autograd",
    "hyperparameter": "foundations/learning-from-data",
    "hyper-parameters": "foundations/learning-from-data",
    "mini-batch": "regression/housing-by-hand",
    "minibatch": "regression/housing-by-hand",
    "convolution": "cnn/lenet",
    "momentum": "cnn/lenet",
    "过拟合": "foundations/learning-from-data",
    "梯度下降": "regression/housing-by-hand",
    "卷积": "cnn/lenet",
}
# What the sample marks: its pages are there in every run of the tests.
SAMPLE = {
    "logit": "topic/plain",
    "Logits": "topic/plain",
    "log odds": "topic/plain",
    "对数几率": "topic/plain",
    "normalization": "topic/plain",
    "normalisation": "topic/plain",
    "quietly": "topic/last",
}


@pytest.fixture(scope="module")
def searching(browser, site):
    """A tab that searches a site."""
    context = browser.new_context(base_url=site.url)
    yield context.new_page()
    context.close()


def hits(page, words):
    """Search, and wait until all hits are listed."""
    page.goto(f"search.html?q={words}")
    summary = page.locator("#search-results .search-summary")
    expect(summary).to_contain_text(re.compile("finished|did not match"))
    return page.locator("#search-results li")


@pytest.mark.parametrize("site", ["book"], indirect=True)
@pytest.mark.parametrize("words", FIRST)
def test_the_right_page_is_first(searching, words):
    link = hits(searching, words).first.locator("a").first
    address = link.get_attribute("href").partition("#")[0]
    assert address == f"{FIRST[words]}.html"


@pytest.mark.parametrize("site", ["sample"], indirect=True)
@pytest.mark.parametrize("words", SAMPLE)
def test_names_and_spellings_of_a_term_find_it(searching, words):
    link = hits(searching, words).first.locator("a").first
    address = link.get_attribute("href").partition("#")[0]
    assert address == f"{SAMPLE[words]}.html"


@pytest.mark.parametrize("site", ["sample"], indirect=True)
def test_a_hit_shows_the_sentence_and_marks_the_word(searching):
    hit = hits(searching, "logit").first
    expect(hit.locator(".context")).to_contain_text("does a logit (对数几率)")
    assert "Skip to main" not in hit.inner_text()
    assert "\\frac" not in hit.inner_text()
    expect(hit.locator(".highlighted").first).to_have_text("logit")


@pytest.mark.parametrize("site", ["sample"], indirect=True)
def test_a_hit_in_a_heading_says_which(searching):
    hit = hits(searching, "wide formula").first
    expect(hit.locator("a").first).to_have_text(
        "A page of prose › A wide formula and a wide table"
    )
    assert "#a-wide-formula" in hit.locator("a").first.get_attribute("href")


@pytest.mark.parametrize("site", ["sample"], indirect=True)
def test_a_page_is_one_hit(searching):
    found = hits(searching, "frameworks").locator("a")
    pages = [a.get_attribute("href").split("#")[0] for a in found.all()]
    assert pages
    assert len(pages) == len(set(pages))


@pytest.mark.parametrize("site", ["sample"], indirect=True)
def test_what_is_nowhere_is_not_found(searching):
    assert hits(searching, "xylophone").count() == 0


@pytest.mark.parametrize("width", [1280, 390])
def test_the_home_page_shows_the_book(browser, site, width):
    context = browser.new_context(
        base_url=site.url, viewport={"width": width, "height": 850}
    )
    page = context.new_page()
    page.goto("index.html")
    picture = page.locator("figure.book-picture svg")
    if picture.count():
        sizes = picture.evaluate(
            "svg => [...svg.querySelectorAll('text')].map(t => "
            "parseFloat(getComputedStyle(t).fontSize)"
            " * svg.getScreenCTM().a)"
        )
        assert min(sizes) > 10
        assert picture.get_attribute("aria-labelledby")
    context.close()
