"""What an answer sets for the whole process is its own."""

import decimal
import locale
import os
import random
import sys
import textwrap
import warnings
from pathlib import Path

import numpy as np
import pytest

from d2lcode.grading import expect
from d2lcode.grading.answer import Answer, load

# How to set something, and how to look at it, as an answer would.
KINDS = {
    "errors": ("np.seterr(all='raise')", "np.geterr()"),
    "print": ("np.set_printoptions(precision=3)", "str(np.ones(1) / 3)"),
    "warnings": ("warnings.simplefilter('error')", "str(warnings.filters)"),
    "recursion": ("sys.setrecursionlimit(4321)", "sys.getrecursionlimit()"),
    "folder": ("os.chdir(os.path.dirname(__file__))", "os.getcwd()"),
    "environment": ("os.environ['D2L_MINE'] = '1'", "os.getenv('D2L_MINE')"),
    "unset": ("os.environ.pop('PATH')", "os.getenv('PATH')"),
    "decimal": ("decimal.getcontext().prec = 5", "decimal.getcontext().prec"),
    "another decimal": (
        "decimal.setcontext(decimal.Context(prec=7))",
        "decimal.getcontext().prec",
    ),
    "locale": (
        "locale.setlocale(locale.LC_ALL, 'C.UTF-8')",
        "locale.setlocale(locale.LC_ALL)",
    ),
    "stdout": ("sys.stdout = sys.stderr", "sys.stdout is sys.stderr"),
    "profile": ("sys.setprofile(print_nothing)", "sys.getprofile()"),
    "random": ("random.seed(7)", "random.getstate()"),
    "NumPy's random": ("np.random.seed(7)", "np.random.get_state()[1][0]"),
}
OF_TORCH = {
    "dtype": (
        "torch.set_default_dtype(torch.float64)",
        "torch.get_default_dtype()",
    ),
    "gradients": ("torch.set_grad_enabled(False)", "torch.is_grad_enabled()"),
    "threads": (
        "torch.set_num_threads(torch.get_num_threads() + 1)",
        "torch.get_num_threads()",
    ),
}
OF_PADDLE = {
    "dtype": (
        "paddle.set_default_dtype('float64')",
        "paddle.get_default_dtype()",
    ),
    "gradients": (
        "paddle.set_grad_enabled(False)",
        "paddle.is_grad_enabled()",
    ),
}
MODULES = (decimal, locale, os, random, sys, warnings)
HEAD = (
    "import decimal, locale, os, random, sys, warnings\nimport numpy as np\n"
    "def print_nothing(*event): pass\n"
)


@pytest.fixture
def answer(tmp_path):
    def write(text, head=HEAD):
        path = tmp_path / "mine.py"
        path.write_text(head + textwrap.dedent(text), "utf-8")
        return Answer(path)

    return write


def look(code, **names):
    shared = {module.__name__: module for module in MODULES}
    return eval(code, shared | {"np": np} | names)


def check_both_ways(answer, setting, seen, head=HEAD, **names):
    before = look(seen, **names)
    at_its_top = answer(f"{setting}\ndef f():\n    return {seen}\n", head)
    assert expect(at_its_top.f).value != before
    assert look(seen, **names) == before
    assert expect(at_its_top.f).value != before
    in_a_call = answer(
        f"def f():\n    {setting}\n    return {seen}\n"
        f"def g():\n    return {seen}\n",
        head,
    )
    assert expect(in_a_call.g).value == before
    assert expect(in_a_call.f).value != before
    return before, in_a_call


@pytest.mark.parametrize("kind", KINDS)
def test_a_setting_is_the_answers_alone(answer, kind):
    setting, seen = KINDS[kind]
    state, drawn = random.getstate(), np.random.get_state()
    try:
        before, in_a_call = check_both_ways(answer, setting, seen)
        if "random" not in kind:  # whose calls share one stream
            assert look(seen) == before
            assert expect(in_a_call.g).value != before
    finally:
        random.setstate(state)
        np.random.set_state(drawn)


@pytest.mark.parametrize("kind", OF_TORCH)
def test_a_setting_of_torchs_is_the_answers_alone(answer, kind):
    torch = pytest.importorskip("torch")
    state = torch.get_rng_state()
    head = HEAD + "import torch\n"
    check_both_ways(answer, *OF_TORCH[kind], head, torch=torch)
    torch.set_rng_state(state)


@pytest.mark.parametrize("kind", OF_PADDLE)
def test_a_setting_of_paddles_is_the_answers_alone(answer, kind):
    paddle = pytest.importorskip("paddle")
    state = paddle.get_rng_state()
    head = HEAD + "import paddle\n"
    check_both_ways(answer, *OF_PADDLE[kind], head, paddle=paddle)
    paddle.set_rng_state(state)


def test_a_setting_of_matplotlibs_is_the_answers_alone(answer):
    matplotlib = pytest.importorskip("matplotlib")
    setting = "matplotlib.rcParams['lines.linewidth'] = 7.5"
    seen = "matplotlib.rcParams['lines.linewidth']"
    head = HEAD + "import matplotlib\n"
    check_both_ways(answer, setting, seen, head, matplotlib=matplotlib)


def test_what_the_grader_sets_holds_for_the_answer(answer):
    f = answer("def f(): return np.geterr()['over']").f
    with np.errstate(over="raise"):
        assert expect(f).value == "raise"
    assert expect(f).value == "warn"


def test_a_warning_is_heard_by_the_grader(answer):
    mine = answer("""
        def f():
            warnings.warn("aloud")
        def g():
            warnings.filterwarnings("ignore")
            warnings.warn("silenced")
    """)
    for name, heard in (("f", 1), ("g", 0), ("f", 0)):
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            expect(getattr(mine, name))
        assert len(caught) == heard


def test_an_answer_keeps_its_own_random_numbers(answer):
    np.random.seed(3)
    draw = answer("np.random.seed(7)\ndef f(): return np.random.random()").f
    theirs = [expect(draw).value for _ in range(3)]
    assert np.random.random() == np.random.RandomState(3).random()
    assert theirs == np.random.RandomState(7).random(3).tolist()


def test_what_the_grader_seeds_holds_for_the_answer(answer):
    draw = answer("np.random.seed(7)\ndef f(): return np.random.random()").f
    for seed in (1, 2, 1):
        np.random.seed(seed)
        assert expect(draw).value == np.random.RandomState(seed).random()


def test_calls_draw_from_one_stream(answer):
    draw = answer("def f(): return np.random.random()").f
    np.random.seed(3)
    theirs = [expect(draw).value for _ in range(3)]
    assert theirs == np.random.RandomState(3).random(3).tolist()


@pytest.mark.parametrize("name", ["torch", "paddle"])
def test_a_file_that_seeds_a_framework_leaves_it_as_it_was(answer, name):
    framework = pytest.importorskip(name)
    seed = getattr(framework, {"torch": "manual_seed"}.get(name, "seed"))
    seed(3)
    draw = {"torch": "torch.rand(1)", "paddle": "paddle.rand([1])"}[name]
    wanted = eval(draw, {name: framework}).item()
    seed(3)
    seeds = {"torch": "torch.manual_seed(7)", "paddle": "paddle.seed(7)"}
    _ = answer(f"{seeds[name]}\nf = len", f"import {name}\n").f
    assert eval(draw, {name: framework}).item() == wanted


@pytest.mark.parametrize("name", ["torch", "paddle"])
def test_the_seed_of_a_grader_counts_each_time(answer, name):
    pytest.importorskip(name)
    drawn = {
        "torch": "torch.manual_seed(7)\ndef f(): return torch.rand(1).item()",
        "paddle": "paddle.seed(7)\ndef f(): return paddle.rand([1]).item()",
    }[name]
    mine = answer(drawn, f"import {name}\n")
    mine.backend = name
    values = []
    for _ in range(2):
        mine.framework.set_seed(0)
        values.append([expect(mine.f).value for _ in range(2)])
    assert values[0] == values[1]
    assert values[0][0] != values[0][1]


def test_what_one_answer_sets_is_not_the_next_ones(answer):
    expect(answer("np.seterr(all='raise')\ndef f(): return 1").f)
    assert expect(answer("def f(): return np.geterr()").f).value["over"] != (
        "raise"
    )


def test_settings_are_put_back_after_an_error(answer):
    before = Path.cwd()
    failing = answer("os.chdir('/')\nnp.seterr(all='raise')\n1 / 0")
    with pytest.raises(ZeroDivisionError):
        _ = failing.f
    assert (Path.cwd(), np.geterr()["over"]) == (before, "warn")


def test_a_file_that_is_loaded_again_sets_nothing_either(answer):
    path = answer("np.seterr(all='raise')")._path
    load(path)
    assert np.geterr()["over"] == "warn"


def test_a_trace_function_does_not_see_the_grader(answer):
    mine = answer("""
        seen = []
        def trace(frame, event, argument):
            seen.append(frame.f_code.co_name)
            return trace
        def f():
            sys.settrace(trace)
            return g()
        def g():
            return 1
    """)
    before = sys.gettrace()
    call = expect(mine.f)
    assert sys.gettrace() is before
    call.returns(1)
    assert "g" in mine.seen
    assert not {"returns", "compare", "fail"} & set(mine.seen)


def test_a_call_that_calls_back_stays_in_its_world(answer):
    mine = answer("def f(g):\n    np.seterr(all='raise')\n    return g()")
    assert expect(mine.f, lambda: expect(np.geterr).value["over"]).value == (
        "raise"
    )


def test_the_folder_may_be_gone(answer, tmp_path):
    gone = tmp_path / "gone"
    gone.mkdir()
    mine = answer(f"os.chdir({str(gone)!r})\ndef f(): return 1")
    assert expect(mine.f).value == 1
    gone.rmdir()
    assert expect(mine.f).value == 1
