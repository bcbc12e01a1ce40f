"""In percent.

caught by: test_precision_at_one_half
says: not a percentage
"""

ANSWERS = {
    "precision": 91.8,
    "recall": 0.812,
    "screening": 0.30,
    "counting": 0.35,
    "more": 0.922,
}
