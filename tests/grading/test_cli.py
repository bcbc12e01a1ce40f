"""The command `d2lcode`, as a reader types it."""

import errno
import json
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from click.testing import CliRunner

from d2lcode import __version__, cli
from d2lcode.grading import needs, state
from d2lcode.grading.catalogue import find_root

ROOT = Path(__file__).parents[2]
GOOD = "def double(x):\n    return 2 * x\n"
BAD = "def double(x):\n    return x * x\n"
GRADER = "tests/exercises/toy/test_double.py"


@pytest.fixture
def run(book, monkeypatch):
    monkeypatch.chdir(book / "exercises" / "toy")

    def d2lcode(*args):
        return CliRunner().invoke(cli.main, args)

    return d2lcode


def test_a_good_answer(run, answer):
    answer(GOOD)
    done = run("check", "toy/double")
    assert done.exit_code == 0
    assert "toy/double · Double" in done.output
    assert "✓ numbers  2/2" in done.output
    assert "████████████████████ 4 of 4 points" in done.output
    assert "Hint" not in done.output


def test_a_bad_answer(run, answer):
    answer(BAD)
    done = run("check", "double")
    assert done.exit_code == 1
    assert "✗ numbers  0/2" in done.output
    assert "Likely mistake: you squared it." in done.output
    assert "Hint 1 of 3: Multiply." in done.output
    assert "1 of 4 points" in done.output


def test_a_mistake_is_explained_once(run, answer):
    answer("def double(x):\n    1 / 0\n")
    done = run("check", "double")
    assert done.output.count("raised a ZeroDivisionError") == 1
    assert done.output.count("The same as above.") == 2
    answer("def double(x:\n")
    done = run("check", "double")
    assert done.output.count("Python cannot read double.py") == 1
    assert done.output.count("The same as above.") == 2


def test_an_answer_that_was_not_begun(run):
    done = run("check", "double")
    assert done.exit_code == 1
    assert "Not begun yet: the task is at the top of double.py." in (
        done.output
    )
    assert "0 of 4 points" in done.output


def test_several_answers_make_a_table(run, answer, book):
    for folder, name in (
        ("exercises/toy", "double.py"),
        ("solutions/toy", "double.py"),
        ("tests/exercises/toy", "test_double.py"),
    ):
        path = book / folder / name
        text = path.read_text("utf-8").replace("double", "twice")
        path.with_name(name.replace("double", "twice")).write_text(
            text, "utf-8"
        )
    answer(BAD)
    done = run("check", "toy")
    assert "✗  toy/double  █████░" in done.output
    assert "numbers: you squared it." in done.output
    assert "·  toy/twice" in done.output
    assert "not begun" in done.output
    assert "1 of 8 points" in done.output
    assert run("check").output == done.output
    assert "I called double(x)" in run("check", "-v").output


def test_a_narrow_table_keeps_its_names_whole(run, answer, book, monkeypatch):
    monkeypatch.setenv("COLUMNS", "80")
    old, new = "double", "double_" + 3 * "and_on_"
    for path in [*book.rglob("double.py"), book.joinpath(GRADER)]:
        text = path.read_text("utf-8").replace(old, new)
        path.with_name(path.name.replace(old, new)).write_text(text, "utf-8")
    answer(BAD)
    done = run("check", "toy")
    assert f"toy/{new}" in done.output
    assert "✗  toy/double " in done.output
    assert max(map(len, done.output.splitlines())) <= 80


@pytest.mark.parametrize("command", ["check", "hint", "reset", "progress"])
def test_an_empty_name_is_no_exercise(run, command):
    done = run(command, "")
    assert done.exit_code == 2
    assert "there is no exercise ''" in done.output


def test_the_current_folder_is_its_topic(run):
    assert "toy/double" in run("check", ".").output


def test_a_folder_that_cannot_be_written_loses_no_result(run, answer, book):
    answer(GOOD)
    (book / ".d2lcode").write_text("not a folder", "utf-8")
    done = run("check", "--json")
    assert done.exit_code == 0
    assert json.loads(done.stdout)["earned"] == 4
    assert len(done.stderr.splitlines()) == 1
    answer(BAD)
    done = run("check")
    assert done.exit_code == 1
    assert "1 of 4 points" in done.output
    assert run("hint", "double").stdout == "Hint 1 of 3: Multiply.\n"
    assert run("progress").exit_code == 0


def test_a_failure_of_the_program_is_not_taken_for_a_wrong_name(
    run, monkeypatch
):
    def broken(*_):
        return ()[0]

    monkeypatch.setattr(state, "next_hint", broken)
    assert isinstance(run("hint", "double").exception, IndexError)


def test_a_file_can_be_named(run, answer):
    answer(GOOD)
    assert run("check", "double.py").exit_code == 0
    assert run("check", "../../solutions/toy/double.py").exit_code == 0
    wrong = "../../tests/exercises/toy/wrong/double__square.py"
    assert "you squared it" in run("check", wrong).output


@pytest.mark.parametrize("command", ["check", "hint", "reset", "watch"])
def test_an_unknown_name_gets_the_closest(run, command):
    done = run(command, "duoble")
    assert done.exit_code == 2
    assert "there is no exercise 'duoble'; close to it: toy/double" in (
        done.output
    )


def test_a_name_like_no_other(run):
    done = run("check", "xyzzy")
    assert done.exit_code == 2
    assert "`d2lcode progress TOPIC` lists those" in done.output


def test_a_topic_is_not_one_exercise_to_hint_at(run, book):
    assert run("hint", "toy").exit_code == 0


def test_reports(run, answer, tmp_path):
    answer(BAD)
    done = run(
        "check",
        "--json",
        f"--junitxml={tmp_path / 'junit.xml'}",
        f"--gradescope={tmp_path / 'results' / 'results.json'}",
    )
    assert done.exit_code == 1
    report = json.loads(done.stdout)
    assert (report["earned"], report["possible"]) == (1, 4)
    assert ET.parse(tmp_path / "junit.xml").getroot().tag == "testsuites"
    scores = json.loads((tmp_path / "results/results.json").read_text())
    assert scores["score"] == 1


def test_a_report_believes_no_record(run, answer, book):
    answer(BAD)
    run("check", "double")
    path = book / ".d2lcode" / "state.json"
    text = path.read_text("utf-8").replace('"earned": 1', '"earned": 4')
    path.write_text(text.replace('"failed"', '"passed"'), "utf-8")
    assert "4 of 4 points" in run("progress").output
    done = run("check", "double", "--json")
    assert done.exit_code == 1
    assert json.loads(done.stdout)["earned"] == 1


@pytest.mark.parametrize("option", ["junitxml", "gradescope"])
def test_a_report_that_cannot_be_written_is_one_sentence(
    run, answer, tmp_path, option
):
    answer(GOOD)
    done = run("check", f"--{option}={tmp_path}")
    assert done.exit_code == 2
    assert "is a directory" in done.output
    path = tmp_path / "pyproject.toml"
    path.write_text("", "utf-8")
    done = run("check", f"--{option}={path / 'report'}")
    assert done.exit_code == 2
    assert "4 of 4 points" in done.stdout
    (line,) = done.stderr.splitlines()
    assert line.startswith(f"Error: {path / 'report'} cannot be written: ")


@pytest.mark.parametrize("seconds", ["nan", "inf", "-1", "0", "1e12"])
def test_a_time_limit_that_is_none_is_refused(run, seconds):
    done = run("check", "double", f"--seconds={seconds}")
    assert done.exit_code == 2
    assert "expected a number from 0.1 to 3600" in done.output


def test_the_time_limit_can_be_set(run, answer):
    answer("while True:\n    pass\n")
    done = run("check", "double", "--seconds", "0.5")
    assert "had not finished after 0.5 seconds" in done.output


def test_hints_go_on(run):
    outputs = [run("hint", "double").output for _ in range(4)]
    assert outputs == [
        "Hint 1 of 3: Multiply.\n",
        "Hint 2 of 3: By two.\n",
        "Hint 3 of 3: 2 * x\n",
        "Hint 3 of 3: 2 * x\n",
    ]


def test_reset_brings_the_starter_back(run, answer, toy, book):
    run("check", "double")
    answer(BAD)
    done = run("reset", "double")
    assert "double.py is the starter again; your version is in" in (
        done.output
    )
    assert "raise NotImplementedError" in toy.starters[""].read_text("utf-8")
    (backup,) = (book / ".d2lcode" / "backups" / "toy").iterdir()
    assert backup.read_text("utf-8") == BAD


def test_reset_without_a_starter_changes_nothing(run, answer):
    path = answer(BAD)
    done = run("reset", "double")
    assert done.exit_code == 2
    assert "the starter of toy/double is neither in git's history" in (
        done.output
    )
    assert path.read_text("utf-8") == BAD


def test_progress(run, answer):
    assert "0 of 1 exercise" in run("progress").output
    answer(GOOD)
    run("check")
    done = run("progress")
    assert "toy" in done.output
    assert "1 of 1 exercise" in done.output
    assert "4 of 4 points" in done.output


def test_a_graded_solution_is_no_progress(run):
    run("check", "../../solutions/toy/double.py")
    assert "0 of 4 points" in run("progress").output


def test_missing_tools_are_named(run, monkeypatch):
    monkeypatch.setattr(
        needs, "find_spec", lambda name: None if name == "psutil" else 1
    )
    done = run("check")
    assert done.exit_code == 1
    assert "need psutil: pip install 'd2lcode[exercises]'" in done.output


def test_notebook_hands_its_options_on(run, monkeypatch):
    import types

    calls = []
    fake = types.ModuleType("d2lcode.notebooks")
    fake.write = lambda *args: calls.append(args) or "lenet.ipynb"
    monkeypatch.setitem(sys.modules, "d2lcode.notebooks", fake)
    done = run("notebook", "cnn/lenet")
    assert (done.exit_code, done.output) == (0, "Wrote lenet.ipynb\n")
    run("notebook", "cnn/lenet", "--backend", "paddle", "--run", "--force")
    assert calls == [
        ("cnn/lenet", "torch", None, False, False),
        ("cnn/lenet", "paddle", None, True, True),
    ]


def test_a_notebook_that_is_there_is_kept(run, monkeypatch, tmp_path):
    monkeypatch.chdir(ROOT)
    path = tmp_path / "mine.ipynb"
    path.write_text("mine", "utf8")
    command = ("notebook", "cnn/lenet", "--output", str(path))
    done = run(*command)
    assert done.exit_code == 2
    assert f"{path} is there already" in done.output.replace("\n", "")
    assert path.read_text("utf8") == "mine"
    assert run(*command, "--force").exit_code == 0
    assert path.read_text("utf8") != "mine"


def test_a_notebook_that_cannot_be_written_is_one_sentence(run, monkeypatch):
    def refused(*_):
        raise PermissionError(errno.EACCES, "Permission denied", "x.ipynb")

    monkeypatch.setattr("d2lcode.notebooks.write", refused)
    done = run("notebook", "cnn/lenet", "--output", "x.ipynb")
    assert done.exit_code == 2
    assert done.output == (
        "Error: x.ipynb cannot be written: Permission denied, x.ipynb\n"
    )


def test_an_unknown_page_is_one_sentence(run, monkeypatch):
    monkeypatch.chdir(ROOT)
    done = run("notebook", "cnn/nope")
    assert done.exit_code == 2
    assert "Error: page 'cnn/nope': expected one of " in done.output


def test_progress_lists_the_exercises_of_a_topic(run, answer):
    answer(GOOD)
    run("check", "double")
    assert "✓ toy/double 4/4 ●○○ 0 min Double" in (
        " ".join(run("progress", "toy").output.split())
    )


def test_version(run):
    assert run("--version").output == f"d2lcode, version {__version__}\n"


def test_the_command_starts_without_heavy_imports():
    code = (
        "import sys; from d2lcode import cli; "
        "heavy = {'numpy', 'torch', 'paddle', 'rich', 'pytest', 'psutil'}; "
        "print(heavy & set(sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        cwd=find_root(),
    )
    assert done.stdout.strip() == "set()"
