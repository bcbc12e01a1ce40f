"""A thousand pictures are thought to be many.

caught by: test_leaves_without_names
says: A thousand is few
"""

ANSWERS = {
    "1": "b",
    "2": "a",
    "3": "b",
    "4": "c",
    "5": "a",
    "6": "b",
    "7": "b",
}
