"""Output that reaches any terminal, file and pipe, whatever its encoding."""

from __future__ import annotations

import codecs
import io
import sys

# What stands for a character that the terminal or pipe cannot carry.
PLAIN = {
    **{"█": "#", "░": ".", "●": "*", "○": ".", "✓": "+", "✗": "x"},
    **{"·": "-", "…": "...", "–": "-", "—": "-", "−": "-", "×": "x"},
    **{"“": '"', "”": '"', "‘": "'", "’": "'", "≤": "<=", "≥": ">="},
}


def plainly(error: UnicodeError) -> tuple[str, int]:
    """Replace what cannot be encoded; an error handler of `codecs`."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    found = error.object[error.start : error.end]
    return "".join(PLAIN.get(c, "?") for c in found), error.end


def speak_plainly() -> None:
    """Let output reach any terminal, file and pipe, whatever its encoding."""
    codecs.register_error("d2lcode", plainly)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="d2lcode")
