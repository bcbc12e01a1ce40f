"""Only squares are taken for a loss.

caught by: test_a_loss_times_eight
says: Squares are one choice
"""

ANSWERS = {
    "1": "b",
    "2": "a",
    "3": "c",
    "4": "c",
    "5": "c",
    "6": "b",
    "7": "b",
}
