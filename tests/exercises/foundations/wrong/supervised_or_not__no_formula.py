"""A hypothesis has to be a known formula.

caught by: test_leaves_without_names
says: any program with parameters will do
"""

ANSWERS = {
    "1": "b",
    "2": "a",
    "3": "a",
    "4": "c",
    "5": "a",
    "6": "b",
    "7": "b",
}
