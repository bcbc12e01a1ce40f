"""Code that never scrolls sideways: each line may wrap under itself.

Pygments writes a block of code as one run of text. Here each line becomes a
``<span class="line">`` that knows its own indent, so that a narrow screen can
wrap it with a hanging indent (``style/code.css``) and the text that is
copied stays as it was. A block knows its longest line, so that a table that a
cell has printed can be set smaller rather than wrapped.
"""

from __future__ import annotations

import html
import re

_BLOCK = re.compile(
    r'(<div class="highlight"><pre)(>(?:<span></span>)?)(.*?)(</pre></div>)',
    re.DOTALL,
)
_TAG = re.compile(r"<[^>]*>")


def _indent(line: str) -> int:
    text = _TAG.sub("", line)
    return len(text) - len(text.lstrip(" "))


def _columns(line: str) -> int:
    return len(html.unescape(_TAG.sub("", line)))


def _wrap(line: str) -> str:
    indent = _indent(line)
    style = f' style="--indent:{indent}"' if indent else ""
    return f'<span class="line"{style}>{line}</span>'


def _wrap_block(match: re.Match[str]) -> str:
    start, rest, code, end = match.groups()
    lines = code.split("\n")
    kept = [f"{line}\n" for line in lines[:-1]] + [lines[-1]] * bool(lines[-1])
    style = f' style="--columns:{max(map(_columns, lines))}"'
    return start + style + rest + "".join(map(_wrap, kept)) + end


def wrap_lines(body: str) -> str:
    """Give every line of highlighted code an element of its own.

    Args:
        body: HTML of a page, as Sphinx and Pygments write it.

    Returns:
        The same HTML; only highlighted blocks differ, by their spans.
    """
    return _BLOCK.sub(_wrap_block, body)
