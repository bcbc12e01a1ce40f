"""How an answer was written: loops and forbidden names are found."""

import math
import sys
import textwrap

import pytest

from d2lcode.grading import AnswerError, forbid_loops, forbid_names
from d2lcode.grading.answer import Answer

LOOPS = {
    "a for loop": """
        for v in x:
            print(v)
        """,
    "a while loop": """
        while x:
            x = x[1:]
        """,
    "a comprehension": "return sum(v > 0 for v in x)",
    "a loop in map": "return list(map(abs, x))",
    "a loop in vectorize": "return np.vectorize(abs)(x)",
    "a loop in nditer": "return list(np.nditer(x))",
    "a loop in starmap": "return list(starmap(min, zip(x, x)))",
    "a loop in reduce": "return reduce(min, x)",
    "a loop in accumulate": "return list(accumulate(x))",
}
HEAD = (
    "import numpy as np; from functools import reduce; "
    "from itertools import accumulate, starmap"
)
KINDS = [
    "[v for v in x]",
    "{v for v in x}",
    "{v: 1 for v in x}",
    "list(v for v in x)",
]


@pytest.fixture
def function(tmp_path):
    def write(body, head=HEAD):
        lines = textwrap.indent(textwrap.dedent(body).strip(), "    ")
        path = tmp_path / "mine.py"
        path.write_text(f"{head}\n\n\ndef f(x):\n{lines}\n", "utf-8")
        return Answer(path).f

    return write


@pytest.mark.parametrize("what", LOOPS)
def test_a_loop_is_found_and_named(function, what):
    with pytest.raises(AnswerError) as caught:
        forbid_loops(function(LOOPS[what]))
    assert f"There is {what} in line 5 of mine.py." in str(caught.value)
    assert "without loops" in str(caught.value)


@pytest.mark.parametrize("code", KINDS)
def test_every_comprehension_is_a_loop(function, code):
    with pytest.raises(AnswerError, match="a comprehension in line 5"):
        forbid_loops(function(f"return {code}"))


def test_the_first_of_two_loops_is_named(function):
    body = "y = np.nditer(x)\nfor v in y:\n    pass"
    with pytest.raises(AnswerError, match="a loop in nditer in line 5"):
        forbid_loops(function(body))


def test_a_loop_in_a_helper_counts(function):
    head = "def g(x):\n    return [v for v in x]"
    with pytest.raises(AnswerError, match="a comprehension in line 2"):
        forbid_loops(function("return g(x)", head))


@pytest.mark.parametrize(
    "body",
    [
        "return (x > 0).sum()",
        "return np.add.reduce(x)",
        "map = x > 0\nreturn map.sum()",
        "return np.minimum.accumulate(x)",
        "reduce = np.add.reduce\nreturn x.reduce(x)",
        "return sum(v.sum() for v in (x, x))",
        "return [v.sum() for v in [x, x]]",
        "for v in (x, x):\n    v = v + 1\nreturn v",
        "return [a @ b for a, b in zip((x, x), (x, x))]",
        "return [i for i, v in enumerate([x, x])]",
        "return list(map(np.sum, (x, x)))",
        "both = x, x\nreturn tuple(v.sum() for v in both)",
        "a, b = (v.sum() for v in x)\nreturn a + b",
        "both = t.autograd.grad(x, (x, x))\nreturn [np.sum(g) for g in both]",
        "def g(*both):\n    return [v.sum() for v in both]\nreturn g(x, x)",
        "def g(*a):\n    return np.dot(*(v + 1 for v in a))\nreturn g(x, x)",
        "def g(*a):\n    return np.dot(*map(np.exp, a))\nreturn g(x, x)",
        '"""Without a for loop."""',
    ],
)
def test_no_loop_is_no_fault(function, body):
    forbid_loops(function(body))


@pytest.mark.parametrize(
    "code",
    [
        "return [v for v in (*x,)]",
        "both = x, x\nboth = x\nreturn [v for v in both]",
        "return [v for v in zip(x, x)]",
        "a, *b = [v for v in x]",
        "a, b = [v for r in x for v in r]",
        "def g(*a):\n    return [v for v in a]\nreturn g(*x)",
        "def g(*a):\n    return [v for v in a]\nreturn g(*[v for v in x])",
        "def g(*a):\n    return [v for r in a for v in r]\nreturn g(x)",
        "def g(*a):\n    a = x\n    return [v for v in a]\nreturn g(x)",
        "import itertools as it\nreturn list(it.accumulate(x))",
        "from functools import reduce as r\nreturn r(min, x)",
        "import functools\nreturn functools.reduce(min, x)",
    ],
)
def test_what_only_looks_fixed_is_a_loop(function, code):
    with pytest.raises(AnswerError, match="There is a"):
        forbid_loops(function(code))


@pytest.fixture
def answer(tmp_path):
    """The module of a file that is written out here."""

    def write(text, name="mine"):
        path = tmp_path / f"{name}.py"
        path.write_text(textwrap.dedent(text), "utf-8")
        return Answer(path)

    return write


MAIN = """
    import numpy as np

    def f(x):
        return np.exp(x)

    {test}
        for v in (f(np.ones(3))):
            print(v - np.tanh(1.0))
    {rest}
"""


@pytest.mark.parametrize(
    "test", ['if __name__ == "__main__":', "if '__main__' == __name__:"]
)
def test_what_runs_only_by_itself_is_not_the_answer(answer, test):
    f = answer(MAIN.format(test=test, rest="")).f
    forbid_loops(f)
    forbid_names(f, "tanh", "build it.")


def test_what_runs_otherwise_is(answer):
    rest = "else:\n        g = np.tanh"
    f = answer(MAIN.format(test='if __name__ == "__main__":', rest=rest)).f
    with pytest.raises(AnswerError, match="uses tanh"):
        forbid_names(f, "tanh", "build it.")
    f = answer(MAIN.format(test='if __name__ != "__main__":', rest="")).f
    with pytest.raises(AnswerError, match="a for loop in line 8"):
        forbid_loops(f)


WRAPPED = """
    import functools
    import numpy as np

    class Counted:
        def __init__(self, function):
            self.function = function

        def __call__(self, x):
            return self.function(x)

        def method(self, x):
            return self.function(x)

    def plain(x):
        return np.exp(x)

    class Layer:
        def forward(self, x):
            return plain(x)

    instance = Counted(plain)
    decorated = functools.wraps(plain)(Counted(plain))
    cached = functools.lru_cache(plain)
    partial = functools.partial(functools.partial(plain))
    bound = instance.method
    function = lambda x: plain(x)
    layer = Layer
"""
CALLABLES = [
    *("instance", "decorated", "cached", "partial", "bound", "function"),
    *("layer", "plain"),
]


@pytest.mark.parametrize("name", CALLABLES)
def test_whatever_can_be_called_is_read(answer, name):
    f = getattr(answer(WRAPPED), name)
    forbid_loops(f)
    forbid_names(f, "tanh", "build it.")
    f = getattr(answer(WRAPPED + "\n    all([v for v in 'a'])"), name)
    with pytest.raises(AnswerError, match=r"comprehension in line 30 of mine"):
        forbid_loops(f)


READY = """
    import math
    import numpy as np
    import statistics
    from functools import partial
    ufunc = np.tanh
    builtin = math.tanh
    library = statistics.mean
    given = partial(np.tanh)
    kind = dict
    method = "a".upper
    wrapped = np.sum
"""


@pytest.mark.parametrize(
    "name",
    ["ufunc", "builtin", "library", "given", "kind", "method", "wrapped"],
)
def test_what_was_not_written_is_ready_made(answer, name):
    f = getattr(answer(READY), name)
    for look in (forbid_loops, lambda f: forbid_names(f, "tanh", "no")):
        with pytest.raises(AnswerError, match="a ready-made function"):
            look(f)


VECTORIZED = """
    import numpy as np
    def one(x):
        return x
    f = np.{name}({given})
"""


@pytest.mark.parametrize(
    ("name", "given_"), [("vectorize", "one"), ("frompyfunc", "one, 1, 1")]
)
def test_what_numpy_makes_of_a_function_is_a_loop(answer, name, given_):
    f = answer(VECTORIZED.format(name=name, given=given_)).f
    with pytest.raises(AnswerError, match=f"a loop in {name} in line 5"):
        forbid_loops(f)


IN_A_TEXT = """
    {run}(
        {text}
    )
"""


@pytest.mark.parametrize("run", ["exec", "eval(compile", "exec(compile"])
def test_a_loop_in_a_text_is_found(answer, run):
    text = repr("\ndef f(x):\n    return [v for v in x]")
    rest = ", 'a', 'exec')" if "(" in run else ""
    f = answer(IN_A_TEXT.format(run=run, text=text + rest)).f
    with pytest.raises(
        AnswerError, match=r"a comprehension in line \d of mine"
    ):
        forbid_loops(f)


def test_what_stands_in_no_file_cannot_be_read(answer):
    f = answer("""
        TEXT = "def f(x):" + "return x"
        exec(TEXT)
    """).f
    for look in (forbid_loops, lambda f: forbid_names(f, "tanh", "no")):
        with pytest.raises(AnswerError, match="How f is written cannot be"):
            look(f)
    forbid_loops(answer("exec('def f(x): return x')").f)


HELPER = """
    import numpy as np

    def unused(x):
        return [v for v in x]

    def inner(x):
        return {inner}

    def helps(x):
        return inner(x)
"""
USES = [
    "import {n}\ndef f(x):\n    return {n}.helps(x)\n",
    "from {n} import helps\ndef f(x):\n    return helps(x)\n",
    "from {n} import helps as h\ndef f(x):\n    return h(x)\n",
    "from {n} import helps as f\n",
]


@pytest.mark.parametrize("use", USES)
def test_a_helper_in_a_file_of_ones_own_is_read(answer, use, monkeypatch):
    name = f"helper_{abs(hash(use))}"
    monkeypatch.syspath_prepend(
        answer(HELPER.format(inner="[v for v in x]"), name)._path.parent
    )
    f = answer(use.format(n=name)).f
    assert f([1]) == [1]
    with pytest.raises(AnswerError, match=f"in line 8 of {name}.py"):
        forbid_loops(f)
    monkeypatch.delitem(sys.modules, name)


@pytest.mark.parametrize("use", USES)
def test_what_is_not_used_of_a_helper_is_no_fault(answer, use, monkeypatch):
    name = f"fair_{abs(hash(use))}"
    monkeypatch.syspath_prepend(
        answer(HELPER.format(inner="np.exp(x)"), name)._path.parent
    )
    f = answer(use.format(n=name)).f
    forbid_loops(f)
    with pytest.raises(AnswerError, match=f"Line 8 of {name}.py uses exp"):
        forbid_names(f, "exp", "no.")
    monkeypatch.delitem(sys.modules, name)


def test_a_variable_may_have_a_forbidden_name(function):
    body = "cosh = np.exp(x)\ndef sinh(tanh):\n    return tanh\nreturn cosh"
    forbid_names(function(body), ("cosh", "sinh", "tanh"), "build it.")
    with pytest.raises(AnswerError, match=r"Line 5 of mine\.py uses cosh"):
        forbid_names(function("cosh = np.cosh\nreturn cosh(x)"), "cosh", "no")


def test_a_file_with_a_byte_order_mark_is_read(tmp_path):
    path = tmp_path / "mine.py"
    path.write_bytes(b"\xef\xbb\xbfdef f(x):\r\n    return [v for v in x]\r\n")
    with pytest.raises(AnswerError, match="in line 2"):
        forbid_loops(Answer(path).f)


@pytest.mark.parametrize(
    ("head", "body", "line"),
    [
        ("import numpy as np", "return np.tanh(x)", 5),
        ("from math import tanh", "return tanh(x)", 1),
        ("from math import tanh as t", "return t(x)", 1),
    ],
)
def test_a_forbidden_name_is_found(function, head, body, line):
    with pytest.raises(AnswerError) as caught:
        forbid_names(function(body, head), "tanh", "build it.")
    assert str(caught.value) == f"Line {line} of mine.py uses tanh; build it."


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ("import os.path as p", "return p.join(x)"),
        ("from os.path import join as j", "return j(x)"),
    ],
)
def test_a_forbidden_module_is_found(function, head, body):
    with pytest.raises(AnswerError, match="uses path; no"):
        forbid_names(function(body, head), "path", "no")


@pytest.mark.parametrize(
    "head", ["from math import tanh", "import math as tanh"]
)
def test_what_only_a_demonstration_uses_is_no_fault(tmp_path, head):
    path = tmp_path / "mine.py"
    main = "if __name__ == '__main__':\n    print(f(1) - tanh)"
    path.write_text(f"{head}\ndef f(x):\n    return x\n{main}\n", "utf-8")
    forbid_names(Answer(path).f, "tanh", "build it.")


def test_one_of_several_names_is_found(function):
    with pytest.raises(AnswerError, match="uses cosh; no"):
        forbid_names(function("return np.cosh(x)"), ("sinh", "cosh"), "no")


@pytest.mark.parametrize(
    "body", ["return np.exp(x)", "tanh_curve = x", '"tanh"']
)
def test_other_names_are_no_fault(function, body):
    forbid_names(function(body), "tanh", "build it.")


def test_a_ready_made_function_is_refused():
    with pytest.raises(AnswerError, match="ready-made"):
        forbid_names(math.tanh, "tanh", "build it.")
    with pytest.raises(AnswerError, match="ready-made"):
        forbid_loops(math.tanh)


@pytest.mark.parametrize("wrap", ["partial", "hushed"])
def test_a_wrapped_function_is_read_in_its_own_file(tmp_path, wrap):
    path = tmp_path / "mine.py"
    path.write_text(
        "from functools import partial\nimport numpy as np\n"
        'hushed = np.errstate(all="ignore")\n'
        f"def f(x):\n    return [v for v in x]\nf = {wrap}(f)\n",
        "utf-8",
    )
    with pytest.raises(AnswerError, match="a comprehension in line 5"):
        forbid_loops(Answer(path).f)
