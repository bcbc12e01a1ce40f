"""What is known exactly is classified.

caught by: test_postage
says: exactly, on the counter
"""

ANSWERS = {
    "1": "b",
    "2": "a",
    "3": "c",
    "4": "b",
    "5": "a",
    "6": "b",
    "7": "b",
}
