"""The loss is taken for its gradient.

caught by: test_cross_entropy_after_softmax
says: its gradient has
"""

ANSWERS = {
    "1": "b",
    "2": "c",
    "3": "a",
    "4": "c",
    "5": "b",
}
