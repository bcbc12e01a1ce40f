import numpy as np

from d2lcode.grading import chosen, points

TRAINS = "precision and recall at a threshold"
HINTS = [
    "`kept = scores >= 0.5` is a mask; `(right & kept).sum()` counts the "
    "right ones among the kept.",
    "Precision divides by `kept.sum()`, recall by `total`.",
    "Print threshold, number kept, precision and recall for every level, "
    "and read the answers off the table.",
]
LEVELS = np.arange(1, 20) / 20
TOTAL = 69


def run(better=0.0):
    """The run of the task: scores, and which boxes are right."""
    rng = np.random.default_rng(72)
    right = np.arange(140) < 66
    logit = np.where(right, 1.4, -1.6) + 1.3 * rng.normal(size=140)
    return 1 / (1 + np.exp(-logit)) + better * right, right


def at(level, better=0.0):
    """How many boxes are kept, and how many of them are right."""
    pairs = list(zip(*run(better), strict=True))
    kept = [flag for score, flag in pairs if score >= level]
    return len(kept), sum(map(bool, kept))


def number(answer, question, truth, why_not):
    """A number with three digits; what is right to them is right."""
    given = answer.ANSWERS
    given = given.get(question) if isinstance(given, dict) else None
    plain = isinstance(given, int | float | np.number)
    if plain and abs(float(given) - truth) < 6e-4:
        return
    wrong = {round(value, 3): why for value, why in why_not.items()}
    if plain:
        if abs(float(given) / 100 - truth) < 6e-4:
            wrong[given] = "Give a share from 0 to 1, not a percentage."
        # What is near a known mistake is told as that mistake.
        for value, why in why_not.items():
            if abs(float(given) - value) < 6e-4:
                wrong[given] = why
    chosen(answer.ANSWERS, question, round(truth, 3), wrong)


@points(1)
def test_precision_at_one_half(answer):
    kept, right = at(0.5)
    number(
        answer,
        "precision",
        right / kept,
        {
            right / TOTAL: "This divides by the number of platelets: that is "
            "the recall. Precision divides by the number of boxes kept.",
            66 / 140: "This is the precision of all boxes, whatever their "
            "score.",
            right / 140: "Divide by the number of boxes that are kept, and "
            "not by that of all boxes.",
        },
    )


@points(1)
def test_recall_at_one_half(answer):
    kept, right = at(0.5)
    number(
        answer,
        "recall",
        right / TOTAL,
        {
            right / kept: "This divides by the number of boxes kept: that is "
            "the precision. Recall divides by the number of platelets.",
            right / 66: "Three platelets have no box at all, and were missed "
            "as well: divide by total.",
        },
    )


@points(1)
def test_the_threshold_for_screening(answer):
    good = [v for v in LEVELS if at(v)[1] / TOTAL >= 0.9]
    of_found = [v for v in LEVELS if at(v)[1] / 66 >= 0.9]
    precise = [v for v in LEVELS if at(v)[1] / at(v)[0] >= 0.9]
    chosen(
        answer.ANSWERS,
        "screening",
        float(max(good)),
        {
            float(max(of_found)): "Its recall is below 0.9: recall divides "
            "by total, not by the number of right boxes.",
            float(min(good)): "Lower ones reach this recall as well; asked "
            "for is the highest that does.",
            float(min(precise)): "This is where the precision reaches 0.9; "
            "the doctor asks for recall.",
        },
    )


@points(1)
def test_the_threshold_for_counting(answer):
    def off(level, wanted=TOTAL):
        return abs(at(level)[0] - wanted)

    chosen(
        answer.ANSWERS,
        "counting",
        float(min(LEVELS, key=off)),
        {
            float(min(LEVELS, key=lambda v: off(v, 66))): "Compare with "
            "total, not with the number of right boxes.",
            float(min(LEVELS, key=lambda v: abs(at(v)[1] - TOTAL))): "All "
            "boxes that are kept are counted, the wrong ones too.",
            0.5: "One half is the usual threshold, and keeps too few here.",
        },
    )


@points(1)
def test_the_precision_of_a_better_run(answer):
    kept, right = at(0.5, better=0.1)
    before, flags = at(0.5)
    number(
        answer,
        "more",
        right / kept,
        {
            flags / before: "This is the precision of the first run; call "
            "run(better=0.1).",
            right / TOTAL: "This is the recall of the better run.",
        },
    )
