"""Put values into words, as a teacher would quote them."""

from __future__ import annotations

import textwrap
from typing import Any

import numpy as np

SMALL = 12  # of a larger result, only the first difference is told
QUOTED = 24  # what is quoted whole, so that it can be copied
TALL = 12
LONG = 200
WIDTH = 60


def show(value: Any) -> str:
    """Quote a value briefly: small arrays whole, large ones by shape."""
    if isinstance(value, np.ndarray):
        return _array(value)
    if isinstance(value, float | np.floating):
        return f"{float(value):.6g}"
    if isinstance(value, np.generic):
        return repr(value.item())
    if isinstance(value, np.random.Generator):
        return "a random generator"
    if hasattr(value, "shape"):
        shape = tuple(value.shape)
        return f"{with_article(type(value).__name__)} of shape {shape}"
    return shorten(repr(value))


def shorten(text: str) -> str:
    """Cut a long text, and show that it was cut."""
    return text if len(text) <= LONG else text[: LONG - 1] + "…"


def _array(array: np.ndarray) -> str:
    if array.ndim == 0:
        return f"an array of shape (), {show(array[()])}"
    tall = array.ndim > 1 and len(array) > TALL
    if array.size > QUOTED or tall:
        return f"an array of shape {array.shape}, {array.dtype}"
    if array.size == 0:
        return f"an empty array of shape {array.shape}"
    text = np.array2string(
        array,
        separator=", ",
        formatter={"float_kind": lambda v: f"{v:.5g}"},  # type: ignore
    )
    line = " ".join(text.split()).replace("[ ", "[")
    return line if len(line) <= WIDTH else text


def kind(value: Any) -> str:
    """Name the type of a value: “a list”, “an array of shape (2, 3)”."""
    if value is None:
        return "None"
    if isinstance(value, np.ndarray):
        return f"an array of shape {value.shape}"
    if hasattr(value, "shape") and not isinstance(value, np.generic):
        return show(value)
    if callable(value) and not isinstance(value, type):
        return "a function"
    return with_article(type(value).__name__)


def with_article(noun: str) -> str:
    """Put “a” or “an” before a word."""
    first = noun[:3].lower()
    vowel = first[:1] in "aeiou" and first not in ("uni", "use")
    return f"{'an' if vowel else 'a'} {noun}"


def indent(text: str, first: str = "") -> str:
    """Set a quotation off from the sentence, aligned behind `first`."""
    margin = " " * (4 + len(first))
    return f"    {first}{textwrap.indent(text, margin)[len(margin) :]}"
