"""The two digits are taken for the best guess.

caught by: test_a_smudged_one_or_seven
says: 18 on average
"""

ANSWERS = {
    "1": "b",
    "2": "a",
    "3": "a",
    "4": "b",
    "5": "b",
}
