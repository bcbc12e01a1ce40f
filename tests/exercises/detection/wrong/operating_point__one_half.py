"""The usual threshold counts.

caught by: test_the_threshold_for_counting
says: keeps too few
"""

ANSWERS = {
    "precision": 0.918,
    "recall": 0.812,
    "screening": 0.30,
    "counting": 0.5,
    "more": 0.922,
}
