"""The lowest threshold instead of the highest.

caught by: test_the_threshold_for_screening
says: the highest that does
"""

ANSWERS = {
    "precision": 0.918,
    "recall": 0.812,
    "screening": 0.05,
    "counting": 0.35,
    "more": 0.922,
}
