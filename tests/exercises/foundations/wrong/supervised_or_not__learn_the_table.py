"""What is known exactly is learnt.

caught by: test_postage
says: a table that you can have exactly
"""

ANSWERS = {
    "1": "b",
    "2": "a",
    "3": "c",
    "4": "a",
    "5": "a",
    "6": "b",
    "7": "b",
}
