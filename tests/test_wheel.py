"""What a reader installs: the wheel alone, without a clone or the book."""

import os
import re
import shutil
import subprocess
import sys
import zipfile
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import pytest

from d2lcode.grading.catalogue import find

ROOT = Path(__file__).parents[1]
# What the wheel is made from; `right` and `wrong` answers stay at home.
SOURCES = ("d2lcode", "exercises", "tests/exercises")
FILES = ("pyproject.toml", "setup.py", "README.md", "LICENSE", "LICENSE-TEXT")
EXERCISE = "regression/normalise"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    """The wheel, built once from a copy, so that nothing is left here."""
    copy = tmp_path_factory.mktemp("copy")
    for name in SOURCES:
        junk = shutil.ignore_patterns("__pycache__")
        shutil.copytree(ROOT / name, copy / name, ignore=junk)
    for name in FILES:
        shutil.copyfile(ROOT / name, copy / name)
    target = tmp_path_factory.mktemp("wheel")
    pip = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps"]
    done = subprocess.run(
        [*pip, *isolation(), "-w", str(target), str(copy)],
        cwd=copy,
        capture_output=True,
        encoding="utf8",
    )
    assert done.returncode == 0, done.stdout + done.stderr
    (made,) = target.glob("*.whl")
    return made


def isolation():
    """Build with the setuptools that is here, if it is new enough."""
    try:
        here = int(version("setuptools").partition(".")[0])
    except PackageNotFoundError:
        here = 0
    return ["--no-build-isolation"] if here >= 77 else []


@pytest.fixture(scope="module")
def installed(wheel, tmp_path_factory):
    """A folder into which the wheel was unpacked."""
    place = tmp_path_factory.mktemp("installed")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(place)
    return place


@pytest.fixture(scope="module")
def run(installed, tmp_path_factory):
    """Runs Python, somewhere, where d2lcode is what the wheel holds."""
    away = tmp_path_factory.mktemp("away")
    kept = {k: v for k, v in os.environ.items() if "PYTEST" not in k}
    home = {"D2LCODE_HOME": str(away / "home"), "PYTHONUTF8": "1"}

    def python(*arguments, cwd=away):
        return subprocess.run(
            [sys.executable, *map(str, arguments)],
            cwd=cwd,
            env={**kept, **home, "PYTHONPATH": str(installed)},
            capture_output=True,
            encoding="utf8",
        )

    return python


@pytest.fixture(scope="module")
def folder(run, tmp_path_factory):
    """What `d2lcode init` made, in a place with spaces and Chinese."""
    place = tmp_path_factory.mktemp("my 深度学习 exercises") / "a folder"
    done = run("-m", "d2lcode", "init", place)
    assert done.returncode == 0, done.stderr
    return place


def answer(folder):
    return folder / "exercises" / f"{EXERCISE}.py"


def test_it_is_the_wheel_that_is_tried(run, installed):
    done = run("-c", "import d2lcode; print(d2lcode.__file__)")
    assert Path(done.stdout.strip()).is_relative_to(installed)


def test_the_wheel_holds_starters_and_graders_and_no_solution(installed):
    book = installed / "d2lcode" / "_book"
    for exercise in find(ROOT).values():
        for path in (*exercise.starters.values(), exercise.grader):
            copied = book / path.relative_to(ROOT)
            assert copied.read_bytes() == path.read_bytes()
    names = {p.name for p in installed.rglob("*") if p.is_dir()}
    assert not names & {"solutions", "wrong", "right", "__pycache__"}


def test_no_requirement_replaces_a_framework_that_is_there(installed):
    (info,) = installed.glob("*.dist-info")
    lines = (info / "METADATA").read_text("utf8").splitlines()
    needs = [x for x in lines if x.startswith("Requires-Dist: ")]
    frameworks = [
        x for x in needs if re.search(r": (torch|paddlepaddle)\b", x)
    ]
    assert len(frameworks) == 2
    assert all(re.search(r'extra == "(torch|paddle)"', x) for x in frameworks)
    assert [x for x in needs if 'extra == "exercises"' in x]


def test_an_answer_is_graded_and_counted(run, folder):
    shutil.copyfile(ROOT / "solutions" / f"{EXERCISE}.py", answer(folder))
    done = run("-m", "d2lcode", "check", EXERCISE, cwd=folder)
    assert re.search(r"\b(\d+) of \1 points", done.stdout)
    assert str(answer(folder)) in done.stdout.replace("\n", "")
    done = run("-m", "d2lcode", "progress", "regression", cwd=folder)
    assert re.search(r"regression/normalise +(\d+)/\1 ", done.stdout)
    assert "6/6" not in run("-m", "d2lcode", "progress", "regression").stdout


def test_hint_and_reset_need_no_git(run, folder):
    done = run("-m", "d2lcode", "hint", "mnist/softmax", cwd=folder)
    assert done.stdout.startswith("Hint 1 of")
    answer(folder).write_text("mine = 1\n", "utf8")
    done = run("-m", "d2lcode", "reset", EXERCISE, cwd=folder)
    assert "is the starter again; your version is in" in done.stdout
    given = ROOT / "exercises" / f"{EXERCISE}.py"
    assert answer(folder).read_bytes() == given.read_bytes()


def test_pytest_grades_there(run, folder):
    path = folder / "exercises" / "mnist" / "softmax.py"
    shutil.copyfile(ROOT / "solutions" / "mnist" / "softmax.py", path)
    done = run("-m", "pytest", "exercises/mnist/softmax.py", cwd=folder)
    assert "mnist/softmax: 9/9" in done.stdout


def test_elsewhere_it_says_how_to_begin(run):
    done = run("-m", "d2lcode", "check", EXERCISE)
    assert done.returncode == 2
    assert "`d2lcode init FOLDER` makes a folder of them" in done.stderr
