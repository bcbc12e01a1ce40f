"""Turn whatever an answer did wrong into a sentence for its author."""

from __future__ import annotations

import bdb
import traceback
from pathlib import Path

from d2lcode.grading.checks import AnswerError, RaisedError
from d2lcode.grading.wording import indent, shorten, with_article

PASSED, FAILED, UNSOLVED = "passed", "failed", "unsolved"


class InputAskedError(EOFError):
    """An answer asked for input from the keyboard."""


class MissingNameError(AttributeError):
    """The answer lacks a name that the task asks for."""


def describe(error: BaseException, path: Path) -> tuple[str, str]:
    """Say what went wrong.

    Args:
        error: what was raised during a test.
        path: the file of the answer.

    Returns:
        "failed" or "unsolved", and the text.
    """
    if isinstance(error, AnswerError | MissingNameError):
        return FAILED, str(error)
    if isinstance(error, NotImplementedError):
        return UNSOLVED, _unsolved(error, path)
    if isinstance(error, RaisedError) and error.__cause__ is not None:
        said = sentence(error.__cause__, path, in_a_call=True)
        return FAILED, f"{error.called}\n{said}"
    return FAILED, sentence(error, path)


def _unsolved(error: NotImplementedError, path: Path) -> str:
    if place := _last_place(error, path):
        return (
            f"Not written yet: `{place.name}` in {path.name}, line "
            f"{place.lineno}, still raises NotImplementedError. Write its "
            "body in place of that line."
        )
    return f"Not answered yet: {error}"


def sentence(
    error: BaseException, path: Path, *, in_a_call: bool = False
) -> str:
    """Put one exception into a sentence, with the line it came from.

    Args:
        error: what was raised.
        path: the file of the answer.
        in_a_call: whether it came out of a call of the answer, even if no
            line of its file is to be seen in it.
    """
    if _ends_a_test(error):
        return (
            "Your code had the test skipped or ended"
            f"{where(error, path)}, by {type(error).__name__}. What is not "
            "tested earns nothing: return a result instead."
        )
    for kinds, text in _SENTENCES:
        if isinstance(error, kinds):
            return text.format(where=where(error, path), error=error)
    if isinstance(error, SyntaxError):
        return _syntax(error, path)
    if isinstance(error, ImportError):
        return _import(error, path)
    return _any(error, path, in_a_call)


def _ends_a_test(error: BaseException) -> bool:
    """Tell what pytest or Hypothesis raise to skip, end or pass a test."""
    kind = type(error)
    return kind.__name__ in _ENDINGS and kind.__module__.partition(".")[0] in (
        "_pytest",
        "builtins",
        "hypothesis",
        "unittest",
    )


_ENDINGS = ("Skipped", "XFailed", "Exit", "SkipTest", "UnsatisfiedAssumption")
_SENTENCES: tuple[tuple[type[BaseException], str], ...] = (
    (
        SystemExit,
        "Your code ended the program with exit(){where}. A function hands "
        "its result back with return, and leaves the ending to its caller.",
    ),
    (
        bdb.BdbQuit,
        "Your code stops for a debugger, with breakpoint() or pdb{where}. "
        "Nobody is there while it is graded: take that line out, or run the "
        "file by itself.",
    ),
    (
        KeyboardInterrupt,
        "Your code raised KeyboardInterrupt{where}, as if someone had "
        "pressed Ctrl-C.",
    ),
    (
        InputAskedError,
        "Your code waits for something to be typed{where}. Nobody is there "
        "while it is graded: use the arguments that it is given.",
    ),
    (
        RecursionError,
        "Your code calls itself without end{where}. A function that calls "
        "itself needs a case in which it does not. And Python stops after "
        "about a thousand calls within one another: thousands of entries "
        "need another way.",
    ),
    (
        MemoryError,
        "Your code asked for more memory than an answer may have{where}. "
        "{error}",
    ),
)


# What helps with an error whose own words do not.
_ADVICE = {
    "truth value of an array": "`if` asks one question, and here are many "
    "numbers. np.where chooses for each of them.",
    "converted to Python scalars": "Functions of `math` take one number; "
    "those of NumPy with the same names take whole arrays.",
    "unhashable type: 'numpy.ndarray'": "What is looked up, in a dictionary "
    "or by functools.lru_cache and cache, must never change, and an array "
    "may. Leave the cache away.",
    "could not be broadcast": "Written one above the other, aligned at the "
    "right, two lengths must be equal, or one of them 1. Print both shapes.",
}


def _syntax(error: SyntaxError, path: Path) -> str:
    name = Path(error.filename or path).name
    code = (error.text or "").strip()
    quoted = f":\n{indent(code)}" if code else "."
    place = f", in line {error.lineno}" if error.lineno else ""
    return f"Python cannot read {name}: {error.msg}{place}{quoted}"


def _import(error: ImportError, path: Path) -> str:
    return (
        f"An import failed{where(error, path)}: {error}. Use only what the "
        "starter imports and Python brings along, or install it."
    )


def _any(error: BaseException, path: Path, in_a_call: bool) -> str:
    said = shorten(str(error).strip())
    kind = with_article(type(error).__name__)
    what = f"{kind}: {said}" if said else kind
    if type(error).__module__.startswith("hypothesis") and "lak" in kind:
        return (
            "Your function gives different results for the same input when "
            "it is called again. Does it keep something between calls, or "
            "draw random numbers of its own?"
        )
    advice = [f"\n{_ADVICE[k]}" for k in _ADVICE if k in said]
    if place := _last_place(error, path):
        return (
            f"Your code raised {what}\n"
            f"It was in line {place.lineno} of {path.name}:\n"
            f"{indent(place.line or '')}{''.join(advice)}"
        )
    if in_a_call:
        return f"Your code raised {what}{''.join(advice)}"
    return (
        "The grader could not go on with what your code gave it: it met "
        f"{what}"
    )


def where(error: BaseException, path: Path) -> str:
    """Name the reader's line, as “, in line 3 of softmax.py”; or ""."""
    place = _last_place(error, path)
    return f", in line {place.lineno} of {path.name}" if place else ""


def _last_place(
    error: BaseException, path: Path
) -> traceback.FrameSummary | None:
    """Find the innermost line of the reader's own file."""
    frames = traceback.extract_tb(error.__traceback__)
    own = [f for f in frames if f.filename == str(path)]
    return own[-1] if own else None
