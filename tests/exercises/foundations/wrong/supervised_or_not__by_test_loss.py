"""The degree is chosen on the test set.

caught by: test_choosing_a_degree
says: It is honest as long as nothing is chosen by it
"""

ANSWERS = {
    "1": "b",
    "2": "a",
    "3": "c",
    "4": "c",
    "5": "a",
    "6": "c",
    "7": "b",
}
