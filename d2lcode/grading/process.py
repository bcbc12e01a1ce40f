"""Worker processes: started, watched over, and ended with what they began.

Only a process that was made to outlive its parent (forked twice, in a
session of its own) is out of reach.
"""

from __future__ import annotations

import contextlib
import json
import os
import queue
import re
import secrets
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any

import psutil

from d2lcode.grading import neighbours
from d2lcode.grading.worker import END, MARK

GB = 2**30
MEGABYTE = 1_000_000
START_SECONDS = 120.0
TICK = 0.05

# The worker is a module, so that a process begun anew by `multiprocessing`
# can load it. It is found behind all else, and `-P` keeps the current folder
# off the path: a file of the reader's must not pass for a module of Python's.
BOOT = (
    "import runpy, sys; sys.path.append(sys.argv.pop(1)); runpy.run_module("
    "'d2lcode.grading.worker', run_name='__main__', alter_sys=True)"
)
PLACE = str(Path(__file__).parents[2])

Event = Mapping[str, Any]
clock = time.monotonic


@dataclass(frozen=True)
class Limits:
    """What an answer may take: seconds, bytes, bytes printed, processes."""

    seconds: float = 30.0
    memory: int = 4 * GB
    printed: int = MEGABYTE
    processes: int = 100


@dataclass(frozen=True)
class Job:
    """One answer to be graded, by all of the grader's tests or by one.

    `hidden` are folders that the answer can neither read nor change, `kept`
    those that it cannot change. `token` marks what the worker tells of this
    job.
    """

    grader: Path
    answer: Path
    backend: str = ""
    limits: Limits = Limits()
    only: str = ""
    hidden: tuple[Path, ...] = ()
    kept: tuple[Path, ...] = ()
    token: str = field(default_factory=lambda: secrets.token_hex(16))

    def line(self) -> bytes:
        """Write the job as the worker reads it."""
        job = {
            "grader": str(self.grader.resolve()),
            "only": f"::{self.only}" if self.only else "",
            "answer": str(self.answer.resolve()),
            "backend": self.backend,
            "hidden": [str(path.resolve()) for path in self.hidden],
            "kept": [str(path.resolve()) for path in self.kept],
            "token": self.token,
            "seconds": max(self.limits.seconds - 0.3, 0.2),
            "memory": self.limits.memory + GB,
        }
        return (json.dumps(job) + "\n").encode()


class Printed:
    """What an answer prints, read as it comes, and cut at a limit."""

    def __init__(self, stream: IO[bytes], limit: int = MEGABYTE) -> None:
        self.limit = limit
        self.size = 0
        self.whole = threading.Event()
        self._kept: list[bytes] = []
        self._thread = threading.Thread(
            target=self._read, args=(stream,), daemon=True
        )
        self._thread.start()

    def _read(self, stream: IO[bytes]) -> None:
        last = b""
        with contextlib.suppress(ValueError, OSError):
            while chunk := stream.read1(65536):  # type: ignore[attr-defined]
                if self.size <= self.limit:
                    self._kept.append(chunk)
                self.size += len(chunk)
                last = self._look_for_end(last + chunk)

    def _look_for_end(self, text: bytes) -> bytes:
        """Note that a job's print is whole; give what may begin the mark."""
        if END in text:
            self.whole.set()
            return b""
        return text[1 - len(END) :]

    @property
    def too_much(self) -> bool:
        """Whether more came than may."""
        return self.size > self.limit

    def take(self) -> str:
        """Hand over what was printed since the last time."""
        kept, self._kept, self.size = self._kept, [], 0
        text = b"".join(kept).replace(END, b"")
        return text[: self.limit].decode("utf-8", "replace")

    def peek(self) -> str:
        """Look at what was printed, and leave it there."""
        text = b"".join(list(self._kept)).replace(END, b"")
        return text[: self.limit].decode("utf-8", "replace")

    def settle(self) -> None:
        """Wait a moment for what is still in the pipe."""
        self._thread.join(0.5)


class Worker:
    """A process that has imported what it needs and waits for answers.

    Args:
        root: the book's folder.
        modules: what to import in advance.
    """

    def __init__(self, root: Path, modules: Sequence[str] = ()) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-P", "-c", BOOT, PLACE, *modules],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            cwd=root,
            env=environment(),
            start_new_session=os.name == "posix",
            creationflags=getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0),
        )
        assert self.process.stdout
        assert self.process.stderr
        self.printed = Printed(self.process.stderr)
        self._events: queue.SimpleQueue[Event | None] = queue.SimpleQueue()
        self.root = root
        self._ready = False
        threading.Thread(
            target=self._listen, args=(self.process.stdout,), daemon=True
        ).start()

    def _listen(self, stream: IO[bytes]) -> None:
        with contextlib.suppress(ValueError, OSError):
            for line in stream:
                if event := heard(line):
                    self._events.put(event)
        self._events.put(None)

    def __enter__(self) -> Worker:
        return self

    def __exit__(self, *_: object) -> None:
        self.kill()

    @property
    def alive(self) -> bool:
        """Whether it can take another answer."""
        return self.process.poll() is None

    def wait_until_ready(self) -> bool:
        """Wait until the imports are done."""
        while not self._ready and self.alive:
            self._ready = self._next_event() is not None
        return self._ready

    def _next_event(self) -> Event | None:
        with contextlib.suppress(queue.Empty):
            return self._events.get(timeout=TICK)
        return None

    def run(self, job: Job, tell: Callable[[Event], None]) -> str:
        """Have one answer graded.

        Args:
            job: what to grade, and within which limits.
            tell: is told what happens, as it happens.

        Returns:
            "" when the grader came to its end; otherwise the sentence that
            says why the answer was stopped. The worker is then gone; so
            it is after an answer that changed the grader.
        """
        self.printed.limit = job.limits.printed
        self.printed.whole.clear()
        self._send(job)
        watch = _Watch(self, job)
        trouble = ""
        while not trouble:
            if event := self._next_event():
                if event.get("token") != job.token:
                    continue  # "ready", or one that an answer made up
                if event["event"] == "end":
                    self._finish(event)
                    return ""
                watch.note(event)
                tell(event)
            elif self._events.empty():
                trouble = watch.trouble()
        self.kill()
        self.printed.settle()
        for event in self._last_words():
            if event.get("token") == job.token:
                tell(event)
        return trouble

    def _finish(self, end: Event) -> None:
        self.printed.whole.wait(0.5)
        if end["spoiled"]:
            self.kill()

    def _last_words(self) -> Iterator[Event]:
        """Give what it had sent before it was ended."""
        with contextlib.suppress(queue.Empty):
            while event := self._events.get(timeout=1):
                yield event

    def _send(self, job: Job) -> None:
        assert self.process.stdin
        with contextlib.suppress(OSError):
            self.process.stdin.write(job.line())
            self.process.stdin.flush()

    def family(self) -> list[psutil.Process]:
        """List its process, then those that it began."""
        with contextlib.suppress(psutil.Error):
            head = psutil.Process(self.process.pid)
            return [head, *head.children(recursive=True)]
        return []

    def memory(self) -> int:
        """Measure what it and those it began take, in bytes."""
        family = self.family()
        return sum(map(_rss, family[:1])) + sum(map(_uss, family[1:]))

    def kill(self) -> None:
        """End it, and the processes that it began."""
        for process in reversed(self.family()):
            with contextlib.suppress(psutil.Error):
                process.kill()
        if os.name == "posix":
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()
        if self.process.stdin:
            with contextlib.suppress(OSError):
                self.process.stdin.close()


def heard(line: bytes) -> Event | None:
    """Read what a worker tells; None for what is no event."""
    with contextlib.suppress(ValueError):
        event = json.loads(line)
        if isinstance(event, dict) and "event" in event:
            return event
    return None


def _rss(process: psutil.Process) -> int:
    with contextlib.suppress(psutil.Error):
        return process.memory_info().rss
    return 0


def _uss(process: psutil.Process) -> int:
    """Measure what it shares with no other; a fork shares nearly all.

    Where the system does not tell, as macOS, all that it holds.
    """
    with contextlib.suppress(psutil.Error):
        return process.memory_full_info().uss
    return _rss(process)


# Settings of a reader's shell that would change how answers are run.
UNWANTED = {
    *("PYTEST_ADDOPTS", "PYTHONINSPECT", "PYTHONIOENCODING"),
    *("PYTHONOPTIMIZE", "PYTHONPROFILEIMPORTTIME", "PYTHONWARNINGS"),
}


def environment() -> dict[str, str]:
    """Give a worker's environment: no plugins, one thread, no GPU."""
    quiet = {
        "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1",
        "PYTHONDONTWRITEBYTECODE": "1",
        "PYTHONUTF8": "1",
        "PYTHONHASHSEED": "0",
        "CUDA_VISIBLE_DEVICES": "-1",
        "GLOG_minloglevel": "2",  # Paddle's notes are not the reader's
    }
    threads = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
    kept = {k: v for k, v in os.environ.items() if k not in UNWANTED}
    return {**threads, **kept, **quiet}


class _Watch:
    """Looks after the limits of one job."""

    def __init__(self, worker: Worker, job: Job) -> None:
        self.worker, self.job = worker, job
        self.asked = clock()
        self.began: float | None = None
        self.before = 0
        self.ended = False

    def note(self, event: Event) -> None:
        """Start the clock when the worker begins."""
        if event["event"] == "begin":
            self.began = clock()
            self.before = self.worker.memory()

    def trouble(self) -> str:
        """Name the limit that was passed; "" while all is well."""
        if self.began is None:
            return self._start_trouble()
        checks = self._time, self._print, self._crowd, self._memory, self._end
        return next((said for check in checks if (said := check())), "")

    def _start_trouble(self) -> str:
        late = clock() - self.asked > START_SECONDS
        if self.worker.alive and not late:
            return ""
        self.worker.printed.settle()
        said = self.worker.printed.take()[-2000:]
        blame = neighbours.hiding(said, self.worker.root.resolve())
        return blame or f"The grader itself could not start:\n{said}"

    def _time(self) -> str:
        seconds = self.job.limits.seconds
        if clock() - (self.began or 0) < seconds:
            return ""
        return (
            f"Your code had not finished after {seconds:g} seconds{{place}}, "
            f"so it was stopped. {self._likely_wait()}"
        )

    def _likely_wait(self) -> str:
        """Say what the answer was most likely busy with."""
        printed = self.worker.printed.peek()
        if "multiprocessing" in printed and (said := last_error(printed)):
            return (
                "It waited for processes that it had begun, and these ended "
                f"with an error:\n    {said}\nWhat they run must be a "
                "function at the top of your file, and they must be begun "
                "inside a function."
            )
        if len(self.worker.family()) > 1:
            return (
                "It had begun processes of its own, which had not finished "
                "either. Does it wait for one that never ends?"
            )
        return (
            "Is there a loop that never ends, or one over single numbers "
            "where a whole array would do?"
        )

    def _print(self) -> str:
        if not self.worker.printed.too_much:
            return ""
        return (
            f"Your code printed more than {self.job.limits.printed:,} "
            "characters, so it was stopped and the rest was cut. Print less: "
            "a shape, or the first few values."
        )

    def _crowd(self) -> str:
        most = self.job.limits.processes
        if len(self.worker.family()) <= most:
            return ""
        return (
            f"Your code began more than {most} processes, so it was stopped. "
            "Each call of os.fork() that returns twice doubles their number."
        )

    def _memory(self) -> str:
        taken = self.worker.memory() - self.before
        if taken < self.job.limits.memory:
            return ""
        return (
            f"Your code took more than {self.job.limits.memory / GB:g} GB of "
            "memory, so it was stopped. Does something grow in a loop, or "
            "two arrays broadcast to a huge one?"
        )

    def _end(self) -> str:
        """Say how the process ended, once its last words are heard."""
        if self.worker.alive:
            return ""
        if not self.ended:
            self.ended = True
            time.sleep(TICK)
            return ""
        if not self.worker._events.empty():
            return ""
        return ending(self.worker.process.returncode)


def ending(code: int) -> str:
    """Say how a process ended that should have gone on."""
    name = _signal(code)
    if name in ("SIGSEGV", "SIGBUS", "SIGABRT", "SIGFPE", "SIGILL"):
        return (
            f"Your code crashed the Python interpreter itself, {name}"
            "{place}. That happens below Python: through ctypes, or a "
            "compiled library that was given what it cannot bear."
        )
    if name:
        return (
            f"The process of your code was killed from outside ({name}), "
            "most likely because the machine ran out of memory."
        )
    return (
        f"Your code ended the whole process with exit code {code}"
        "{place}, as os._exit() does. A function hands its result back "
        "with return."
    )


def _signal(code: int) -> str:
    if code == -1073741819:
        return "SIGSEGV"
    with contextlib.suppress(ValueError):
        return signal.Signals(-code).name if code < 0 else ""
    return f"signal {-code}"


_FAULT = re.compile(
    r"^(?:Timeout \(|Fatal Python error|Windows fatal exception).*",
    re.MULTILINE | re.DOTALL,
)


def last_error(text: str) -> str:
    """Take the last line of the last traceback in a text; "" if none."""
    found = re.findall(r"^(\w[\w.]*(?:Error|Exception)\b.*)", text, re.M)
    return found[-1] if found else ""


def split_printed(text: str) -> dict[str, str]:
    """Sort what was printed by the test that it belongs to."""
    found: dict[str, str] = {}
    for part in _FAULT.sub("", text).split(f"\n{MARK}")[1:]:
        test, _, rest = part.partition("\n")
        found[test] = found.get(test, "") + rest
    return found


def stuck_at(text: str, answer: Path) -> str:
    """Find the line at which Python's fault handler saw the answer."""
    fault = _FAULT.search(text)
    name = re.escape(str(answer.resolve()))
    pattern = rf'File "{name}", line (\d+)'
    found = re.findall(pattern, _last_dump(fault[0])) if fault else []
    return f" (it was in line {found[0]} of {answer.name})" if found else ""


def _last_dump(faults: str) -> str:
    """Take the last that was dumped before the answer was stopped."""
    return re.split(r"^Timeout \(", faults, flags=re.MULTILINE)[-1]
