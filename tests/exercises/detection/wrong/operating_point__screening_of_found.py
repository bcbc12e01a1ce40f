"""The recall divides by the right boxes.

caught by: test_the_threshold_for_screening
says: not by the number of right boxes
"""

ANSWERS = {
    "precision": 0.918,
    "recall": 0.812,
    "screening": 0.35,
    "counting": 0.35,
    "more": 0.922,
}
