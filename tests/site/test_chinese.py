"""Chinese terms are marked as such, and nothing else is touched."""

import pytest
from chinese import mark_chinese

TERM = '<span lang="zh-Hans">过拟合</span>'


def test_a_term_is_marked():
    html = "<p><em>overfitting</em> (过拟合), again 过拟合</p>"
    assert mark_chinese(html) == html.replace("过拟合", TERM)


@pytest.mark.parametrize(
    "html",
    [
        "<pre><span>x = '过拟合'</span></pre>",
        '<img alt="过拟合" src="a.png">',
        "<math><mtext>过拟合</mtext></math>",
        "<script>let a = '过拟合'</script>",
        "<p>naïve – 12 × 3</p>",
    ],
)
def test_code_attributes_and_other_letters_stay(html):
    assert mark_chinese(html) == html
