"""Chinese terms say that they are Chinese.

A browser then takes a Chinese face for them and not a Japanese one, a screen
reader pronounces them, and a term is not broken across lines.
"""

from __future__ import annotations

import re

_PARTS = re.compile(
    r"<(pre|script|style|svg|math)\b.*?</\1>"
    r"|<[^>]*>"
    r"|(?P<chinese>[\u3400-\u4dbf\u4e00-\u9fff]+)",
    re.DOTALL,
)


def _mark(match: re.Match[str]) -> str:
    term = match["chinese"]
    return f'<span lang="zh-Hans">{term}</span>' if term else match[0]


def mark_chinese(body: str) -> str:
    """Wrap each run of Chinese characters, outside code and formulas.

    Args:
        body: HTML of a page.

    Returns:
        The same HTML with ``<span lang="zh-Hans">`` around the terms.
    """
    return _PARTS.sub(_mark, body)
