"""`python -m tests.mutation [exercise …]`: do the graders notice?

Each solution is changed in one place at a time, and its grader is run on
each changed version. The share that is caught is printed; a survivor is
shown, with the reason if `survivors.toml` has one (some changes change
nothing that a task could ask for). Fails under 95 %.
"""

import importlib.util
import sys
import tempfile
import tomllib
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from d2lcode.grading import runner
from d2lcode.grading.catalogue import Exercise, find, find_root
from d2lcode.grading.process import Limits, Worker
from d2lcode.grading.results import PASSED
from tests.mutation.mutants import Mutant, mutants

ROOT = find_root(Path(__file__).parent)
REASONS = Path(__file__).with_name("survivors.toml")
ENOUGH = 0.95


def survivors(exercise: Exercise, variant: str) -> tuple[int, list[Mutant]]:
    """Grade every mutant of a solution; give how many, and who passed."""
    source = exercise.solutions[variant].read_text("utf-8")
    made = list(mutants(source))
    passed = []
    worker = Worker(ROOT, runner.modules(variant))
    limits = Limits(seconds=min(20.0, exercise.seconds[variant]))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, exercise.solutions[variant].name)
        for mutant in made:
            path.write_text(mutant.source, "utf-8")
            if not worker.alive:
                worker = Worker(ROOT, runner.modules(variant))
            result = runner.grade(
                exercise, variant, path, worker=worker, limits=limits
            )
            if result.status == PASSED:
                passed.append(mutant)
    worker.kill()
    return len(made), passed


def reason(known: dict[str, str], mutant: Mutant) -> str:
    """Give the reason why a change cannot be caught, if one is known."""
    return known.get(mutant.change, "")


def main(wanted: list[str]) -> int:
    """Print the table; give the exit code."""
    known = tomllib.loads(REASONS.read_text("utf-8"))
    exercises = find(ROOT)
    pairs = [
        (exercises[n], v)
        for n in exercises
        for v in exercises[n].variants
        if not wanted or any(n.startswith(w) for w in wanted)
        if not v or importlib.util.find_spec(v)
    ]
    with ThreadPoolExecutor(2) as pool:
        found = list(pool.map(lambda pair: survivors(*pair), pairs))
    total = caught = explained = 0
    for (exercise, variant), (count, passed) in zip(pairs, found, strict=True):
        label = f"{exercise.id} {variant}".strip()
        print(f"{count - len(passed):4d} of {count:4d}  {label}")
        for mutant in passed:
            why = reason(known.get(exercise.id, {}), mutant)
            explained += bool(why)
            print(f"      line {mutant.line}: {mutant.change}: {why or '?'}")
        total, caught = total + count, caught + count - len(passed)
    share = caught / total if total else 1.0
    unexplained = total - caught - explained
    print(f"{caught} of {total} changes caught, {share:.1%}; of the others")
    print(f"{explained} are explained, {unexplained} are not")
    return int(share < ENOUGH or unexplained > 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
