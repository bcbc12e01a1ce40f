"""Precision and recall are exchanged.

caught by: test_precision_at_one_half
says: that is the recall
"""

ANSWERS = {
    "precision": 0.8116,
    "recall": 0.918,
    "screening": 0.30,
    "counting": 0.35,
    "more": 0.922,
}
