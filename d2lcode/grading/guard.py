"""What is closed to an answer while it is graded: solutions and graders.

Python announces what a program does to the audit hooks of PEP 578. The hook
here refuses what an answer has no business with, and lets the grader, the
standard library and installed packages do the same. An answer shares its
process with the grader all the same: this keeps out what is easy, and is not
a sandbox.
"""

from __future__ import annotations

import os
import re
import sys
import threading
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import FrameType
from typing import Any

# Events that name files, and those of them that change nothing.
READS = {"open", "os.listdir", "os.scandir", "os.chdir", "os.walk"}
WRITES = {
    *("os.remove", "os.rename", "os.rmdir", "os.mkdir", "os.truncate"),
    *("os.chmod", "os.chown", "os.link", "os.symlink", "os.utime"),
    *("shutil.copyfile", "shutil.move", "shutil.rmtree", "shutil.copytree"),
}
COMMANDS = {"os.system", "os.exec", "os.posix_spawn", "subprocess.Popen"}
# Ways into the grader's own variables.
INSIDE = {
    *("sys._getframe", "sys._current_frames", "sys._current_exceptions"),
    *("gc.get_objects", "gc.get_referrers", "gc.get_referents"),
    *("sys.settrace", "sys.setprofile"),
}
WATCHED = READS | WRITES | COMMANDS | INSIDE | {"import"}
CHANGES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND

STDLIB = str(Path(os.__file__).parent)
PACKAGE = str(Path(__file__).parents[1])


@dataclass(frozen=True)
class Closed:
    """What one answer may not touch.

    `hidden` are folders that it may neither read nor change, `kept` those
    that it may not change; `answer` and `grader` are files. `modules` are
    the names by which an import would reach what is hidden.
    """

    answer: str
    grader: str
    hidden: tuple[str, ...]
    kept: tuple[str, ...] = ()
    modules: tuple[str, ...] = ()

    def trusts(self, filename: str) -> bool:
        """Tell whether code of this file is not the answer's."""
        if filename == self.grader or filename.startswith("<frozen "):
            return True
        installed = "site-packages" in filename or "dist-packages" in filename
        return installed or within(filename, (STDLIB, PACKAGE))

    def refuse(self, event: str, args: tuple[Any, ...]) -> None:
        """Refuse what an answer asks for and may not have.

        Raises:
            PermissionError: says what, and why.
        """
        # This method and the hook lie between.
        frame = sys._getframe(2)
        if event in INSIDE:
            if not self.trusts(frame.f_code.co_filename):
                raise PermissionError(
                    f"{event}() is closed to an answer while it is graded."
                )
        elif (what := self._touched(event, args)) and self._asks(frame):
            raise PermissionError(
                f"{what} is closed to an answer while it is graded, as are "
                "solutions, graders and the record of points."
            )

    def _asks(self, frame: FrameType | None) -> bool:
        """Tell whether the answer is what runs, directly or not.

        The outermost frame is not asked: it is what began the process.
        """
        while frame and frame.f_back:
            if not self.trusts(frame.f_code.co_filename):
                return True
            frame = frame.f_back
        return False

    def _touched(self, event: str, args: tuple[Any, ...]) -> str:
        """Name what is closed among what an event speaks of; or ""."""
        if event == "import":
            return self._module(str(args[0]))
        folders = self.hidden + (self.kept if _changes(event, args) else ())
        own = (str(Path(self.answer).parent),)
        for name in _names(event, args):
            full = os.path.realpath(name)
            if within(full, folders) and not within(full, own):
                return name
        return ""

    def _module(self, name: str) -> str:
        """Give the name of a module that is hidden; or ""."""
        inside = (f"{name}.".startswith(f"{m}.") for m in self.modules)
        return name if any(inside) else ""


def near(path: str) -> str:
    """Write a path as seen from the current folder, where that is possible.

    On Windows it is not from one drive to another.
    """
    try:
        return os.path.relpath(path)
    except ValueError:
        return path


def within(path: str, folders: Iterable[str]) -> bool:
    """Tell whether a path is one of these folders, or lies in one."""
    path = os.path.normcase(path)
    return any(
        path == folder or path.startswith(folder + os.sep)
        for folder in map(os.path.normcase, folders)
    )


def _changes(event: str, args: tuple[Any, ...]) -> bool:
    if event != "open":
        return event in WRITES
    _, mode, flags = args
    return bool(set(mode or "") & set("wax+") or (flags or 0) & CHANGES)


def _names(event: str, args: Iterable[Any]) -> Iterator[str]:
    """Find what may be paths among an event's arguments."""
    for value in args:
        if isinstance(value, list | tuple):
            yield from _names(event, value)
        elif isinstance(value, str | bytes | os.PathLike):
            name = os.fsdecode(value)
            yield name
            if event in COMMANDS:
                yield from re.split(r"[\s'\"=;|&<>()]+", name)


def install() -> Callable[[Closed | None], None]:
    """Begin to listen; a hook of Python's stays until the process ends.

    Returns:
        A function that says what is closed from now on; None, nothing.
    """
    closed: list[Closed] = []
    own = threading.local()

    def hook(event: str, args: tuple[Any, ...]) -> None:
        if not closed or event not in WATCHED or hasattr(own, "busy"):
            return
        own.busy = True
        try:
            closed[0].refuse(event, args)
        finally:
            del own.busy

    def close(what: Closed | None) -> None:
        closed[:] = [what] if what else []

    sys.addaudithook(hook)
    return close
