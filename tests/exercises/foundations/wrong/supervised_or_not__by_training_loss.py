"""The degree is chosen on the readings fitted.

caught by: test_choosing_a_degree
says: the highest degree never loses
"""

ANSWERS = {
    "1": "b",
    "2": "a",
    "3": "c",
    "4": "c",
    "5": "a",
    "6": "a",
    "7": "b",
}
