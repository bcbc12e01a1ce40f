"""Every box counts, whatever its score.

caught by: test_precision_at_one_half
says: whatever their score
"""

ANSWERS = {
    "precision": 0.471,
    "recall": 0.812,
    "screening": 0.30,
    "counting": 0.35,
    "more": 0.922,
}
