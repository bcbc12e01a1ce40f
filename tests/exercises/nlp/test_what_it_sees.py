from collections.abc import Mapping

from d2lcode.grading import AnswerError, chosen, points
from d2lcode.grading.choices import tidy
from d2lcode.grading.plain import is_number

TRAINS = "masks and positions, by changing a run"
HINTS = [
    "`Backwards(places=False)` is the run without the table; the page has it.",
    "For a mask, write `torch.tensor(np.where(causal_mask(16), 0, "
    '-np.inf), dtype=torch.float32)`, or `paddle.to_tensor(…, "float32")`, '
    "once, and give it to the layer in `forward`.",
    "With a window of w, a place sees those that lie less than w back: "
    "`causal_mask(16) & ~np.tri(16, k=-w, dtype=bool)`. How far back is the "
    "letter that a question mark needs?",
    "`(guess == y_test).mean(axis=0)` gives the share for each letter.",
]


def share(answers, question, low, high, known):
    """Check a share that a run gives, which differs from run to run.

    Args:
        answers: the reader's.
        question: a key of them.
        low: the least that a right run gives, with a margin.
        high: the most.
        known: what to say of other shares: (from, to) → a sentence.
    """
    middle = (low + high) / 2
    value = given(answers, question, middle)
    if low <= value <= high:
        return
    why = [said for (a, b), said in known.items() if a <= value <= b]
    if 100 * low <= value <= 100 * high and value > 1:
        why = [f"As a share that is {value / 100:g}."]
    raise AnswerError(
        f"{question!r}: you answered {value:g}. "
        + (why[0] if why else "A run as on the page gives something else.")
    )


def given(answers, question, example):
    """The answer as a number; anything else is refused."""
    if not isinstance(answers, Mapping) or question not in answers:
        chosen(answers, question, example, {})
    value = tidy(answers[question])
    if not is_number(value) or isinstance(value, complex):
        chosen(answers, question, example, {})
    return float(value)


@points(1)
def test_without_the_table_of_places(answer):
    share(
        answer.ANSWERS,
        "no table",
        0.17,
        0.27,
        {
            (0.95, 1.0): "That is the run with the table.",
            (0.12, 0.13): "1/8 would be any letter of the word; some words "
            "have a letter twice. Run it.",
            (0.0, 0.06): "1/26 would be pure chance. It sees the letters, if "
            "not their order.",
        },
    )


@points(1)
def test_with_a_causal_mask(answer):
    share(
        answer.ANSWERS,
        "causal",
        0.98,
        1.0,
        {
            (0.0, 0.3): "The letters stand before the question marks: what a "
            "question mark needs, it sees. Is your mask turned round?",
            (0.4, 0.6): "Every letter stands before every question mark. Is "
            "there a window in your mask?",
        },
    )


@points(2)
def test_with_a_window_of_eight(answer):
    share(
        answer.ANSWERS,
        "window",
        0.49,
        0.57,
        {
            (0.95, 1.0): "The first question mark sees the letter that it "
            "needs. The last one needs the first letter, which is out of its "
            "sight.",
            (0.25, 0.33): "That is a window of 5 or 4.",
            (0.38, 0.45): "The window is narrower than 8: the place itself "
            "and 7 before it.",
            (0.6, 0.75): "The window is wider than 8: the place itself and 7 "
            "before it.",
        },
    )


@points(1)
def test_letters_with_a_window_of_five(answer):
    chosen(
        answer.ANSWERS,
        "letters",
        2,
        {
            4: "That is a window of 8. The letters that are needed lie 1, 3, "
            "5, … places back, and 5 places are the place itself and 4 more.",
            5: "The letters that are needed lie 1, 3, 5, … places back.",
            3: "Reaching 5 places back needs a window of 6: the place itself "
            "counts.",
            1: "The letters that are needed lie 1, 3, 5, … places back, and "
            "the window reaches 4 back.",
            8: "What a place cannot see, it cannot copy.",
            0: "The first question mark stands right behind its letter.",
        },
    )


@points(1)
def test_why_it_is_above_chance(answer):
    chosen(
        answer.ANSWERS,
        "why",
        "b",
        {
            "a": "All 26 are equally frequent in these words.",
            "c": "Without the table, a vector does not say where it stands.",
        },
    )
