"""The count is compared with the right boxes.

caught by: test_the_threshold_for_counting
says: Compare with total
"""

ANSWERS = {
    "precision": 0.918,
    "recall": 0.812,
    "screening": 0.30,
    "counting": 0.4,
    "more": 0.922,
}
