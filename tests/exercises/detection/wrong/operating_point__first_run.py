"""The first run once more.

caught by: test_the_precision_of_a_better_run
says: of the first run
"""

ANSWERS = {
    "precision": 0.918,
    "recall": 0.812,
    "screening": 0.30,
    "counting": 0.35,
    "more": 0.918,
}
