"""Starters as the book gave them: recognised, kept, and brought back."""

from __future__ import annotations

import ast
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from d2lcode.grading.catalogue import Exercise
from d2lcode.grading.reading import decode, encoding, read_source
from d2lcode.grading.state import reported

# Where a starter's own imports come from; all others are the reader's.
GIVEN = sys.stdlib_module_names | {
    *("d2lcode", "matplotlib", "numpy", "paddle", "pandas", "scipy"),
    *("sklearn", "torch"),
}


def untouched(text: str) -> bool:
    """Tell whether an answer holds nothing but what waits to be solved.

    A file in which something is written may be a starter that helps along,
    or an answer that was begun: it is not called untouched. An import from a
    module of the reader's own is such a thing.

    Args:
        text: the answer's source.
    """
    parts = _parts(text)
    waits = bool(parts) and all(_empty(node) for _, node in parts)
    return waits and not _own_imports(text)


def left_open(text: str) -> set[str]:
    """Name the functions and constants that still wait for an answer.

    Those are functions that raise NotImplementedError, and constants, or
    dictionaries full of constants, that are None. Of two with the same name
    the later counts, as for Python.
    """
    return {name for name, n in dict(_parts(text)).items() if _empty(n)}


def _own_imports(text: str) -> int:
    """Count what is imported from modules that no starter knows."""
    return sum(
        name.partition(".")[0] not in GIVEN
        for node in ast.walk(ast.parse(text))
        for name in _imported(node)
    )


def _imported(node: ast.AST) -> list[str]:
    match node:
        case ast.Import():
            return [alias.name for alias in node.names]
        case ast.ImportFrom():
            return ["." if node.level else node.module or ""]
    return []


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
        if variant in exercise.originals:
            continue
        with reported(root):
            _keep(path, kept(root, exercise, variant))


def _keep(path: Path, copy: Path) -> None:
    standing = _standing(_text(path))
    if standing[0] and standing >= _standing(_text(copy)):
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, copy)


def _standing(text: str) -> tuple[int, int]:
    """Rank versions of a starter: by what is open, then by what is added."""
    found = len(left_open(text))
    return found, -_own_imports(text) if found else 0


def _text(path: Path) -> str:
    """Read a file; "" if there is none."""
    return read_source(path, "replace") if path.is_file() else ""


def kept(root: Path, exercise: Exercise, variant: str) -> Path:
    """Say where the copy of a starter is kept."""
    name = exercise.starters[variant].name
    return root / ".d2lcode" / "starters" / exercise.topic / name


def pristine(root: Path, exercise: Exercise, variant: str) -> str:
    """Find the starter's text: the package's, git's, or the copy kept.

    A made folder's are in the package. In the book's, a reader may well have
    committed an answer, whole or in part, so that the newest of those
    versions counts that leave most to be solved.

    Raises:
        NoStarterError: neither has one.
    """
    if variant in exercise.originals:
        return read_source(exercise.originals[variant])
    path, copy = exercise.starters[variant], kept(root, exercise, variant)
    texts = [*_versions(root, path), *filter(None, [_text(copy)])]
    best = max(texts, key=_standing, default="")
    if left_open(best):
        return best
    raise NoStarterError(
        f"the starter of {exercise.id} is neither in git's history nor in "
        f"{copy.parent}: copy it from the book's repository" + _refused(root)
    )


def _versions(root: Path, path: Path) -> Iterator[str]:
    """Give the committed versions of a file, the newest first.

    Names begin with `./`, since the book may lie in a folder of a larger
    repository.
    """
    name = f"./{path.relative_to(root).as_posix()}"
    log = _git(root, "log", "--format=%H", "--", name).stdout
    for commit in log.decode("ascii", "replace").split():
        if text := _git(root, "show", f"{commit}:{name}").stdout:
            yield decode(text, "replace")


def _git(root: Path, *args: str) -> subprocess.CompletedProcess[bytes]:
    """Ask git; where it fails, the output is empty and the error is said."""
    # A hook of git's that runs this would have it look elsewhere.
    clean = {k: v for k, v in os.environ.items() if not k.startswith("GIT_")}
    command = ["git", "-C", str(root), *args]
    try:
        done = subprocess.run(
            command, capture_output=True, timeout=60, check=False, env=clean
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        return subprocess.CompletedProcess(command, 1, b"", _bytes(error))
    return done


def _bytes(error: Exception) -> bytes:
    missing = isinstance(error, FileNotFoundError)
    said = "git is not installed" if missing else str(error)
    return said.encode()


def _refused(root: Path) -> str:
    """Say why git could not be asked; "" where it simply knows nothing."""
    done = _git(root, "rev-parse", "--git-dir")
    said = done.stderr.decode("utf-8", "replace").strip()
    if done.returncode == 0 or "not a git repository" in said:
        return ""
    return f". Git could not be asked:\n{said}"


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
    if _text(path) == text:
        return None
    backup = _back_up(root, exercise, path) if path.is_file() else None
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode(encoding(text.encode())))
    return backup


def _back_up(root: Path, exercise: Exercise, path: Path) -> Path:
    folder = root / ".d2lcode" / "backups" / exercise.topic
    folder.mkdir(parents=True, exist_ok=True)
    stamp = datetime.now().strftime("%Y-%m-%d_%H-%M-%S-%f")
    backup = folder / f"{path.stem}_{stamp}.py"
    shutil.copy2(path, backup)
    return backup
