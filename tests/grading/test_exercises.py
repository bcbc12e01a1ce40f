"""Every exercise of the book keeps its promises.

For each exercise and framework: the starter fails cleanly, the solution and
every other right answer pass, and every wrong answer is caught by the test
that its author named, with the words that its author named. These files are
trusted: they share processes, and where one process tests them all, two work
ahead of it.
"""

import ast
import inspect
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from queue import Empty, LifoQueue

import pytest

from d2lcode.grading import runner, starters
from d2lcode.grading.catalogue import docstring, find, find_root
from d2lcode.grading.process import Worker
from d2lcode.grading.results import FAILED, PASSED, UNSOLVED

ROOT = find_root()
EXERCISES = find(ROOT)
PAIRS = [(e.id, v) for e in EXERCISES.values() for v in e.variants]
FILES = {"": "", "torch": " (PyTorch)", "paddle": " (PaddlePaddle)"}
each_exercise = pytest.mark.parametrize("name", EXERCISES)
each_file = pytest.mark.parametrize(
    ("name", "variant"), PAIRS, ids=[f"{n} {v}".strip() for n, v in PAIRS]
)


def openness(text):
    return len(starters.left_open(text))


def wrong_ones(exercise, variant):
    return [w for w in exercise.wrong if w.variant == variant]


def right_ones(exercise, variant):
    return [r for r in exercise.right if r.variant == variant]


class Bench:
    """Grades the files of exercises ahead of the tests that ask."""

    def __init__(self, wanted, folder):
        self.folder = folder
        self.workers = {v: LifoQueue() for v in FILES}
        self.pool = ThreadPoolExecutor(2)
        self.started = {
            pair: self.pool.submit(self.grade, *pair)
            for pair in sorted(wanted, key=lambda pair: pair[1])
        }

    def of(self, name, variant):
        """The results by file, once they are there."""
        pair = name, variant
        if pair not in self.started:
            self.started[pair] = self.pool.submit(self.grade, *pair)
        return self.started[pair].result()

    def grade(self, name, variant):
        exercise = EXERCISES[name]
        todo = [
            (self.starter(exercise, variant), ""),
            (exercise.solutions[variant], ""),
            *((r.path, "") for r in right_ones(exercise, variant)),
            *((w.path, w.caught_by) for w in wrong_ones(exercise, variant)),
        ]
        return [self.one(exercise, variant, *what) for what in todo]

    def starter(self, exercise, variant):
        """The file as it lies there, or as it was before it was solved."""
        path = exercise.starters[variant]
        with suppress(starters.NoStarterError):
            text = starters.pristine(ROOT, exercise, variant)
            if openness(text) > openness(path.read_text("utf-8")):
                path = self.folder / f"{exercise.topic}_{path.name}"
                path.write_text(text, "utf-8")
        return path

    def one(self, exercise, variant, path, only):
        if only and only not in exercise.tests:
            return None
        waiting = self.workers[variant]
        worker = None
        with suppress(Empty):
            worker = waiting.get_nowait()
        if worker is None or not worker.alive:
            worker = Worker(ROOT, runner.modules(variant))
        result = runner.grade(
            exercise, variant, path, worker=worker, only=only
        )
        waiting.put(worker)
        return result

    def close(self):
        self.pool.shutdown(cancel_futures=True)
        for waiting in self.workers.values():
            while waiting.qsize():
                waiting.get().kill()


@pytest.fixture(scope="session")
def bench(request, tmp_path_factory):
    calls = [getattr(i, "callspec", None) for i in request.session.items]
    asked = {
        (c.params["name"], c.params["variant"])
        for c in calls
        if c and {"name", "variant"} <= set(c.params)
    }
    wanted = [p for p in PAIRS if p in asked and runner.available(p[1])]
    if hasattr(request.config, "workerinput"):
        wanted = []  # several processes take turns: which ones, nobody knows
    bench = Bench(wanted, tmp_path_factory.mktemp("starters"))
    yield bench
    bench.close()


@pytest.fixture
def graded(bench, name, variant):
    if variant:
        pytest.importorskip(variant)
    return bench.of(name, variant)


def report(result):
    """What the tests said, for the author of an exercise to read."""
    lines = [f"{o.test}: {o.status}\n{o.message}" for o in result.outcomes]
    return "\n\n".join([result.answer, *lines])


@each_exercise
def test_an_exercise_is_complete(name):
    exercise = EXERCISES[name]
    starter = next(iter(exercise.starters.values()))
    assert exercise.solutions, f"solutions/{name}.py is missing"
    assert exercise.minutes, (
        f"{starter}: its docstring needs a line such as "
        "'Minutes: 10 · Difficulty: 1'"
    )
    assert exercise.statement, f"{starter}: its docstring holds no task"
    found = len(exercise.hints)
    assert found >= 2, f"{exercise.grader}: {found} HINTS, needs two at least"
    assert exercise.points > 0
    assert set(exercise.variants) in ({""}, {"torch", "paddle"}), (
        f"{name} has files for {exercise.variants}; expected one without a "
        "framework, or one for each"
    )


@each_exercise
def test_both_starters_set_the_same_task(name):
    texts = {
        docstring(path.read_text("utf-8"))
        for path in EXERCISES[name].starters.values()
        if path.is_file()
    }
    assert len(texts) == 1, f"{name}: the starters' docstrings differ"


@each_file
def test_a_starter_is_recognised(name, variant, bench):
    if variant and not runner.available(variant):
        pytest.skip(f"needs {variant}")
    exercise = EXERCISES[name]
    text = bench.starter(exercise, variant).read_text("utf-8")
    assert starters.left_open(text), (
        "what is to be solved should raise NotImplementedError, or be None"
    )
    solution = exercise.solutions[variant].read_text("utf-8")
    assert not starters.left_open(solution)


@each_file
def test_a_starter_and_its_solution_agree(name, variant, bench):
    exercise = EXERCISES[name]
    ours = public(exercise.solutions[variant].read_text("utf-8"))
    theirs = public(bench.starter(exercise, variant).read_text("utf-8"))
    shared = {n: theirs.get(n) for n in ours}  # a starter may hold more
    assert shared == ours, "names or parameters differ"


def public(text):
    """The public names of a module, with the parameters of functions."""
    return {
        node.name: ast.dump(getattr(node, "args", ast.arguments()))
        for node in ast.parse(text).body
        if isinstance(node, ast.FunctionDef | ast.ClassDef)
        and not node.name.startswith("_")
    }


@each_file
def test_a_starter_fails_cleanly(name, variant, graded):
    result = graded[0]
    for outcome in result.outcomes:
        assert outcome.status == UNSOLVED, report(result)
        assert outcome.message.startswith(
            ("Not written yet", "Not answered yet")
        ), report(result)
    assert result.earned == 0


@each_file
def test_a_solution_passes(name, variant, graded):
    assert graded[1].status == PASSED, report(graded[1])


@each_file
def test_other_right_answers_pass(name, variant, graded):
    right = right_ones(EXERCISES[name], variant)
    refused = [
        f"{answer.path.name} ({answer.summary})\n{report(result)}"
        for answer, result in zip(right, graded[2:], strict=False)
        if result.status != PASSED
    ]
    assert not refused, "\n\n".join(refused)


@each_file
def test_wrong_answers_are_caught(name, variant, graded):
    exercise = EXERCISES[name]
    wrong = wrong_ones(exercise, variant)
    assert len(wrong) >= 3, (
        f"{name}{FILES[variant]} has {len(wrong)} wrong answers in "
        f"{exercise.grader.parent / 'wrong'}; it needs three"
    )
    judged = graded[2 + len(right_ones(exercise, variant)) :]
    complaints = [
        complaint
        for mistake, result in zip(wrong, judged, strict=True)
        for complaint in complaints_about(exercise, mistake, result)
    ]
    assert not complaints, "\n\n".join(complaints)


def complaints_about(exercise, mistake, result):
    """Say what the grader failed to say to a wrong answer."""
    where = f"{mistake.path.name} ({mistake.summary})"
    if mistake.caught_by not in exercise.tests:
        yield f"{where}: the grader has no {mistake.caught_by}"
        return
    outcome = result.outcome(mistake.caught_by)
    if outcome.status != FAILED:
        yield f"{where}: {outcome.test} ended as {outcome.status}"
    for words in mistake.says:
        if words not in outcome.message:
            yield inspect.cleandoc(f"{where}: {outcome.test} did not say") + (
                f"\n  {words}\nbut\n{outcome.message}"
            )


@pytest.mark.parametrize(
    "name",
    [
        *("mnist/softmax", "mnist/softmax_gradient"),
        *("regression/linear_gradient", "regression/normalise"),
    ],
)
def test_a_function_that_returns_nothing_earns_nothing(name, tmp_path):
    exercise = EXERCISES[name]
    text = starters.pristine(ROOT, exercise, "")
    path = tmp_path / f"{exercise.name}.py"
    nothing = text.replace("raise NotImplementedError", "return")
    path.write_text(nothing, "utf-8")
    assert runner.grade(exercise, "", path).earned == 0
