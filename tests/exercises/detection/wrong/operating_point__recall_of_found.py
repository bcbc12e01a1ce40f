"""Recall of the platelets that have a box.

caught by: test_recall_at_one_half
says: divide by total
"""

ANSWERS = {
    "precision": 0.918,
    "recall": 0.848,
    "screening": 0.30,
    "counting": 0.35,
    "more": 0.922,
}
