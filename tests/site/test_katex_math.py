"""Formulas are set at build time, or refused with file and line."""

import io
from pathlib import Path

import katex_math
import pytest
from bs4 import BeautifulSoup
from sphinx.application import Sphinx
from sphinx.util.docutils import docutils_namespace, patch_docutils


def _build(folder: Path, text: str, **settings) -> tuple[str, str]:
    folder.mkdir(exist_ok=True)
    source = folder / "index.md"
    if not source.exists():
        source.write_text(text, encoding="utf-8")
    warnings = io.StringIO()
    with patch_docutils(folder), docutils_namespace():
        app = Sphinx(
            folder,
            None,
            folder / "out",
            folder / "doctrees",
            "html",
            confoverrides={
                "extensions": ["myst_parser", "katex_math"],
                "myst_enable_extensions": ["dollarmath", "amsmath"],
                "html_theme": "basic",
                "math_eqref_format": "({number})",
                **settings,
            },
            status=None,
            warning=warnings,
            freshenv=False,
        )
        app.build()
    html = (folder / "out" / "index.html").read_text(encoding="utf-8")
    return html, warnings.getvalue()


def test_a_formula_is_html_with_mathml():
    soup = BeautifulSoup(katex_math.render(r"\frac{a}{b}"), "html.parser")
    assert soup.select_one(".katex-mathml math mfrac")
    assert soup.select_one('.katex-html[aria-hidden="true"]')


def test_a_display_formula_stands_on_its_own():
    assert "katex-display" in katex_math.render("x", display=True)
    assert "katex-display" not in katex_math.render("x")


def test_macros_are_expanded():
    html = katex_math.render(r"\risk", macros={r"\risk": r"\mathbb{E}"})
    assert "double-struck" in html
    with pytest.raises(katex_math.MathError, match="Undefined control"):
        katex_math.render(r"\risk")


@pytest.mark.parametrize(
    ("tex", "says"),
    [
        (r"\frac{1}", "Unexpected end of input"),
        (r"x_1_2", "Double subscript"),
        (r"\left( x", "Expected"),
        ("损失", "unicodeTextInMathMode"),
    ],
)
def test_a_wrong_formula_is_refused(tex, says):
    with pytest.raises(katex_math.MathError, match=says):
        katex_math.render(tex)


def test_chinese_words_are_text():
    assert "损失" in katex_math.render(r"\text{损失}")


@pytest.mark.parametrize(
    ("tex", "becomes"),
    [
        ("x", "x"),
        (r"x \\ y", r"\begin{split}x \\ y\end{split}"),
        ("x\n\ny", r"\begin{gathered}x\\y\end{gathered}"),
    ],
)
def test_line_breaks_get_an_environment(tex, becomes):
    assert katex_math.prepare(tex) == becomes
    assert katex_math.render(becomes, display=True)


def test_environments_lose_the_number_that_sphinx_gives():
    tex = "\\begin{align}\ny &= x\n\\end{align}"
    prepared = katex_math.prepare(tex, nowrap=True)
    assert prepared == tex.replace("align", "align*")


def test_a_refused_formula_is_a_warning_with_file_and_line(tmp_path):
    text = "# Title\n\nFine: $x$.\n\nNot fine: $\\frac{1}$.\n"
    html, warnings = _build(tmp_path / "a", text)
    assert "index.md:5: WARNING: KaTeX refuses" in warnings
    assert "katex-error" in html


def test_a_refused_display_formula_names_its_line(tmp_path):
    text = "# Title\n\nText.\n\n$$\n\\left( x\n$$\n"
    _, warnings = _build(tmp_path / "b", text)
    assert "index.md:5: WARNING: KaTeX refuses" in warnings


def test_numbers_labels_and_references(tmp_path):
    text = "# T\n\n$$\nx = 1\n$$ (one)\n\nSee {eq}`one`.\n"
    html, warnings = _build(tmp_path / "c", text)
    soup = BeautifulSoup(html, "html.parser")
    assert warnings == ""
    assert soup.select_one("#equation-one .eqno").text.startswith("(1)")
    link = soup.select_one('a[href="#equation-one"].reference')
    assert link.text == "(1)"


def test_aligned_environments_are_numbered_by_sphinx(tmp_path):
    text = "# T\n\n\\begin{align}\ny &= x\n\\end{align}\n"
    soup = BeautifulSoup(_build(tmp_path / "d", text)[0], "html.parser")
    assert len(soup.select(".eqno")) == 1
    assert not soup.select(".katex .tag")


def test_no_script_is_left(tmp_path):
    html, _ = _build(tmp_path / "e", "# T\n\n$x$\n")
    scripts = str(BeautifulSoup(html, "html.parser").select("script"))
    assert "mathjax" not in scripts.lower()
    assert "katex.min.css" in html


def test_a_page_without_formulas_has_no_stylesheet(tmp_path):
    html, _ = _build(tmp_path / "f", "# T\n\nWords.\n")
    assert "katex" not in html


def test_an_unchanged_page_is_not_rendered_again(tmp_path, monkeypatch):
    text = "# T\n\n$x + 12345$\n"
    first, _ = _build(tmp_path / "g", text)

    def refuse(*args):
        raise AssertionError("rendered again")

    monkeypatch.setattr(katex_math, "_render", refuse)
    (tmp_path / "g" / "out" / "index.html").unlink()
    again, _ = _build(tmp_path / "g", text)
    assert again.count("12345") == first.count("12345")


def test_a_changed_macro_renders_again(tmp_path):
    text = "# T\n\n$\\R$\n"
    folder = tmp_path / "h"
    before, _ = _build(folder, text, katex_macros={r"\R": r"\mathbb{R}"})
    after, _ = _build(folder, text, katex_macros={r"\R": r"\mathbf{R}"})
    assert "double-struck" in before
    assert "double-struck" not in after
