"""Python source as editors save it, read in one way everywhere."""

from __future__ import annotations

import codecs
import io
import tokenize
from pathlib import Path

# What begins a file of two or four bytes a letter, which Python cannot run.
# UTF-32's little-endian mark begins with UTF-16's, so it stands first.
WIDE = {
    codecs.BOM_UTF32_LE: "UTF-32",
    codecs.BOM_UTF32_BE: "UTF-32",
    codecs.BOM_UTF16_LE: "UTF-16",
    codecs.BOM_UTF16_BE: "UTF-16",
}


def read_source(path: Path, errors: str = "strict") -> str:
    """Read a Python file by Python's own rules.

    Args:
        path: the file; a byte-order mark, a line such as `# coding: gbk`
            and every kind of line end are understood.
        errors: "strict", or "replace" to put � for what is no text.

    Returns:
        Its text, without the mark and with plain line ends.

    Raises:
        SyntaxError: `errors` is "strict" and the encoding that it names is
            unknown, or its bytes are not of that encoding.
    """
    return decode(path.read_bytes(), errors)


def decode(data: bytes, errors: str = "strict") -> str:
    """Decode the bytes of a Python file; see `read_source`."""
    try:
        text = data.decode(encoding(data, errors), errors)
    except UnicodeDecodeError as error:
        raise SyntaxError(f"cannot be read as text: {error}") from error
    return io.IncrementalNewlineDecoder(None, translate=True).decode(
        text.removeprefix("\ufeff"), final=True
    )


def encoding(data: bytes, errors: str = "strict") -> str:
    """Name the encoding of a Python file, as PEP 263 finds it.

    Raises:
        SyntaxError: the file names one that is unknown, and `errors` is
            "strict".
    """
    if width := wide(data):
        return width
    plain = data.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    try:
        return tokenize.detect_encoding(io.BytesIO(plain).readline)[0]
    except SyntaxError:
        if errors == "strict":
            raise
    return "utf-8"


def wide(data: bytes) -> str:
    """Say that bytes are UTF-16 or UTF-32; "" if no mark says so."""
    return next((WIDE[m] for m in WIDE if data.startswith(m)), "")
