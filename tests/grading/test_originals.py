"""An answer that replaces what judges it is told, and judged all the same."""

import hypothesis
import numpy as np
import pytest

from d2lcode.grading import AnswerError, originals, runner
from d2lcode.grading.answer import Answer
from d2lcode.grading.results import FAILED

CHEATS = {
    "numpy.allclose": "import numpy as np; np.allclose = lambda *a, **k: True",
    "numpy.linalg.norm": "import numpy.linalg as l; l.norm = len",
    "math.isclose": "import math; math.isclose = lambda *a, **k: True",
    "builtins.isinstance": "import builtins; builtins.isinstance = callable",
    "builtins.all": "import builtins; builtins.all = lambda v: True",
    "d2lcode.grading.checks.compare": (
        "from d2lcode.grading import checks; checks.compare = min"
    ),
    "d2lcode.grading.checks.Call.require": (
        "from d2lcode.grading import checks; checks.Call.require = min"
    ),
    "d2lcode.grading.originals.replaced": (
        "from d2lcode.grading import originals; originals.replaced = list"
    ),
    "pytest.raises": "import pytest; pytest.raises = pytest.fail",
    "hypothesis.given": "import hypothesis; hypothesis.given = len",
    "hypothesis.settings": (
        "import hypothesis\n"
        "hypothesis.settings.register_profile('one', max_examples=1)\n"
        "hypothesis.settings.load_profile('one')"
    ),
}


# In a process of its own: without `isinstance` no thread here is safe.
@pytest.mark.parametrize("name", CHEATS)
def test_what_an_answer_replaces_is_told(name, toy, answer):
    path = answer(f"{CHEATS[name]}\n\n\ndef double(x):\n    return 2 * x\n")
    result = runner.grade(toy, "", path)
    assert result.earned == 0
    assert f"Your code replaced {name}" in result.outcomes[0].message


def test_what_was_replaced_is_put_back_where_loading_fails(tmp_path):
    path = tmp_path / "mine.py"
    path.write_text("import numpy as np\nnp.allclose = 1 / 0\n", "utf-8")
    kept = np.allclose
    with pytest.raises(ZeroDivisionError):
        _ = Answer(path).f
    path.write_text("import numpy as np\nnp.allclose = min\n1 / 0\n", "utf-8")
    with pytest.raises(AnswerError, match=r"Your code replaced numpy\.all"):
        _ = Answer(path).f
    assert np.allclose is kept


def test_an_answer_that_replaces_nothing_is_not_told(tmp_path):
    path = tmp_path / "mine.py"
    path.write_text("import numpy as np\nnp.mine = abs\nf = abs\n", "utf-8")
    assert Answer(path).f is abs
    del np.mine


def test_several_are_counted():
    kept = np.allclose, np.isclose
    originals.note()
    np.allclose = np.isclose = min
    with pytest.raises(AnswerError, match="and 1 more, which the grading"):
        originals.require_originals()
    assert (np.allclose, np.isclose) == kept


def test_the_profile_of_hypothesis_is_put_back():
    originals.note()
    before = hypothesis.settings.default
    hypothesis.settings.register_profile("two", max_examples=2)
    hypothesis.settings.load_profile("two")
    assert originals.replaced() == ["hypothesis.settings"]
    assert hypothesis.settings.default == before


LATE = """
def double(x):
    from d2lcode.grading import checks
    {cheat}
    return -7
"""


@pytest.mark.parametrize(
    ("cheat", "said"),
    [
        ("checks.compare = lambda *a, **k: ''", "replaced d2lcode.grading.ch"),
        ("checks.Call.returns = lambda *a, **k: None", "Your code replaced"),
        (
            "import sys; sys.modules['__main__'].Recorder._verdict = "
            "lambda self, call: ('passed', '')",
            "Your code replaced __main__.Recorder._verdict",
        ),
    ],
)
def test_what_is_replaced_in_a_call_fails_its_test(toy, answer, cheat, said):
    result = runner.grade(toy, "", answer(LATE.format(cheat=cheat)))
    assert result.earned == 0
    assert {o.status for o in result.outcomes} == {FAILED}
    assert said in result.outcomes[0].message
