"""`pytest` grades answers when they are named, and only then."""

import os
import re
import subprocess
import sys

import pytest

from d2lcode.grading import plugin
from d2lcode.grading.catalogue import find_root

GOOD = "def double(x):\n    return 2 * x\n"
BAD = "def double(x):\n    print('here')\n    return x * x\n"


@pytest.fixture
def run(book):
    (book / "pyproject.toml").write_text(
        "[tool.pytest.ini_options]\n"
        'testpaths = ["tests"]\nnorecursedirs = ["exercises"]\n',
        "utf-8",
    )

    def pytest_(*args):
        env = {k: v for k, v in os.environ.items() if "PYTEST" not in k}
        return subprocess.run(
            [sys.executable, "-m", "pytest", *args],
            cwd=book,
            env=env,
            capture_output=True,
            encoding="utf-8",
            check=False,
            timeout=600,
        )

    return pytest_


@pytest.mark.parametrize(
    "named",
    [
        "exercises/toy/double.py",
        "exercises/toy",
        "exercises",
        "tests/exercises/toy/test_double.py",
    ],
)
def test_a_good_answer_passes_however_it_is_named(run, answer, named):
    answer(GOOD)
    done = run(named)
    assert "3 passed" in done.stdout
    assert "toy/double: 4/4" in done.stdout
    assert "4 of 4 points" in done.stdout
    assert done.returncode == 0


def test_a_folder_that_cannot_be_written_costs_one_line(run, answer, book):
    answer(GOOD)
    (book / ".d2lcode").write_text("not a folder", "utf-8")
    done = run("exercises/toy/double.py")
    assert "3 passed" in done.stdout
    assert done.stdout.count("progress are not remembered") == 1


def test_a_bad_answer_is_told_what_is_wrong(run, answer):
    answer(BAD)
    done = run("exercises/toy/double.py")
    assert "2 failed, 1 passed" in done.stdout
    assert "toy/double: test_numbers" in done.stdout
    assert "Likely mistake: you squared it." in done.stdout
    assert re.search(r"printed call -+\nhere", done.stdout)
    assert "Hint 1 of 3: Multiply." in done.stdout
    assert "Traceback" not in done.stdout
    assert done.returncode == 1


def test_one_test_can_be_chosen(run, answer):
    answer(BAD)
    done = run("exercises/toy/double.py", "-k", "zero")
    assert "1 passed, 2 deselected" in done.stdout


def test_solutions_and_wrong_answers_can_be_graded_too(run):
    assert "3 passed" in run("solutions/toy/double.py").stdout
    wrong = run("tests/exercises/toy/wrong/double__square.py").stdout
    assert "you squared it" in wrong


def test_two_peoples_files_are_two_answers(run, book):
    files = []
    for name, text in (("alice", GOOD), ("bob", BAD)):
        path = book / name / "toy" / "double.py"
        path.parent.mkdir(parents=True)
        path.write_text(text, "utf-8")
        files.append(f"{name}/toy/double.py")
    done = run(*files)
    assert "2 failed, 4 passed" in done.stdout
    assert "toy/double (alice/toy/double.py): 4/4" in done.stdout
    assert "toy/double (bob/toy/double.py): 1/4" in done.stdout
    assert "5 of 8 points" in done.stdout
    assert done.returncode == 1


def test_without_arguments_no_answer_is_graded(run, book):
    (book / "tests" / "test_own.py").write_text(
        "def test_own(): pass\n", "utf-8"
    )
    done = run()
    assert "1 passed" in done.stdout
    assert "points" not in done.stdout


def test_an_untouched_starter_fails(run):
    done = run("exercises/toy/double.py")
    assert "3 failed" in done.stdout
    assert "Not begun yet" in done.stdout


def test_places(book):
    root = book
    assert plugin.is_answer(root / "exercises/toy/double.py")
    assert plugin.is_answer(root / "solutions/toy/double.py")
    assert plugin.is_answer(root / "tests/exercises/toy/wrong/double__x.py")
    assert plugin.is_grader(root / "tests/exercises/toy/test_double.py")
    for path in ("exercises/toy/notes.txt", "tests/test_own.py", "setup.py"):
        assert not plugin.is_answer(root / path)
        assert not plugin.is_grader(root / path)


def test_what_was_handed_in_is_known_by_its_grader(book):
    for name in ("double.py", "double_torch.py", "double__late.py"):
        assert plugin.is_handed_in(book / "alice" / "toy" / name)
    for path in ("alice/toy/triple.py", "tests/toy/double.py", "double.py"):
        assert not plugin.is_handed_in(book / path)


def test_a_folder_of_that_name_elsewhere_is_left_alone(tmp_path):
    path = tmp_path / "exercises" / "week1" / "sum.py"
    path.parent.mkdir(parents=True)
    assert not plugin.is_answer(path)


def test_the_plugin_imports_nothing_until_needed():
    code = (
        "import sys; before = set(sys.modules); "
        "import d2lcode.grading.plugin; "
        "print(*(set(sys.modules) - before))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        cwd=find_root(),
    )
    heavy = {"numpy", "pytest", "psutil", "rich", "ast", "hypothesis"}
    assert not heavy & set(done.stdout.split())
