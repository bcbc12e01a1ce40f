"""Whatever an answer does, it gets one sentence, and no other suffers."""

import os
import shutil
import subprocess
import sys

import psutil
import pytest

from d2lcode.grading import runner
from d2lcode.grading.catalogue import find
from d2lcode.grading.process import GB, Limits, Worker
from d2lcode.grading.results import FAILED, NOT_RUN, PASSED, UNSOLVED

# A busy machine takes its time. What is to be stopped by its time limit is
# stopped by `limit_when`; the seconds then say when its place is noted.
PATIENT = Limits(seconds=300.0)
STOPPED = Limits(seconds=0.5)


@pytest.fixture
def grade(toy, answer, warm):
    def run(text, limits=PATIENT):
        path = answer(text)
        return runner.grade(toy, "", path, limits=limits, worker=warm())

    return run


@pytest.fixture
def stop_at(warm, toy, limit_when):
    """Let the time be over once the answer was seen in one of its lines."""

    def line(*numbers):
        path = toy.starters[""]
        places = [f'File "{path}", line {n}' for n in numbers]

        def seen():
            printed = warm().printed.peek()
            return any(place in printed for place in places)

        limit_when(seen)

    return line


def body(*lines):
    """An answer that is right for 0 and does something else otherwise."""
    rest = "\n    ".join(lines)
    return f"def double(x):\n    if x == 0:\n        return 0\n    {rest}\n"


BAD = {
    "exit": (
        body("import sys", "sys.exit(3)"),
        "Your code ended the program with exit(), in line 5 of double.py",
    ),
    "keyboard interrupt": (
        body("raise KeyboardInterrupt"),
        "Your code raised KeyboardInterrupt, in line 4 of double.py",
    ),
    "recursion": (
        body("return double(x) + double(x)"),
        "Your code calls itself without end, in line 4 of double.py",
    ),
    "input": (
        body("return 2 * int(input())"),
        "waits for something to be typed, in line 4 of double.py",
    ),
    "stdin": (
        body("import sys", "return sys.stdin.read()"),
        "waits for something to be typed, in line 5 of double.py",
    ),
    "error": (
        body("return {}[x]"),
        "Your code raised a KeyError: 1\n"
        "It was in line 4 of double.py:\n    return {}[x]",
    ),
    "assertion": (
        body("assert x > 5, 'too small'"),
        "Your code raised an AssertionError: too small",
    ),
    "many numbers": (
        body("import numpy", "return 2 if numpy.ones(2) > x else 2 * x"),
        "`if` asks one question, and here are many numbers.",
    ),
    "one number": (
        body("import math, numpy", "return math.exp(numpy.ones(2))"),
        "Functions of `math` take one number; those of NumPy",
    ),
    "broadcast": (
        body("import numpy", "return numpy.ones(2) + numpy.ones(3)"),
        "aligned at the right, two lengths must be equal",
    ),
    "debugger": (
        body("breakpoint()", "return 2 * x"),
        "Your code stops for a debugger, with breakpoint() or pdb, in line",
    ),
    "skip": (
        body("import pytest", "pytest.skip('not today')"),
        "Your code had the test skipped or ended, in line 5 of double.py",
    ),
    "expected failure": (
        body("import pytest", "pytest.xfail('not today')"),
        "Your code had the test skipped or ended, in line 5 of double.py",
    ),
    "end of all tests": (
        body("import pytest", "pytest.exit('enough')"),
        "Your code had the test skipped or ended, in line 5 of double.py",
    ),
    "assumption": (
        body("import hypothesis", "hypothesis.assume(False)"),
        "by UnsatisfiedAssumption. What is not tested earns nothing",
    ),
    "cached array": (
        body(
            "import functools, numpy",
            "return functools.lru_cache(len)(numpy.ones(2))",
        ),
        "may. Leave the cache away.",
    ),
    "none": (body("2 * x"), "It returned None. Does every path end"),
    "type": (body("return [2 * x]"), "It returned a list; expected one"),
    "text": (body("return str(2 * x)"), "It returned '2', a str; expected"),
    "bool": (body("return True"), "It returned True, a bool; expected an"),
    "float": (body("return 2.0 * x"), "Is there a / that should be //?"),
    "mistake": (
        body("return x * x"),
        "I called double(x) with\n    x = 1\n"
        "It returned 1; expected was 2.\nLikely mistake: you squared it.",
    ),
}


@pytest.mark.parametrize(("text", "sentence"), BAD.values(), ids=list(BAD))
def test_a_failing_call_fails_alone(grade, text, sentence):
    result = grade(text)
    assert result.outcome("test_zero").status == PASSED
    failed = result.outcome("test_numbers")
    assert failed.status == FAILED
    assert sentence in failed.message
    assert result.outcome("test_negative").status == FAILED
    assert (result.earned, result.possible) == (1, 4)


CACHED = """
import functools
import numpy as np

@functools.lru_cache
def double(x):
    return 2 * x
"""


def test_a_cache_over_arrays_is_not_blamed_on_the_grader(toy, book, answer):
    grader = toy.grader.read_text("utf-8").replace(
        "expect(answer.double, 0).returns(0)",
        "import numpy\n    expect(answer.double, numpy.ones(2))",
    )
    toy.grader.write_text(grader, "utf-8")
    message = (
        runner.grade(toy, "", answer(CACHED)).outcome("test_zero").message
    )
    assert "Your code raised a TypeError: unhashable type" in message
    assert "Leave the cache away" in message
    assert "grader" not in message


CRASHES = {
    "hard exit": (
        body("import os", "os._exit(7)"),
        "ended the whole process with exit code 7",
    ),
    "quiet exit": (
        body("import os", "os._exit(0)"),
        "ended the whole process with exit code 0",
    ),
    "endless loop": (
        body("while True:", "    x += 1"),
        "had not finished after 0.5 seconds (it was in line ",
    ),
    "sleep": (
        body("import time", "time.sleep(6000)"),
        "(it was in line 5 of double.py), so it was stopped",
    ),
    "too much print": (
        body("while True:", "    print('hello ' * 1000)"),
        "printed more than 1,000,000 characters, so it was stopped",
    ),
}


@pytest.mark.parametrize(
    ("text", "sentence"), CRASHES.values(), ids=list(CRASHES)
)
def test_a_crash_keeps_what_was_finished(grade, stop_at, text, sentence):
    stop_at(4, 5)
    result = grade(text, STOPPED)
    assert result.outcome("test_zero").status == PASSED
    assert result.outcome("test_numbers").status == FAILED
    assert sentence in result.outcome("test_numbers").message
    late = result.outcome("test_negative")
    assert late.status == NOT_RUN
    assert "already been stopped" in late.message
    assert result.earned == 1


@pytest.mark.skipif(os.name != "posix", reason="signals are POSIX's")
def test_a_segmentation_fault_is_named(grade):
    result = grade(body("import ctypes", "ctypes.string_at(0)"))
    message = result.outcome("test_numbers").message
    assert "crashed the Python interpreter itself, SIGSEGV" in message
    assert "it was in line 5 of double.py" in message
    assert result.outcome("test_zero").status == PASSED


def test_twenty_gigabytes_are_refused(grade):
    result = grade("import numpy as np\n" + body("return np.ones(20 * 2**27)"))
    message = result.outcome("test_numbers").message
    assert "memory" in message
    assert "asked for more" in message or "took more" in message


def test_memory_that_grows_is_stopped(grade):
    text = body("kept = []", "while True:", "    kept.append(bytes(10**7))")
    text = text.replace("bytes(10**7)", "bytearray(b'x') * 10**7")
    result = grade(text, Limits(seconds=300, memory=GB // 4))
    message = result.outcome("test_numbers").message
    assert "took more than 0.25 GB of memory" in message


def test_children_are_ended_with_their_parent(grade, tmp_path, limit_when):
    mark = tmp_path / "child"
    code = (
        "import os, time, pathlib;"
        f"mark = pathlib.Path({str(mark)!r});"
        "mark.with_suffix('.new').write_text(str(os.getpid()));"
        "mark.with_suffix('.new').replace(mark);"
        "time.sleep(6000)"
    )
    limit_when(mark.exists)
    result = grade(
        body(
            "import subprocess, sys",
            f"subprocess.run([sys.executable, '-c', {code!r}])",
        )
    )
    message = result.outcome("test_numbers").message
    assert "had not finished" in message
    assert "It had begun processes of its own" in message
    assert_gone(int(mark.read_text()))


def assert_gone(pid):
    """Wait for a process to end, which may take while on a busy machine."""
    try:
        process = psutil.Process(pid)
        if process.status() != psutil.STATUS_ZOMBIE:
            process.wait(300)
    except psutil.NoSuchProcess:
        pass


@pytest.mark.skipif(not hasattr(os, "fork"), reason="forks are POSIX's")
def test_a_fork_that_comes_back_is_not_graded_twice(grade):
    result = grade("import os\n" + body("os.fork()", "return 2 * x"))
    assert result.status == PASSED
    assert result.earned == result.possible


@pytest.mark.skipif(not hasattr(os, "fork"), reason="forks are POSIX's")
def test_many_forks_are_told_by_their_number(grade):
    lines = "import os, time", "for _ in range(5):", "    os.fork()"
    few = Limits(seconds=300, processes=20)
    result = grade(body(*lines, "time.sleep(6000)"), few)
    message = result.outcome("test_numbers").message
    assert message.startswith("Your code began more than 20 processes")


BROKEN = {
    "syntax": ("def double(x)\n", "Python cannot read double.py: expected"),
    "quoted line": ("def double(x)\n", "in line 1:\n    def double(x)"),
    "indentation": ("def double(x):\nreturn 1\n", "Python cannot read"),
    "import": (
        "import surely_not_installed\n",
        "An import failed, in line 1 of double.py: No module named",
    ),
    "exit on import": ("exit()\n", "ended the program with exit(), in line"),
    "renamed": ("def dubble(x): return 2 * x\n", "double.py has no `double`"),
    "parameters": (
        "def double(): return 2\n",
        "double cannot be called as the task says: too many positional",
    ),
    "not a function": ("double = 3\n", "int"),
    "empty": ("", "double.py has no `double`"),
}


@pytest.mark.parametrize(
    ("text", "sentence"), BROKEN.values(), ids=list(BROKEN)
)
def test_a_file_that_cannot_be_used_fails_throughout(grade, text, sentence):
    result = grade(text)
    assert result.earned == 0
    for outcome in result.outcomes:
        assert outcome.status == FAILED
        assert sentence in outcome.message


def test_bytes_that_are_no_text_fail_with_a_sentence(toy, warm):
    path = toy.starters[""]
    path.write_bytes(b"x = '\xff\xfe'\n")
    result = runner.grade(toy, "", path, limits=PATIENT, worker=warm())
    assert "Python cannot read double.py" in result.outcomes[0].message


@pytest.mark.parametrize(
    ("text", "reason"),
    [(b"x = 1\0\n", "null bytes"), (b"# coding: utf-9\n", "utf-9")],
)
def test_no_line_is_named_where_none_is_known(toy, warm, text, reason):
    path = toy.starters[""]
    path.write_bytes(text)
    result = runner.grade(toy, "", path, limits=PATIENT, worker=warm())
    message = result.outcomes[0].message
    assert "Python cannot read double.py" in message
    assert reason in message
    assert "in line None" not in message
    assert "in line 0" not in message


def test_an_answer_is_compiled_as_python_alone_would(grade):
    result = grade("def double(x: Undefined):\n    return 2 * x\n")
    assert "name 'Undefined' is not defined" in result.outcomes[0].message


@pytest.mark.parametrize("name", ["a [1]", "a::b", "深 度", "-k"])
def test_a_folder_may_have_any_name(book, tmp_path, name):
    if os.name == "nt" and ":" in name:
        pytest.skip("Windows forbids it")
    root = tmp_path / name
    for folder in ("exercises", "solutions", "tests"):
        shutil.copytree(book / folder, root / folder)
    toy = find(root)["toy/double"]
    task = toy, "", toy.solutions[""]
    with Worker(root) as worker:
        result = runner.grade(*task, limits=PATIENT, worker=worker)
        assert result.status == PASSED
        result = runner.grade(*task, only="test_zero", worker=worker)
    assert [o.status for o in result.outcomes] == [PASSED]


def test_a_loop_on_import_is_stopped(grade, stop_at):
    stop_at(1, 2)
    result = grade("while True:\n    pass\n", STOPPED)
    assert "had not finished" in result.outcome("test_zero").message
    assert result.outcome("test_numbers").status == NOT_RUN


def test_a_missing_file_says_how_to_get_it_back(toy):
    toy.starters[""].unlink()
    result = runner.grade(toy, "", toy.starters[""])
    assert "`d2lcode reset` brings the starter back" in (
        result.outcomes[0].message
    )


def test_a_starter_is_unsolved(toy, warm):
    task = toy, "", toy.starters[""]
    result = runner.grade(*task, limits=PATIENT, worker=warm())
    assert result.status == UNSOLVED
    assert "Not written yet: `double` in double.py, line 11" in (
        result.outcomes[0].message
    )


def test_what_is_printed_comes_with_its_test(grade):
    result = grade("def double(x):\n    print('got', x)\n    return 2 * x\n")
    assert result.status == PASSED
    assert result.outcome("test_zero").printed == "got 0"
    assert result.outcome("test_numbers").printed.split("\n")[0] == "got 1"


def test_a_print_without_a_line_end_comes_too(grade):
    text = "def double(x):\n    print('got', x, end='')\n    return 2 * x\n"
    result = grade(text)
    assert all(o.printed.startswith("got") for o in result.outcomes)


def test_much_print_below_the_limit_is_cut(grade):
    text = "def double(x):\n    print('y' * 90_000)\n    return 2 * x\n"
    result = grade(text)
    assert result.status == PASSED
    printed = result.outcome("test_zero").printed
    assert len(printed) < 5000
    assert "cut here, of 90,000 characters" in printed


def test_the_neighbours_of_a_bad_answer_are_graded(toy, answer, book):
    good = toy.solutions[""]
    bad = answer(body("import os", "os._exit(1)"))
    tasks = [(toy, "", good), (toy, "", bad), (toy, "", good)]
    results = runner.grade_all(tasks, limits=PATIENT)
    assert [r.status for r in results] == [PASSED, FAILED, PASSED]


def test_a_backend_that_is_missing_is_told_with_its_command(toy, monkeypatch):
    monkeypatch.setattr(runner, "available", lambda variant: False)
    result = runner.grade(toy, "paddle", toy.starters[""])
    assert "double.py needs PaddlePaddle, which is not installed here: " in (
        result.outcomes[0].message
    )
    assert "pip install paddlepaddle" in result.outcomes[0].message


def test_a_worker_dies_with_its_parent(book, tmp_path):
    code = (
        "import os, sys;"
        "from pathlib import Path;"
        "from d2lcode.grading.process import Worker;"
        "w = Worker(Path(sys.argv[1])); w.wait_until_ready();"
        "print(w.process.pid, flush=True); os._exit(0)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(book)],
        capture_output=True,
        text=True,
        check=True,
        timeout=600,
    )
    assert_gone(int(done.stdout))
