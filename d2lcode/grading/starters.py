"""Starters as the book gave them: recognised, kept, and brought back."""

from __future__ import annotations

import ast
import shutil
import subprocess
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from d2lcode.grading.catalogue import Exercise
from d2lcode.grading.state import reported


def untouched(text: str) -> bool:
    """Tell whether an answer holds nothing but what waits to be solved.

    A file in which something is written may be a starter that helps along,
    or an answer that was begun: it is not called untouched.

    Args:
        text: the answer's source.
    """
    parts = _parts(text)
    return bool(parts) and all(_empty(node) for _, node in parts)


def left_open(text: str) -> set[str]:
    """Name the functions and constants that still wait for an answer.

    Those are functions that raise NotImplementedError, and constants, or
    dictionaries full of constants, that are None. Of two with the same name
    the later counts, as for Python.
    """
    return {name for name, n in dict(_parts(text)).items() if _empty(n)}


Part = tuple[str, ast.stmt]


def _parts(text: str) -> list[Part]:
    """List functions, methods and constants; none if it does not parse."""
    try:
        return list(_named(ast.parse(text).body, ""))
    except (SyntaxError, ValueError):
        return []


def _named(body: list[ast.stmt], prefix: str) -> Iterator[Part]:
    for node in body:
        match node:
            case ast.ClassDef():
                yield from _named(node.body, f"{prefix}{node.name}.")
            case ast.FunctionDef() | ast.AsyncFunctionDef():
                yield f"{prefix}{node.name}", node
            case ast.Assign(targets=[ast.Name(id=name)]):
                yield f"{prefix}{name}", node
            case ast.Import() | ast.ImportFrom():
                pass
            case ast.Expr(value=ast.Constant()):
                pass
            case _:
                yield f"{prefix}line", node


def _empty(node: ast.stmt) -> bool:
    """Tell whether a part still waits for its answer."""
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
        return any(map(_raises, node.body[-1:])) and all(
            map(_allowed, node.body[:-1])
        )
    if isinstance(node, ast.Assign):
        return _unanswered(node.value)
    return False


def _raises(node: ast.stmt) -> bool:
    match node:
        case ast.Raise(exc=ast.Name(id="NotImplementedError")):
            return True
        case ast.Raise(exc=ast.Call(func=ast.Name(id="NotImplementedError"))):
            return True
    return False


def _allowed(node: ast.stmt) -> bool:
    """Let a docstring and `super().__init__()` stand in a starter."""
    match node:
        case ast.Expr(value=ast.Constant()):
            return True
        case ast.Expr(
            value=ast.Call(
                func=ast.Attribute(
                    value=ast.Call(func=ast.Name(id="super")), attr="__init__"
                )
            )
        ):
            return True
    return False


def _unanswered(value: ast.expr) -> bool:
    if isinstance(value, ast.Dict):
        return bool(value.values) and all(map(_unanswered, value.values))
    return isinstance(value, ast.Constant) and value.value is None


class NoStarterError(LookupError):
    """The starter as the book gave it cannot be found."""


def keep(root: Path, exercise: Exercise) -> None:
    """Keep a copy of each starter while it is one.

    It is what `reset` falls back on in a folder that is no git checkout. A
    copy is replaced only by a text that leaves as much to be solved.
    """
    for variant, path in exercise.starters.items():
        with reported(root):
            _keep(path, kept(root, exercise, variant))


def _keep(path: Path, copy: Path) -> None:
    if _openness(path) >= max(_openness(copy), 1):
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, copy)


def _openness(path: Path) -> int:
    """Count what a file leaves to be solved; 0 if there is none."""
    if not path.is_file():
        return 0
    return len(left_open(path.read_text("utf-8", errors="replace")))


def kept(root: Path, exercise: Exercise, variant: str) -> Path:
    """Say where the copy of a starter is kept."""
    name = exercise.starters[variant].name
    return root / ".d2lcode" / "starters" / exercise.topic / name


def pristine(root: Path, exercise: Exercise, variant: str) -> str:
    """Find the starter's text: in git's history, or in the copy kept.

    A reader may well have committed an answer, whole or in part, so that
    the newest of those versions counts that leave most to be solved.

    Raises:
        NoStarterError: neither has one.
    """
    texts = list(_versions(root, exercise.starters[variant]))
    copy = kept(root, exercise, variant)
    if copy.is_file():
        texts.append(copy.read_text("utf-8"))
    best = max(texts, key=lambda text: len(left_open(text)), default="")
    if left_open(best):
        return best
    raise NoStarterError(
        f"the starter of {exercise.id} is neither in git's history nor in "
        f"{copy.parent}: copy it from the book's repository"
    )


def _versions(root: Path, path: Path) -> Iterator[str]:
    """Give the committed versions of a file, the newest first."""
    name = path.relative_to(root).as_posix()
    for commit in _git(root, "log", "--format=%H", "--", name).split():
        if text := _git(root, "show", f"{commit}:{name}"):
            yield text


def _git(root: Path, *args: str) -> str:
    try:
        done = subprocess.run(
            ["git", "-C", str(root), *args],
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            timeout=20,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout if done.returncode == 0 else ""


def reset(root: Path, exercise: Exercise, variant: str) -> Path | None:
    """Bring the starter back, and keep what stood there.

    Returns:
        Where the reader's version is now; None if there was none, or it
        was the starter.

    Raises:
        NoStarterError: the starter cannot be found; nothing is changed.
    """
    text = pristine(root, exercise, variant)
    path = exercise.starters[variant]
    if path.is_file() and path.read_bytes() == text.encode():
        return None
    backup = _back_up(root, exercise, path) if path.is_file() else None
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")
    return backup


def _back_up(root: Path, exercise: Exercise, path: Path) -> Path:
    folder = root / ".d2lcode" / "backups" / exercise.topic
    folder.mkdir(parents=True, exist_ok=True)
    stamp = datetime.now().strftime("%Y-%m-%d_%H-%M-%S-%f")
    backup = folder / f"{path.stem}_{stamp}.py"
    shutil.copy2(path, backup)
    return backup
