"""Mathematics as HTML at build time: KaTeX, run in mini-racer.

A page then needs no script and no network to show a formula, and a formula
that KaTeX refuses is a warning with file and line, which fails a build that
is run with ``-W``. MathML for screen readers is part of the output.

Rendering happens when a page is read, and the result is kept in its pickled
doctree: pages that did not change cost nothing.
"""

from __future__ import annotations

import atexit
import html
import json
import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.locale import _
from sphinx.util import logging
from sphinx.util.math import get_node_equation_number

if TYPE_CHECKING:
    from py_mini_racer import MiniRacer
    from sphinx.application import Sphinx
    from sphinx.writers.html5 import HTML5Translator

KATEX = Path(__file__).parent / "vendor" / "katex" / "katex.min.js"
STYLESHEET = "katex/katex.min.css"
_NUMBERED = re.compile(
    r"\\(begin|end)\{(align|alignat|equation|gather)\}",
)
_logger = logging.getLogger(__name__)


class MathError(ValueError):
    """A formula that KaTeX cannot set; the message is KaTeX's own."""


@lru_cache(maxsize=1)
def _engine() -> MiniRacer:
    from py_mini_racer import MiniRacer

    engine = MiniRacer()
    # Left to the interpreter's very end, its thread can no longer be joined
    # there in Python 3.13, and the process would never return.
    atexit.register(engine.close)
    engine.eval(KATEX.read_text(encoding="utf-8"))
    engine.eval(
        "function render(tex, options) {"
        "  try { return {html: katex.renderToString(tex, options)} }"
        "  catch (error) { return {error: String(error.message)} }"
        "}"
    )
    return engine


@lru_cache(maxsize=4096)
def _render(tex: str, display: bool, macros: str) -> str:
    options = {
        "displayMode": display,
        "macros": json.loads(macros),
        "output": "htmlAndMathml",
        "strict": "error",
        "throwOnError": True,
    }
    answer = dict(_engine().call("render", tex, options))
    if "error" in answer:
        raise MathError(answer["error"].removeprefix("KaTeX parse error: "))
    return str(answer["html"])


def render(
    tex: str, *, display: bool = False, macros: dict[str, str] | None = None
) -> str:
    r"""Set a formula as HTML with MathML beside it.

    Args:
        tex: The formula, without its dollar signs.
        display: On a line of its own rather than within a sentence.
        macros: What commands of one's own stand for, such as
            ``{r"\R": r"\mathbb{R}"}``.

    Returns:
        A ``<span class="katex">`` (wrapped in ``katex-display``).

    Raises:
        MathError: If KaTeX refuses the formula.
    """
    return _render(tex, display, json.dumps(macros or {}, sort_keys=True))


def prepare(tex: str, *, nowrap: bool = False) -> str:
    r"""Give a display formula the environment that its line breaks need.

    As Sphinx does for MathJax: parts between blank lines stand under one
    another, and ``\\`` within a part is aligned at ``&``. Environments that
    KaTeX would number by itself lose their number, since Sphinx counts.

    Args:
        tex: The formula as it stands in the source.
        nowrap: The formula brings its own environment.
    """
    if nowrap:
        return _NUMBERED.sub(r"\\\1{\2*}", tex.strip())
    parts = [part.strip() for part in tex.split("\n\n") if part.strip()]
    split = [
        rf"\begin{{split}}{part}\end{{split}}" if r"\\" in part else part
        for part in parts
    ]
    if len(split) == 1:
        return split[0]
    return r"\begin{gathered}" + r"\\".join(split) + r"\end{gathered}"


def _place(node: nodes.Node) -> nodes.Node:
    """Climb to the nearest ancestor that knows its line."""
    here: nodes.Node = node
    while here.line is None and here.parent is not None:
        here = here.parent
    return here


def _set_node(node: nodes.Element, macros: dict[str, str]) -> str:
    display = isinstance(node, nodes.math_block)
    tex = node.astext()
    if display:
        tex = prepare(tex, nowrap=bool(node.get("nowrap")))
    try:
        return render(tex, display=display, macros=macros)
    except MathError as error:
        _logger.warning(
            "KaTeX refuses %r: %s",
            node.astext().strip(),
            error,
            location=_place(node),
            type="katex",
            subtype="syntax",
        )
        return f'<code class="katex-error">{html.escape(tex)}</code>'


def _formulas(tree: nodes.Node) -> Iterator[nodes.Element]:
    yield from tree.findall(nodes.math)
    yield from tree.findall(nodes.math_block)


def set_page(app: Sphinx, doctree: nodes.document) -> None:
    """Render a page's formulas as it is read, and keep them with it."""
    if app.builder.format == "html":
        for node in _formulas(doctree):
            node["katex"] = _set_node(node, app.config.katex_macros)


def _rendered(writer: HTML5Translator, node: nodes.Element) -> str:
    kept = node.get("katex")
    return kept or _set_node(node, writer.config.katex_macros)


def visit_inline(writer: HTML5Translator, node: nodes.math) -> None:
    """Write a formula within a sentence."""
    writer.body.append(
        writer.starttag(node, "span", "", CLASS="math notranslate nohighlight")
    )
    writer.body.append(_rendered(writer, node) + "</span>")
    raise nodes.SkipNode


def visit_display(writer: HTML5Translator, node: nodes.math_block) -> None:
    """Write a formula on a line of its own, with its number."""
    writer.body.append(
        writer.starttag(node, "div", CLASS="math notranslate nohighlight")
    )
    writer.body.append(
        f'<div class="math-scroll">{_rendered(writer, node)}</div>'
    )
    if node.get("number"):
        number = get_node_equation_number(writer, node)
        writer.body.append(f'<span class="eqno">({number})')
        writer.add_permalink_ref(node, _("Link to this equation"))
        writer.body.append("</span>")
    writer.body.append("</div>\n")
    raise nodes.SkipNode


def _choose(app: Sphinx, config: Any) -> None:
    if not config.html_math_renderer:
        config.html_math_renderer = "katex"


def _link_stylesheet(
    app: Sphinx, page: str, template: str, context: dict, tree: Any
) -> None:
    if "katex" in context.get("body", ""):
        app.add_css_file(STYLESHEET)


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the renderer ``katex`` and its setting ``katex_macros``."""
    app.add_html_math_renderer(
        "katex", (visit_inline, None), (visit_display, None)
    )
    app.add_config_value("katex_macros", {}, "env", [dict])
    app.connect("config-inited", _choose)
    app.connect("doctree-read", set_page)
    app.connect("html-page-context", _link_stylesheet)
    return {
        "version": "0.16.47",
        "env_version": 1,
        "parallel_read_safe": True,
        "parallel_write_safe": True,
    }
