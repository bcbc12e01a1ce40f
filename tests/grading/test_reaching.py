"""Answers that train: what is said of one that does not reach enough."""

import pytest

from d2lcode.grading import AnswerError, reaches


def shares(*reached):
    """A run that reaches these, one after the other, and notes its cases."""
    seen, left = [], list(reached)

    def run(case):
        seen.append(case)
        return left.pop(0)

    return run, seen


def test_what_reaches_enough_each_time_is_right():
    run, seen = shares(0.9, 0.95, 1.0)
    reaches(run, ["seed 0", "seed 1", "seed 2"], least=0.9, guess=0.5)
    assert seen == ["seed 0", "seed 1", "seed 2"]


def test_a_miss_says_what_was_reached_expected_and_guessed():
    run, _ = shares(0.42)
    with pytest.raises(AnswerError) as refusal:
        reaches(
            run,
            ["20 blocks and seed 1"],
            least=0.9,
            guess=0.5,
            what="of 600 new points",
        )
    said = str(refusal.value)
    assert "I trained your answer with 20 blocks and seed 1." in said
    assert "It reached 42% of 600 new points" in said
    assert "at least 90%, and guessing gets 50%." in said
    assert "Likely mistake" not in said


def test_the_first_miss_ends_it():
    run, seen = shares(0.95, 0.2)
    with pytest.raises(AnswerError, match="with seed 1"):
        reaches(run, ["seed 0", "seed 1", "seed 2"], least=0.9, guess=0.5)
    assert seen == ["seed 0", "seed 1"]


def test_the_likely_mistake_is_asked_for_only_after_a_miss():
    asked = []

    def why(case):
        asked.append(case)
        return "it never moved."

    run, _ = shares(0.95, 0.2)
    with pytest.raises(AnswerError, match="Likely mistake: it never moved"):
        reaches(run, [0, 1], least=0.9, guess=0.5, why=why)
    assert asked == [1]


def test_what_is_no_number_has_reached_nothing():
    run, _ = shares(float("nan"))
    with pytest.raises(AnswerError, match="It reached nan"):
        reaches(run, [0], least=0.1, guess=0.5)
