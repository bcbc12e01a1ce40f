"""Reports for other programs hold what their formats ask for."""

import json
from xml.etree import ElementTree as ET

import pytest

from d2lcode.grading import reports
from d2lcode.grading.results import (
    FAILED,
    NOT_RUN,
    PASSED,
    UNSOLVED,
    Outcome,
    Result,
    best,
    total,
)

GOOD = Result(
    "mnist/softmax",
    "",
    "softmax.py",
    (Outcome("test_a", 2, PASSED, "", 0.25, "hello"),),
    1.5,
)
BAD = Result(
    "cnn/lenet",
    "torch",
    "lenet_torch.py",
    (
        Outcome("test_a", 1, PASSED),
        Outcome("test_b_c", 3, FAILED, "It <returned>\n\x1b[1m \x00"),
        Outcome("test_d", 1, NOT_RUN, "Not run."),
    ),
    2.0,
)
OTHER = Result(
    "cnn/lenet",
    "paddle",
    "lenet_paddle.py",
    tuple(Outcome(o.test, o.worth, UNSOLVED, "No.") for o in BAD.outcomes),
)
ALL = [GOOD, OTHER, BAD]


def test_status_and_points():
    assert (GOOD.status, GOOD.earned, GOOD.possible) == (PASSED, 2, 2)
    assert (BAD.status, BAD.earned, BAD.possible) == (FAILED, 1, 5)
    assert (OTHER.status, OTHER.earned, OTHER.possible) == (UNSOLVED, 0, 5)
    assert BAD.outcomes[1].label == "b c"


def test_either_backend_earns_the_points_and_not_both():
    assert best(ALL) == [GOOD, BAD]
    assert total(ALL) == (3, 7)


def test_json_holds_everything():
    report = json.loads(reports.as_json(ALL))
    assert (report["version"], report["earned"]) == (1, 3)
    assert report["possible"] == 7
    assert [r["exercise"] for r in report["results"]] == [
        "mnist/softmax",
        "cnn/lenet",
        "cnn/lenet",
    ]
    assert report["results"][0]["outcomes"][0] == {
        "test": "test_a",
        "worth": 2,
        "status": "passed",
        "message": "",
        "seconds": 0.25,
        "printed": "hello",
    }


def test_junit_is_well_formed():
    top = ET.fromstring(reports.as_junit(ALL))
    assert top.tag == "testsuites"
    assert [s.get("name") for s in top] == [
        "mnist/softmax",
        "cnn/lenet_paddle",
        "cnn/lenet_torch",
    ]
    suite = top[2]
    assert (suite.get("tests"), suite.get("failures")) == ("3", "2")
    cases = suite.findall("testcase")
    assert cases[0].find("failure") is None
    failure = cases[1].find("failure")
    assert failure.get("message") == "It <returned>"
    assert failure.text == "It <returned>\n�[1m �"
    assert cases[1].get("classname") == "cnn.lenet_torch"
    assert top[0][0].find("system-out").text == "hello"
    assert float(suite.get("time")) == 2.0


# https://gradescope-autograders.readthedocs.io/en/latest/specs/
TOP = {
    "score": int,
    "execution_time": int,
    "output_format": str,
    "visibility": str,
    "tests": list,
}
TEST = {
    "name": str,
    "number": str,
    "score": int,
    "max_score": int,
    "status": str,
    "output": str,
    "output_format": str,
    "visibility": str,
}


def test_gradescope_holds_its_fields():
    report = json.loads(reports.as_gradescope(ALL))
    assert {k: type(v) for k, v in report.items()} == TOP
    for test in report["tests"]:
        assert {k: type(v) for k, v in test.items()} == TEST
        assert test["status"] in ("passed", "failed")
        assert 0 <= test["score"] <= test["max_score"]
        assert test["output_format"] in ("text", "html", "simple_format", "md")
        assert test["visibility"] == "visible"
    assert report["score"] == sum(t["score"] for t in report["tests"]) == 3
    assert report["tests"][0]["output"] == "Printed:\nhello"
    assert report["tests"][2]["number"] == "2.2"


@pytest.mark.parametrize("kind", ["junitxml", "gradescope"])
def test_a_report_makes_its_folder(tmp_path, kind):
    path = tmp_path / "new" / "report"
    reports.write(path, kind, ALL)
    assert path.read_text("utf-8") == reports.FORMATS[kind](ALL)
