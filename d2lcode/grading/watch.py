"""Grade again what was saved, with a process that is ready in advance."""

from __future__ import annotations

import ast
import contextlib
import queue
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver

from d2lcode.grading import runner, state
from d2lcode.grading.catalogue import Exercise, owner
from d2lcode.grading.process import Worker
from d2lcode.grading.reading import read_source
from d2lcode.grading.results import Result

SETTLE = 0.04
SILENT = "no events come from this file system: looking for myself instead"

Stamp = tuple[int, int, int]


class Spares:
    """One worker of each kind, started before it is needed.

    Args:
        root: the book's folder.
        modules: what each kind imports in advance.
    """

    def __init__(self, root: Path, modules: Mapping[str, list[str]]) -> None:
        self.root, self.modules = root, modules
        self._waiting = {kind: self._start(kind) for kind in modules}

    def _start(self, kind: str) -> Worker:
        return Worker(self.root, self.modules[kind])

    def take(self, kind: str) -> Worker:
        """Hand over the spare, or start one if there is none."""
        worker = self._waiting.pop(kind, None)
        return worker if worker and worker.alive else self._start(kind)

    def refill(self, kind: str) -> None:
        """Start the next spare."""
        self._waiting[kind] = self._start(kind)

    def wait_until_ready(self) -> None:
        """Wait until all spares have imported what they need."""
        for worker in self._waiting.values():
            worker.wait_until_ready()

    def close(self) -> None:
        """End all spares."""
        while self._waiting:
            self._waiting.popitem()[1].kill()


def imported(grader: Path) -> list[str]:
    """List the modules that a grader imports, without running it."""
    found = []
    for node in ast.parse(read_source(grader)).body:
        if isinstance(node, ast.ImportFrom) and node.module:
            found.append(node.module)
        elif isinstance(node, ast.Import):
            found += [alias.name for alias in node.names]
    return found


class Watch(FileSystemEventHandler):
    """Looks after the files of some exercises.

    It hears of a save by the system's events, and looks at the files now and
    then besides: from a network drive, or through the border of a container
    or a virtual machine, no events come.

    Args:
        root: the book's folder.
        exercises: those to look after, by id.
        backend: "torch" or "paddle" to ignore the other one's files.
        show: is given each result.
    """

    def __init__(
        self,
        root: Path,
        exercises: Mapping[str, Exercise],
        backend: str | None,
        show: Callable[[Result], None],
    ) -> None:
        self.root, self.exercises, self.show = root, exercises, show
        self.backend = backend
        self.spares = Spares(root, self._modules())
        self._saved: queue.SimpleQueue[Path] = queue.SimpleQueue()
        self._graded: dict[Path, bytes] = {}
        self._observer: BaseObserver | None = None
        self._stamps = self._look()
        self._silent = False

    def _modules(self) -> dict[str, list[str]]:
        """Say what to import in advance, by kind of answer."""
        found: dict[str, set[str]] = {}
        for exercise in self.exercises.values():
            for kind in runner.variants(exercise, self.backend):
                if runner.available(kind):
                    wanted = found.setdefault(kind, set(runner.modules(kind)))
                    wanted.update(imported(exercise.grader))
        return {kind: sorted(names) for kind, names in found.items()}

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Note which file was written, or moved to its place."""
        if event.event_type in ("modified", "created", "moved"):
            for name in (event.src_path, event.dest_path):
                self._saved.put(Path(str(name)))

    def start(self) -> None:
        """Begin to look, and wait until the spares are ready."""
        try:
            self._observer = self._listen()
        except OSError as error:
            # Linux calls a full table of watches a full disk.
            self._silent = True
            self._say(f"{SILENT} ({error.strerror or error})")
        self.spares.wait_until_ready()

    def _listen(self) -> BaseObserver:
        """Ask the system for events.

        Raises:
            OSError: it has none to give, or no more.
        """
        observer = Observer()
        for topic in {e.topic for e in self.exercises.values()}:
            folder = self.root / "exercises" / topic
            observer.schedule(self, str(folder))
        try:
            observer.start()
        except OSError:
            observer.unschedule_all()
            raise
        return observer

    def stop(self) -> None:
        """Stop looking, and end the spares."""
        if self._observer:
            self._observer.stop()
            self._observer.join()
        self.spares.close()

    def step(self, timeout: float = 0.5) -> list[Result]:
        """Grade what was saved since the last step.

        Args:
            timeout: how long to wait for something to be saved, in seconds.
        """
        heard = self._collect(timeout)
        seen = [path for path in self._changed() if path not in heard]
        results = []
        for path in [*heard, *seen]:
            if answered := self._answer(path):
                results.append(self._grade(*answered, path))
                self._notice(path, path in seen)
        return results

    def _changed(self) -> list[Path]:
        """List the files that are not as they were at the last look."""
        before, self._stamps = self._stamps, self._look()
        return [p for p, s in self._stamps.items() if before.get(p) != s]

    def _look(self) -> dict[Path, Stamp]:
        """Take down when each file was written, how long and which it is."""
        found: dict[Path, Stamp] = {}
        for exercise in self.exercises.values():
            for path in exercise.starters.values():
                with contextlib.suppress(OSError):
                    s = path.stat()
                    found[path] = s.st_mtime_ns, s.st_size, s.st_ino
        return found

    def _notice(self, path: Path, unheard: bool) -> None:
        """Say once that events do not come.

        By the time that an answer is graded, they would have.
        """
        late = self._collect(0)
        for other in late:
            self._saved.put(other)
        if unheard and not self._silent and path not in late:
            self._silent = True
            self._say(SILENT)

    def _collect(self, timeout: float) -> list[Path]:
        """Wait for a save, then a moment more: editors write twice."""
        found: dict[Path, None] = {}
        with contextlib.suppress(queue.Empty):
            found[self._saved.get(timeout=timeout)] = None
            time.sleep(SETTLE)
            while True:
                found[self._saved.get_nowait()] = None
        return list(found)

    def _answer(self, path: Path) -> tuple[Exercise, str] | None:
        """Tell whose answer was saved; None if its text is as before."""
        answered = path.suffix == ".py" and owner(path, self.exercises)
        if not answered or not path.is_file():
            return None
        exercise, variant = answered
        if path.resolve() != exercise.starters[variant].resolve():
            return None
        if self.backend and variant not in ("", self.backend):
            return None
        text = path.read_bytes()
        if not text or self._graded.get(path) == text:
            return None
        self._graded[path] = text
        return exercise, variant

    def _grade(self, exercise: Exercise, variant: str, path: Path) -> Result:
        if variant not in self.spares.modules:
            result = runner.grade(exercise, variant, path)
        else:
            with self.spares.take(variant) as worker:
                result = runner.grade(exercise, variant, path, worker=worker)
        state.record(self.root, [result])
        self.show(result)
        if variant in self.spares.modules:
            self.spares.refill(variant)
        return result

    def forever(self) -> None:
        """Look until Ctrl-C is pressed."""
        try:
            self._say("getting ready …")
            self.start()
            self._say("save an exercise to have it graded; Ctrl-C ends")
            while True:
                self.step()
        except KeyboardInterrupt:
            pass
        finally:
            self.stop()

    def _say(self, text: Any) -> None:
        print(text, file=sys.stderr, flush=True)
