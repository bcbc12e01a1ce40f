"""What is closed to an answer, and what stays open to it and the grader."""

import json
import warnings
from pathlib import Path

import pytest

from d2lcode.grading import guard, runner, worker
from d2lcode.grading.answer import Answer
from d2lcode.grading.process import Job, heard
from d2lcode.grading.results import FAILED, PASSED

GOOD = "def double(x):\n    return 2 * x\n"
GRADER = "tests/exercises/toy/test_double.py"


@pytest.fixture
def grade(book, toy, answer):
    """Grade a text in a worker whose current folder is the book's."""

    def run(text):
        return runner.grade(toy, "", answer(text))

    return run


def first(result):
    return result.outcomes[0].message


CLOSED = {
    "a solution": "X = open('solutions/toy/double.py').read()",
    "its module": "from solutions.toy.double import double",
    "a grader": f"X = open({GRADER!r}, 'rb').read()",
    "os.open": f"import os\nX = os.open({GRADER!r}, 0)",
    "the listing": "import os\nX = os.listdir('solutions/toy')",
    "another folder": "import os\nos.chdir('solutions')",
    "linecache": f"import linecache\nassert linecache.getline({GRADER!r}, 1)",
    "a command": (
        "import subprocess\nsubprocess.run(['cat', 'solutions/toy/double.py'])"
    ),
    "a shell": "import os\nos.system('cat solutions/toy/double.py>x')",
    "a text that runs": "exec(\"open('solutions/toy/double.py')\")",
    "a grader changed": f"open({GRADER!r}, 'a')",
    "a grader gone": f"import os\nos.remove({GRADER!r})",
    "the record": "open('.d2lcode/state.json', 'w')",
    "the package": (
        "import d2lcode.grading.checks as c\nopen(c.__file__, 'a')"
    ),
    "the stack": "import sys\nX = sys._getframe(1)",
    "all objects": "import gc\nX = gc.get_objects()",
    "a trace": "import sys\nsys.settrace(lambda *_: None)",
}


@pytest.mark.parametrize("lines", CLOSED.values(), ids=list(CLOSED))
def test_what_is_closed_is_refused_and_nothing_earned(book, toy, grade, lines):
    (book / ".d2lcode").mkdir()
    before = toy.grader.read_bytes()
    result = grade(f"{lines}\n{GOOD}")
    assert result.earned == 0, result
    if "linecache" not in lines:  # it makes nothing of a refusal
        assert "closed to an answer while it is graded" in first(result)
    assert toy.grader.read_bytes() == before
    assert not (book / ".d2lcode" / "state.json").exists()


OPEN = {
    "its own file": "X = open(__file__).read()",
    "a figure in the current folder": "open('figure.png', 'w').close()",
    "a temporary file": (
        "import tempfile\nwith tempfile.TemporaryFile() as f: f.write(b'x')"
    ),
    "warnings": "import warnings\nwarnings.warn('careful', stacklevel=4)",
    "a named tuple": (
        "from collections import namedtuple\nP = namedtuple('P', 'a b')"
    ),
    "a process": (
        "import subprocess, sys\n"
        "subprocess.run([sys.executable, '-c', 'pass'], check=True)"
    ),
}


def test_what_an_answer_may_do_stays_open(book, grade):
    result = grade("\n".join([*OPEN.values(), GOOD]))
    assert result.status == PASSED, first(result)


@pytest.mark.parametrize("place", ["solutions", "tests/exercises"])
def test_a_solution_and_a_wrong_answer_may_read_their_own_folder(toy, place):
    path = toy.solutions[""] if place == "solutions" else toy.wrong[0].path
    path.with_name("notes.txt").write_text("x", "utf-8")
    path.write_text(
        "from pathlib import Path\n"
        "X = Path(__file__).with_name('notes.txt').read_text()\n" + GOOD,
        "utf-8",
    )
    assert runner.grade(toy, "", path).status == PASSED


def test_an_answer_that_changes_the_grader_earns_nothing(toy, grade, book):
    text = (
        "from d2lcode.grading import checks\n"
        "checks.require = lambda *_: None\n" + GOOD
    )
    result = grade(text)
    assert result.earned == 0
    assert "replaced d2lcode.grading.checks.require, which" in first(result)


def test_no_other_answer_meets_a_changed_grader(toy, answer, warm):
    patch = (
        "import sys\n"
        "kind = sys.modules['__main__'].Recorder\n"
        "kind._verdict = lambda *_: ('passed', '')\n"
    )
    used = warm()
    bad = runner.grade(toy, "", answer(patch + GOOD), worker=used)
    assert "Recorder._verdict" in first(bad)
    assert not used.alive
    good = runner.grade(toy, "", toy.solutions[""], worker=warm())
    assert good.status == PASSED


FORGED = (
    "import json, os\n"
    "for test in 'test_zero', 'test_numbers', 'test_negative':\n"
    "    for kind in 'start', 'test', 'end':\n"
    "        event = dict(event=kind, test=test, status='passed',\n"
    "                     message='', seconds=0, token='', spoiled=False)\n"
    "        for number in range(1, 64):\n"
    "            try:\n"
    "                os.write(number, json.dumps(event).encode() + b'\\n')\n"
    "            except OSError:\n"
    "                pass\n"
)


@pytest.mark.parametrize("end", ["os._exit(0)\n", "os.write(4, b'{')\n"])
def test_an_event_without_the_token_is_not_believed(grade, end):
    result = grade(f"{FORGED}\n{end}def double(x):\n    return 7\n")
    assert result.earned == 0
    assert all(o.status != PASSED for o in result.outcomes)
    assert result.outcomes[0].status == FAILED


def test_a_token_is_used_once(toy):
    jobs = [Job(toy.grader, toy.solutions[""]) for _ in range(2)]
    assert jobs[0].token != jobs[1].token
    assert json.loads(jobs[0].line())["token"] == jobs[0].token


@pytest.mark.parametrize("line", [b"hello\n", b"[1]\n", b"{}", b"\xff", b"3"])
def test_what_is_no_event_is_not_heard(line):
    assert heard(line) is None


def test_pytest_finds_nothing_to_deprecate(toy, tmp_path, monkeypatch):
    """A fixture declared as pytest 10 refuses would show as an error."""
    told = []
    job = {
        "grader": str(toy.grader),
        "answer": str(toy.solutions[""]),
        "only": "",
    }
    plugin = worker.handing_out(Answer(toy.solutions[""]))
    path = Path(job["answer"])
    recorder = worker.Recorder(path, lambda **event: told.append(event))
    monkeypatch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")
    with warnings.catch_warnings():
        warnings.simplefilter("error", pytest.PytestWarning)
        pytest.main(worker.arguments(job), plugins=[plugin, recorder])
    found = [e["message"] for e in told if e["event"] == "test"]
    assert found == [""] * 5


def test_breakpoint_ends_as_a_debugger_that_was_quit(monkeypatch, grade):
    result = grade("def double(x):\n    breakpoint()\n    return 2 * x\n")
    assert "line 2 of double.py" in first(result)
    assert "Pdb" not in result.outcomes[0].printed
    monkeypatch.setenv("PYTHONBREAKPOINT", "0")
    result = grade("def double(x):\n    breakpoint()\n    return 2 * x\n")
    assert result.status == PASSED


def test_a_shell_that_sets_python_up_changes_no_grading(monkeypatch, grade):
    for name, value in [
        ("PYTHONOPTIMIZE", "2"),
        ("PYTHONINSPECT", "1"),
        ("PYTHONIOENCODING", "ascii"),
        ("PYTHONWARNINGS", "error"),
    ]:
        monkeypatch.setenv(name, value)
    text = "def double(x):\n    assert x > 5\n    print('深')\n"
    assert "raised an AssertionError" in first(grade(text))
    result = grade("print('深')\n" + GOOD)
    assert result.status == PASSED
    assert result.outcomes[0].printed == "深"


def test_a_path_on_another_drive_is_written_whole(monkeypatch):
    def refused(path):
        raise ValueError("path is on mount 'D:', start on mount 'C:'")

    assert guard.near(str(Path.cwd() / "a")) == "a"
    monkeypatch.setattr(guard.os.path, "relpath", refused)
    assert guard.near("D:/a") == "D:/a"
