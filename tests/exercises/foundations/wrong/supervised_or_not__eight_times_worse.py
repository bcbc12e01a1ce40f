"""A stretched loss is taken for another.

caught by: test_a_loss_times_eight
says: Does their order change
"""

ANSWERS = {
    "1": "b",
    "2": "a",
    "3": "c",
    "4": "c",
    "5": "b",
    "6": "b",
    "7": "b",
}
