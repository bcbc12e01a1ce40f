"""What a grader imports: `from d2lcode.grading import points, expect`.

Every name loads its module when first used, so that starting the command
or pytest costs nothing.
"""

from d2lcode._lazy import lazy

NAMES = {
    "AnswerError": "checks",
    "chosen": "choices",
    "close": "checks",
    "digits": "checks",
    "expect": "checks",
    "explaining": "checks",
    "forbid_loops": "source",
    "forbid_names": "source",
    "numeric_gradient": "truth",
    "points": "marks",
    "require": "checks",
}

__getattr__, __dir__ = lazy(__name__, NAMES)
