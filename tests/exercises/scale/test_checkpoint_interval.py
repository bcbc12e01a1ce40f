import math

from d2lcode.grading import chosen, points
from d2lcode.grading.choices import tidy
from d2lcode.grading.plain import is_number

TRAINS = "failures of a cluster and the interval between checkpoints"
HINTS = [
    "A thousand machines fail a thousand times as often as one.",
    "For the last three, call `hours(machines, interval)` below the code "
    "and print what it returns.",
    "`min(intervals, key=lambda i: hours(1000, i))` finds the quickest.",
]
WORK, SAVE, RESTART, MTBF = 300.0, 0.1, 0.2, 20_000.0
CHANCE = 0.04  # of the simulation; the nearest mistake is 10 % away


def expected(machines, interval):
    """The mean of the time, from the exponential law, not by playing."""
    rate = machines / MTBF

    def segment(work):
        return math.expm1(rate * (work + SAVE)) * (1 / rate + RESTART)

    whole, rest = divmod(WORK, interval)
    return whole * segment(interval) + (segment(rest) if rest else 0)


def near(answers, question, truth, why_not):
    """A number that chance may have moved a little."""
    if isinstance(answers, dict) and question in answers:
        given = tidy(answers[question])
        if is_number(given) and abs(given - truth) <= CHANCE * truth:
            return
        for wrong, why in why_not.items():
            if is_number(given) and abs(given - wrong) <= CHANCE * wrong:
                why_not = why_not | {given: why}
    chosen(answers, question, truth, why_not)


@points(1)
def test_failures(answer):
    chosen(
        answer.ANSWERS,
        "failures",
        15,
        {
            0.015: "That is one machine's share. A thousand fail a thousand "
            "times as often.",
            20: "That is how many hours lie between two failures.",
            66.66666666666667: "You divided 20,000 by 300. It is the hours "
            "of work that are divided by the hours between failures.",
        },
    )


@points(1)
def test_youngs_rule(answer):
    chosen(
        answer.ANSWERS,
        "young",
        2,
        {
            63.245553203367585: "That is the rule for one machine. M is the "
            "mean time between failures of all thousand together.",
            4: "That is 2 C M; the root is missing.",
            1.4142135623730951: "That is the root of C M; the 2 is missing.",
        },
    )


@points(1)
def test_the_quickest_interval(answer):
    intervals = (0.25, 0.5, 1, 2, 4, 8, 16)
    best = min(intervals, key=lambda i: expected(1000, i))
    often = "To save so often costs more than the failures do."
    seldom = "So seldom, every failure throws hours of work away."
    why = {i: often if i < best else seldom for i in intervals if i != best}
    chosen(answer.ANSWERS, "best", best, why)


@points(1)
def test_saving_once_a_day(answer):
    near(
        answer.ANSWERS,
        "daily",
        expected(1000, 24),
        {
            expected(1000, 2): "That is with a checkpoint every 2 hours; "
            "set the interval to 24.",
            expected(100, 24): "That is with 100 machines; take 1,000.",
        },
    )


@points(1)
def test_ten_thousand_machines(answer):
    near(
        answer.ANSWERS,
        "machines",
        expected(10_000, 2) / WORK,
        {
            expected(10_000, 2): "Those are hours. Divide them by the 300 "
            "hours of work.",
            expected(1000, 2) / WORK: "That is with 1,000 machines.",
            expected(10_000, 2) / expected(1000, 2): "You compared with "
            "1,000 machines; compare with 300 hours.",
        },
    )
