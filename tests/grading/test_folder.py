"""`d2lcode init`: a folder of exercises, whose graders stay in the package."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from d2lcode import cli
from d2lcode.grading import folder, places, runner, starters, state
from d2lcode.grading.catalogue import find, find_root
from d2lcode.grading.places import CatalogueError

SOLVED = "def double(x):\n    return 2 * x\n"


@pytest.fixture
def package(book, monkeypatch):
    """The toy book, as the one that the installed package brings along."""
    monkeypatch.setattr(places, "shipped", lambda: book)
    monkeypatch.setattr(folder, "shipped", lambda: book)
    return book


@pytest.fixture
def made(package, tmp_path):
    """A folder that was made from it, with a name that is no plain word."""
    place = tmp_path / "my [first] 练习"
    folder.make(place)
    return place


def init(*args):
    return CliRunner().invoke(cli.main, ["init", *map(str, args)])


def test_it_holds_the_starters_and_what_marks_it(made, package):
    files = {p.relative_to(made).as_posix() for p in made.rglob("*.*")}
    starter = "exercises/toy/double.py"
    assert files == {starter, "README.md", "d2lcode.toml", "pytest.ini"}
    assert (made / starter).read_bytes() == (package / starter).read_bytes()


def test_it_is_found_from_below_and_asks_the_package(made, package):
    assert find_root(made / "exercises" / "toy") == made
    exercise = find(made)["toy/double"]
    assert exercise.home == made
    assert exercise.starters[""] == made / "exercises" / "toy" / "double.py"
    assert exercise.grader.is_relative_to(package / "tests")
    assert exercise.statement


def test_an_answer_in_it_is_graded_and_remembered_there(made, monkeypatch):
    (made / "exercises/toy/double.py").write_text(SOLVED, "utf8")
    monkeypatch.chdir(made / "exercises")
    done = CliRunner().invoke(cli.main, ["check", "double"])
    assert done.exit_code == 0
    assert "4 of 4 points" in done.output
    assert state.load(made)["grades"]["toy/double"]["earned"] == 4


def test_hints_and_progress_are_the_folders(made, monkeypatch):
    monkeypatch.chdir(made)
    said = CliRunner().invoke(cli.main, ["hint", "double"]).output
    assert said == "Hint 1 of 3: Multiply.\n"
    assert state.load(made)["hints"] == {"toy/double": 1}
    said = CliRunner().invoke(cli.main, ["progress"]).output
    assert "0 of 1 exercise" in said


def test_reset_brings_the_packages_starter_back(made, package):
    exercise = find(made)["toy/double"]
    starters.keep(made, exercise)
    assert not (made / ".d2lcode").exists()
    given = exercise.starters[""].read_text("utf8")
    exercise.starters[""].write_text(SOLVED, "utf8")
    backup = starters.reset(made, exercise, "")
    assert backup.read_text("utf8") == SOLVED
    assert exercise.starters[""].read_text("utf8") == given


def test_pytest_grades_an_answer_in_it(tmp_path):
    """A real folder, since pytest runs in a process of its own."""
    folder.make(tmp_path / "real", ["mnist"])
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "exercises/mnist"],
        cwd=tmp_path / "real",
        capture_output=True,
        encoding="utf8",
    )
    assert "mnist/softmax: 0/9" in done.stdout
    assert "Not begun yet: the task is at the top of softmax.py" in done.stdout


def test_made_again_it_gets_what_is_new_and_keeps_the_rest(made, package):
    answer = made / "exercises/toy/double.py"
    answer.write_text(SOLVED, "utf8")
    (made / "README.md").write_text("my notes", "utf8")
    assert "Nothing new" in init(made).output
    for place in ("exercises/toy/double.py", "solutions/toy/double.py"):
        new = package / place.replace("double", "triple")
        new.write_bytes((package / place).read_bytes())
    grader = package / "tests/exercises/toy/test_double.py"
    grader.with_name("test_triple.py").write_bytes(grader.read_bytes())
    assert "Added 1 exercise" in init(made).output
    assert (made / "exercises/toy/triple.py").is_file()
    assert answer.read_text("utf8") == SOLVED
    assert (made / "README.md").read_text("utf8") == "my notes"


def test_one_topic_makes_a_folder_of_that_topic(tmp_path, monkeypatch):
    place = tmp_path / "mine"
    done = init(place, "--topic", "mnist")
    assert done.exit_code == 0
    assert {p.name for p in (place / "exercises").iterdir()} == {"mnist"}
    assert {e.topic for e in find(place).values()} == {"mnist"}
    assert init(place, "--topic", "cnn").exit_code == 0
    assert {e.topic for e in find(place).values()} == {"cnn", "mnist"}


def test_what_is_in_the_way_is_named_and_stays(package, tmp_path):
    place = tmp_path / "mine"
    for name in ("README.md", "exercises/toy/double.py"):
        (place / name).parent.mkdir(parents=True, exist_ok=True)
        (place / name).write_text("mine", "utf8")
    done = init(place)
    assert done.exit_code == 2
    answer = os.path.join("exercises", "toy", "double.py")  # noqa: PTH118
    assert f"holds {answer}, README.md: nothing was written" in done.output
    assert len([*place.rglob("*.*")]) == 2
    assert (place / "README.md").read_text("utf8") == "mine"


def test_a_folder_with_other_things_in_it_will_do(package, tmp_path):
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "notes.txt").write_text("mine", "utf8")
    assert init(tmp_path / "mine").exit_code == 0


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("file", "is a file: name a folder"),
        (".", "is the book's own folder"),
        ("mine --topic toi", "expected one of toy; close to it: toy"),
    ],
)
def test_an_impossible_request_is_refused(
    package, tmp_path, monkeypatch, name, says
):
    (tmp_path / "file").write_text("", "utf8")
    monkeypatch.chdir(package)
    before = sorted(tmp_path.rglob("*"))
    done = init(*name.split())
    assert done.exit_code == 2
    assert says in done.output
    assert sorted(tmp_path.rglob("*")) == before


def test_a_folder_that_was_interrupted_can_be_finished(made):
    (made / "exercises/toy/double.py").unlink()
    assert "Added 1 exercise" in init(made).output


def test_without_any_folder_it_says_how_to_make_one(tmp_path, monkeypatch):
    monkeypatch.setattr(places, "is_root", lambda folder: False)
    monkeypatch.setenv("D2LCODE_HOME", str(tmp_path / "home"))
    with pytest.raises(CatalogueError, match=r"`d2lcode init FOLDER`"):
        places.find_root(tmp_path)
    assert places.home(tmp_path) == tmp_path / "home"
    assert len(find(places.home(tmp_path))) == len(find(places.shipped()))


def test_the_readme_names_commands_and_exercises_that_there_are():
    text = folder.FRAME["README.md"]
    exercises = find(places.shipped())
    for command in re.findall(r"d2lcode (\w+)", text.split("```")[1]):
        assert command in cli.main.commands
    for name in re.findall(r"\b\w+/\w+(?= )", text.split("```")[1]):
        assert name in exercises


def test_a_page_is_taken_away_from_a_clone_only(made, monkeypatch):
    monkeypatch.chdir(made)
    done = CliRunner().invoke(cli.main, ["notebook", "cnn/lenet"])
    assert done.exit_code == 2
    assert "notebooks are written from a clone of the book" in done.output


def test_a_worker_runs_where_the_reader_is(made, monkeypatch):
    seen = []

    class StopError(Exception):
        pass

    def worker(root, modules):
        seen.append(Path(root))
        raise StopError

    monkeypatch.setattr(runner, "Worker", worker)
    exercise = find(made)["toy/double"]
    with pytest.raises(StopError):
        runner.grade(exercise, "", exercise.starters[""])
    assert seen == [made]
