"""The process that an answer runs in: `python -m d2lcode.grading.worker`.

It reads jobs from its standard input, one JSON object a line, and writes
what happens to its standard output, one a line as well, test by test: what
was finished before a crash stays known. Each of these lines holds the job's
token, which an answer is not told. What the answer itself prints goes to
standard error. When its parent dies, so does it.

The modules named as arguments are imported before the first job.
"""

from __future__ import annotations

import contextlib
import faulthandler
import importlib
import io
import json
import os
import queue
import sys
import threading
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from types import ModuleType
from typing import Any, NoReturn, TextIO

import pytest

from d2lcode.grading import guard, neighbours, originals
from d2lcode.grading.answer import Answer
from d2lcode.grading.describe import (
    PASSED,
    InputAskedError,
    describe,
)

SETTINGS = Path(__file__).with_name("worker.toml")
MARK = "\x1e"
END = f"\n{MARK}{MARK}\n".encode()  # of all that a job printed

Send = Callable[..., None]


class NoInput(io.TextIOBase):
    """A standard input that says that nobody is there."""

    def readable(self) -> bool:
        """Pretend, so that a read is tried and refused."""
        return True

    def read(self, size: int | None = -1, /) -> NoReturn:
        """Refuse.

        Raises:
            InputAskedError: always.
        """
        raise InputAskedError("input")

    def readline(self, size: int = -1, /) -> NoReturn:  # type: ignore
        """Refuse.

        Raises:
            InputAskedError: always.
        """
        raise InputAskedError("input")


def handing_out(answer: Answer) -> ModuleType:
    """Give the pytest plugin from which each test takes the answer."""
    plugin = ModuleType("d2lcode_answer")

    @pytest.fixture(scope="session", name="answer")
    def given() -> Answer:
        """The module under test."""
        return answer

    plugin.given = given  # type: ignore[attr-defined]
    return plugin


class Recorder:
    """The pytest plugin that tells the parent how the tests go."""

    def __init__(self, path: Path, send: Send) -> None:
        self._path = path
        self._send = send

    def pytest_collection_finish(self, session: pytest.Session) -> None:
        """Have the grader itself not found by its name any more."""
        for item in session.items:
            sys.modules.pop(item.function.__module__, None)  # type: ignore

    def pytest_runtest_logstart(self, location: tuple[Any, ...]) -> None:
        """Say which test begins, here and among what the answer prints."""
        self._send(event="start", test=_function(location[2]))
        print(f"\n{MARK}{_function(location[2])}", flush=True)

    @pytest.hookimpl(wrapper=True)
    def pytest_pyfunc_call(self) -> Iterator[None]:
        """Keep an answer from ending the whole session."""
        try:
            return (yield)
        except (KeyboardInterrupt, pytest.exit.Exception) as error:
            raise _InterruptedError from error
        finally:
            originals.require_originals()

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_makereport(
        self, item: pytest.Item, call: pytest.CallInfo[None]
    ) -> Iterator[None]:
        """Tell the parent how a test went."""
        report = yield
        if call.when == "call" or call.excinfo:
            status, message = self._verdict(call)
            self._send(
                event="test",
                test=_function(item.name),
                status=status,
                message=message,
                seconds=round(call.duration, 4),
            )
        return report

    def _verdict(self, call: pytest.CallInfo[None]) -> tuple[str, str]:
        if call.excinfo is None:
            return PASSED, ""
        error = call.excinfo.value
        if isinstance(error, _InterruptedError) and error.__cause__:
            error = error.__cause__
        status, message = describe(error, self._path)
        cause = getattr(error, "__cause__", None) or error
        return status, message + neighbours.shadowed(cause, self._path)


class _InterruptedError(Exception):
    """Stands for an exception that would have ended pytest."""


def _function(name: str) -> str:
    """Strip a test's name of its parameters."""
    return name.partition("[")[0]


def main(modules: list[str]) -> None:
    """Prepare, say so, and run one job after the other."""
    commands, send = take_streams()
    prepare(modules)
    close = guard.install()
    jobs = listen(commands)
    send(event="ready")
    while job := jobs.get():
        tell = partial(send, token=job.pop("token"))
        tell(event="begin")
        close(neighbours.closed(job))
        spoiled = run(job, tell)
        close(None)
        end_print()
        tell(event="end", spoiled=spoiled)


def take_streams() -> tuple[TextIO, Send]:
    """Keep both pipes to the parent, out of the answer's reach.

    Returns:
        Where jobs come from, and a function that sends an event.
    """
    commands = os.fdopen(os.dup(0), "r", encoding="utf-8")
    events = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    os.dup2(2, 1)
    sys.stdin = NoInput()
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(  # type: ignore[union-attr]
            encoding="utf-8", errors="replace", line_buffering=True
        )

    own = os.getpid()

    def send(**event: Any) -> None:
        if os.getpid() != own:
            os._exit(0)  # a copy that came back from a fork of the answer's
        # A line of its own, whatever an answer wrote into the pipe.
        events.write("\n" + json.dumps(event) + "\n")
        events.flush()

    return commands, send


def prepare(modules: list[str]) -> None:
    """Import what graders need, before the clock starts."""
    faulthandler.enable(file=2)
    if os.environ.get("PYTHONBREAKPOINT") != "0":
        sys.breakpointhook = no_debugger
    settle_hypothesis()
    for name in modules:
        with contextlib.suppress(ImportError):
            importlib.import_module(name)


def no_debugger(*_: object, **__: object) -> NoReturn:
    """Leave `breakpoint()` as a debugger that was quit does.

    Raises:
        BdbQuit: always, for nobody is there to type.
    """
    import bdb

    raise bdb.BdbQuit


def settle_hypothesis() -> None:
    """Draw the same examples each time, and report one failure."""
    import hypothesis

    hypothesis.settings.register_profile(
        "d2lcode",
        database=None,
        deadline=None,
        derandomize=True,
        max_examples=30,
        phases=[hypothesis.Phase.generate, hypothesis.Phase.shrink],
        report_multiple_bugs=False,
        suppress_health_check=list(hypothesis.HealthCheck),
    )
    hypothesis.settings.load_profile("d2lcode")


def listen(commands: TextIO) -> queue.SimpleQueue[Any]:
    """Put arriving jobs into a queue; end when the parent does."""
    jobs: queue.SimpleQueue[Any] = queue.SimpleQueue()

    def read() -> None:
        for line in commands:
            jobs.put(json.loads(line))
        os._exit(0)

    threading.Thread(target=read, daemon=True).start()
    return jobs


def run(job: dict[str, Any], send: Send) -> bool:
    """Grade one answer.

    Args:
        job: `grader`, a path; `only`, what follows it to run one test;
            `answer`, a path; `backend`; `seconds` after which to note where
            the answer is stuck; `memory`, bytes more than now that it may
            take; `hidden` and `kept`, see `guard.Closed`.
        send: tells the parent.

    Returns:
        Whether the answer changed the grader, so that none may follow it.
    """
    limit_memory(job["memory"])
    faulthandler.dump_traceback_later(job["seconds"], repeat=True, file=2)
    path = Path(job["answer"])
    recorder = Recorder(path, send)
    neighbours.tell_children(job)
    with neighbours.importable(path):
        pytest.main(
            arguments(job),
            plugins=[handing_out(Answer(path, job["backend"])), recorder],
        )
    faulthandler.cancel_dump_traceback_later()
    return originals.forget()


def arguments(job: dict[str, Any]) -> list[str]:
    """Say to pytest what to run, and how."""
    # Relative, because pytest takes what follows a [ for parameters.
    grader = guard.near(job["grader"])
    return [
        *("-c", str(SETTINGS), "--rootdir", str(Path(grader).parent)),
        *("--noconftest", "-q", "-s", "--no-header", "--no-summary"),
        *("--import-mode=importlib", grader + job["only"]),
    ]


def end_print() -> None:
    """Mark the end of what was printed, if the answer left us a way to."""
    with contextlib.suppress(Exception):
        sys.stdout.flush()
    with contextlib.suppress(OSError):
        os.write(2, END)


def limit_memory(extra: int) -> None:
    """Have huge requests refused at once, where the system can do it."""
    if sys.platform == "win32":
        return
    import resource

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    statm = Path("/proc/self/statm")
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    if statm.exists() and hard == resource.RLIM_INFINITY:
        now = int(statm.read_text().split()[0]) * resource.getpagesize()
        resource.setrlimit(resource.RLIMIT_AS, (now + extra, hard))


if __name__ == "__main__":
    main(sys.argv[1:])
elif __name__ == "__mp_main__":  # a process that an answer began anew
    neighbours.as_child()
