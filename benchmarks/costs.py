"""What a page, an exercise and a wrong answer cost, and the whole book.

Pages are read from the store of runs; exercises and wrong answers are a
sample, graded in warm processes; what else the tests take is known from the
last `make test`. The projection spreads the work over two cores.
"""

import importlib.util
import json
import statistics
import sys
import tempfile
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from benchmarks.measuring import Row

ROOT = Path(__file__).parents[1]
DURATIONS = ROOT / "_build" / "durations.json"
PAGES, EXERCISES, WRONG, CORES = 110, 300, 4_000, 2
PAGE, MEDIAN, BOOK, TESTS, CI = 60.0, 20.0, 2400.0, 1800.0, 4500.0
SAMPLE = 8  # exercises of each kind
# Which of the tests' files grow with the pages; the exercises' are graded.
BY_PAGE = ("test_pages.py", "test_notebooks.py", "test_html.py")
BY_EXERCISE = "test_exercises.py"


@dataclass(frozen=True)
class Costs:
    """Seconds of one core, on average.

    Attributes:
        page: both backends' runs of a page.
        writing: what building a page takes beside its runs.
        exercise: its starters and solutions, in all its files.
        wrong: one wrong answer.
        page_tests: what the tests do with one page.
        rest: the other tests, once.
    """

    page: float
    writing: float
    exercise: float
    wrong: float
    page_tests: float
    rest: float

    @property
    def book(self) -> float:
        """The complete book's build; Sphinx writes on one core."""
        return PAGES * (self.page / CORES + self.writing)

    @property
    def tests(self) -> float:
        """The complete book's tests."""
        graded = EXERCISES * self.exercise + WRONG * self.wrong
        return (PAGES * self.page_tests + graded + self.rest) / CORES


def page_runs() -> dict[str, dict[str | None, float]]:
    """Page -> backend -> the seconds of its last run; all that are stored."""
    sys.path.insert(0, str(ROOT / "book" / "_ext"))
    from sidebyside import store

    from d2lcode import notebooks
    from d2lcode.pages import page_backends, read_page, variant

    found: dict[str, dict[str | None, float]] = {}
    for name in notebooks.pages(ROOT):
        page = read_page(ROOT / "book" / f"{name}.md")
        for backend in page_backends(page) or [None]:
            run = store.find(variant(page, backend)[0], backend)
            if run:
                seconds = run.metadata["run"]["seconds"]
                found.setdefault(name, {})[backend] = seconds
    return found


def spread(items: Iterable, count: int) -> list:
    """So many of them, from the first to the last."""
    items = list(items)
    step = max(1, len(items) // count)
    return items[::step][:count]


class Grading:
    """Grades files of the book in warm processes, and takes the time."""

    def __init__(self):
        self.workers = {}

    def seconds(self, exercise, variant, path, only="") -> float:
        """What one file takes; the process's start is not counted."""
        from d2lcode.grading import runner
        from d2lcode.grading.process import Worker

        worker = self.workers.get(variant)
        if worker is None or not worker.alive:
            worker = Worker(ROOT, runner.modules(variant))
            self.workers[variant] = worker
            self.seconds(exercise, variant, exercise.solutions[variant])
        began = time.perf_counter()
        runner.grade(exercise, variant, path, worker=worker, only=only)
        return time.perf_counter() - began

    def close(self):
        """End the processes."""
        for worker in self.workers.values():
            worker.kill()


def graded(sample: int = SAMPLE) -> tuple[float, float]:
    """The mean seconds of an exercise's own files, and of a wrong answer."""
    from d2lcode.grading.catalogue import find

    exercises = [*find(ROOT).values()]
    kinds = ([e for e in exercises if "" in e.variants],)
    kinds += ([e for e in exercises if "" not in e.variants],)
    own, wrong, weights = [], [], []
    grading = Grading()
    try:
        for kind in filter(None, kinds):
            chosen = spread(kind, sample)
            own.append(mean(whole(grading, e) for e in chosen))
            wrong.append(mean(s for e in chosen for s in mistakes(grading, e)))
            weights.append(len(kind))
    finally:
        grading.close()
    return weighted(own, weights), weighted(wrong, weights)


def here(exercise) -> list[str]:
    """The exercise's variants whose framework is installed."""
    return [
        v
        for v in exercise.variants
        if not v or importlib.util.find_spec(v) is not None
    ]


def whole(grading, exercise) -> float:
    """The starters and the solutions of one exercise."""
    return sum(
        grading.seconds(exercise, variant, files[variant])
        for variant in here(exercise)
        for files in (exercise.starters, exercise.solutions)
    )


def mistakes(grading, exercise) -> list[float]:
    """Some wrong answers, each with the test that is to catch it."""
    known = [w for w in exercise.wrong if w.variant in here(exercise)]
    return [
        grading.seconds(exercise, w.variant, w.path, w.caught_by)
        for w in spread(known, 4)
        if w.caught_by in exercise.tests
    ]


def mean(values: Iterable[float]) -> float:
    """The mean; 0 of nothing."""
    return statistics.fmean([*values] or [0.0])


def weighted(values: list[float], weights: list[int]) -> float:
    """The mean with weights."""
    pairs = zip(values, weights, strict=True)
    return sum(v * w for v, w in pairs) / sum(weights)


def tests_beside(durations: Mapping[str, float], pages: int):
    """Seconds of the tests by page, and of those that stay as they are."""
    names = {Path(file): seconds for file, seconds in durations.items()}
    by_page = sum(s for f, s in names.items() if f.name in BY_PAGE)
    graded_too = sum(s for f, s in names.items() if f.name == BY_EXERCISE)
    return by_page / pages, sum(names.values()) - by_page - graded_too


def last_test() -> dict[str, float]:
    """The seconds of each file of tests in the last whole run."""
    if not DURATIONS.is_file():
        raise FileNotFoundError(f"{DURATIONS}: make test writes it")
    return json.loads(DURATIONS.read_text("utf-8"))


def writing(pages: int) -> float:
    """What a page costs in a build that finds every run in the store."""
    from benchmarks.book import build
    from benchmarks.measuring import timed

    with tempfile.TemporaryDirectory() as name:
        return timed(lambda: build(Path(name), None)) / pages


def rows() -> list[Row]:
    """Measure all of it; the table's rows."""
    runs = page_runs()
    if not runs:
        raise FileNotFoundError("no page's run is in the store: make book")
    exercise, wrong = graded()
    by_page, rest = tests_beside(last_test(), len(runs))
    page = mean(sum(r.values()) for r in runs.values())
    costs = Costs(page, writing(len(runs)), exercise, wrong, by_page, rest)
    return table(costs, runs)


def table(costs: Costs, runs: Mapping[str, Mapping[str | None, float]]):
    """The rows: what each costs, and what the complete book would."""
    single = [s for backends in runs.values() for s in backends.values()]
    complete = f"{PAGES} pages, {EXERCISES} exercises, {WRONG} wrong answers"
    ci = costs.book + costs.tests
    longest = max(single)
    middle = statistics.median(single)
    note = f"{len(runs)} pages, from the store of runs"
    return [
        Row("a page, one backend, median", middle, "s", MEDIAN, note),
        Row("a page, one backend, longest", longest, "s", PAGE, note),
        Row("a page, all its backends, mean", costs.page, "s", note=note),
        Row("a page, written by Sphinx", costs.writing, "s"),
        Row("a page, in the tests", costs.page_tests, "s"),
        Row("an exercise, its own files", costs.exercise, "s"),
        Row("a wrong answer", costs.wrong, "s", 0.4, "mean of a sample"),
        Row("the other tests", costs.rest, "s", note="last make test"),
        Row("complete book, make book", costs.book, "s", BOOK, complete),
        Row("complete book, make test", costs.tests, "s", TESTS, complete),
        Row("complete book, .ci/run", ci, "s", CI, "both"),
    ]
