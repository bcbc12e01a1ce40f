"""Several answers to one exercise: each is told, and each counts."""

import json
from xml.etree import ElementTree as ET

import pytest
from click.testing import CliRunner

from d2lcode import cli
from d2lcode.grading import reports
from d2lcode.grading.results import (
    FAILED,
    PASSED,
    Outcome,
    Result,
    best,
    labels,
    total,
)

GOOD = "def double(x):\n    return 2 * x\n"
BAD = "def double(x):\n    return x * x\n"


def result(answer, status, variant="", exercise="cnn/lenet"):
    outcomes = (Outcome("test_a", 2, status),)
    return Result(exercise, variant, answer, outcomes)


ALICE = [
    result("/in/alice/cnn/lenet_torch.py", FAILED, "torch"),
    result("/in/alice/cnn/lenet_paddle.py", PASSED, "paddle"),
]
BOB = [result("/in/bob/cnn/lenet_torch.py", FAILED, "torch")]


def test_two_variants_of_one_person_earn_once():
    assert best(ALICE) == [ALICE[1]]
    assert total(ALICE) == (2, 2)
    assert labels(ALICE) == ["cnn/lenet"] * 2


def test_two_people_are_two_answers():
    assert best([*BOB, *ALICE]) == [BOB[0], ALICE[1]]
    assert total([*BOB, *ALICE]) == (2, 4)
    assert labels([*BOB, *ALICE]) == [
        "cnn/lenet (bob/cnn/lenet_torch.py)",
        "cnn/lenet (alice/cnn/lenet_torch.py)",
        "cnn/lenet (alice/cnn/lenet_paddle.py)",
    ]


def test_files_with_names_of_their_own_are_answers_of_their_own():
    files = [
        result(f"wrong/lenet_torch__{slug}.py", FAILED, "torch")
        for slug in "ab"
    ]
    assert best(files) == files


def test_files_that_share_no_folder_are_named_whole():
    files = [result(f"{top}/cnn/lenet.py", PASSED) for top in ("a", "/b")]
    assert labels(files) == [
        "cnn/lenet (a/cnn/lenet.py)",
        "cnn/lenet (/b/cnn/lenet.py)",
    ]


@pytest.fixture
def people(book):
    """The files of two people in the book's folder; bob's is wrong."""
    for name, text in (("alice", GOOD), ("bob", BAD)):
        path = book / name / "toy" / "double.py"
        path.parent.mkdir(parents=True)
        path.write_text(text, "utf-8")
    return book


@pytest.fixture
def check(people, monkeypatch):
    monkeypatch.chdir(people)

    def run(*options, names=("bob", "alice")):
        files = [f"{name}/toy/double.py" for name in names]
        return CliRunner().invoke(cli.main, ["check", *files, *options])

    return run


def test_the_table_and_the_exit_code_tell_of_all(check):
    done = check()
    assert done.exit_code == 1
    assert "✗  toy/double (bob/toy/double.py)" in done.stdout
    assert "✓  toy/double (alice/toy/double.py)" in done.stdout
    assert "5 of 8 points" in done.stdout
    assert check(names=["alice"]).exit_code == 0


def test_reports_tell_of_all(check, people):
    done = check("--json", "--junitxml=j.xml", "--gradescope=g.json")
    assert done.exit_code == 1
    report = json.loads(done.stdout)
    assert (report["earned"], report["possible"]) == (5, 8)
    status = {r["answer"]: r["status"] for r in report["results"]}
    assert status == {
        str(people / "bob/toy/double.py"): "failed",
        str(people / "alice/toy/double.py"): "passed",
    }
    suites = ET.parse(people / "j.xml").getroot()
    assert [(s.get("name"), s.get("failures")) for s in suites] == [
        ("toy/double (bob/toy/double.py)", "2"),
        ("toy/double (alice/toy/double.py)", "0"),
    ]
    names = {case.get("classname") for case in suites.iter("testcase")}
    assert len(names) == 2
    scores = json.loads((people / "g.json").read_text("utf-8"))
    assert scores["score"] == 5
    assert len({test["name"] for test in scores["tests"]}) == 6


def test_what_others_handed_in_is_not_the_readers_progress(check, people):
    check()
    state = json.loads((people / ".d2lcode/state.json").read_text("utf-8"))
    assert state["grades"] == {}


def test_a_variant_is_named_before_the_file():
    text = reports.as_junit([*ALICE, *BOB])
    assert [suite.get("name") for suite in ET.fromstring(text)] == [
        "cnn/lenet_torch (alice/cnn/lenet_torch.py)",
        "cnn/lenet_paddle (alice/cnn/lenet_paddle.py)",
        "cnn/lenet_torch (bob/cnn/lenet_torch.py)",
    ]
