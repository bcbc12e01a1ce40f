"""A right answer that computes in float32 is right.

Every solution is graded once more with its arrays rounded to float32 on the
way in and on the way out, its numbers handed over as they are or as floats.
"""

import pytest

from d2lcode.grading import runner
from d2lcode.grading.catalogue import find, find_root
from d2lcode.grading.process import Worker
from d2lcode.grading.results import PASSED

EXERCISES = find(find_root())
# These are about digits or types; each says so in its task or message.
DIGITS = {
    "detection/flip_boxes": "the task asks for the types that came in",
    "foundations/count_positive": "the smallest numbers are 0 in float32",
    "foundations/cross_entropy": "the rarest symbols are 0 in float32",
    "foundations/kl_divergence": "the rarest symbols are 0 in float32",
    "foundations/nearest_in_blocks": "far away, float32 tells no two apart",
    "foundations/numeric_gradient": "small steps need float64",
    "regression/normal_equations": "rounded columns no longer depend",
    "regression/polynomial_features": "high powers need float64",
}
PLAIN = sorted(n for n, e in EXERCISES.items() if "" in e.variants)

ROUNDED = """
import functools, inspect, numpy

def _rounded(value):
    if isinstance(value, numpy.ndarray) and value.dtype == numpy.float64:
        return value.astype(numpy.float32)
    if isinstance(value, numpy.float64):
        return numpy.float32(value)
    if isinstance(value, list | tuple):
        return type(value)(map(_rounded, value))
    return value

def _handed_over(value):
    if isinstance(value, list | tuple):
        return type(value)(map(_handed_over, value))
    plain = AS_FLOATS and isinstance(value, numpy.floating)
    return float(value) if plain else value

def _single(function):
    @functools.wraps(function)
    def wrapped(*args, **kwargs):
        kwargs = {name: _rounded(value) for name, value in kwargs.items()}
        result = function(*map(_rounded, args), **kwargs)
        return _handed_over(_rounded(result))
    return wrapped

for _name, _value in list(globals().items()):
    own = getattr(_value, "__module__", "") == __name__
    if inspect.isfunction(_value) and own and _name[0] != "_":
        globals()[_name] = _single(_value)
"""


@pytest.fixture(scope="module")
def worker():
    worker = Worker(find_root(), runner.modules(""))
    yield worker
    worker.kill()


def said(name, as_floats, folder, worker):
    """What the grader says to a solution that computes in float32."""
    exercise = EXERCISES[name]
    path = folder / exercise.solutions[""].name
    code = ROUNDED.replace("AS_FLOATS", str(as_floats))
    # In a file of its own, so that its loops are not taken for the answer's.
    rounded = folder / "rounded.txt"
    rounded.write_text(code, "utf-8")
    ending = f"\nexec(open({str(rounded)!r}, encoding='utf-8').read())\n"
    path.write_text(
        exercise.solutions[""].read_text("utf-8") + ending, "utf-8"
    )
    result = runner.grade(exercise, "", path, worker=worker)
    return [o.message for o in result.outcomes if o.status != PASSED]


@pytest.mark.parametrize("as_floats", [False, True])
@pytest.mark.parametrize("name", [n for n in PLAIN if n not in DIGITS])
def test_a_solution_in_float32_passes(name, as_floats, tmp_path, worker):
    assert said(name, as_floats, tmp_path, worker) == []


@pytest.mark.parametrize("name", DIGITS)
def test_an_exercise_about_digits_asks_for_them(name, tmp_path, worker):
    assert said(name, False, tmp_path, worker)
