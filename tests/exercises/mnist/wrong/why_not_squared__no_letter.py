"""An answer that is not on offer.

caught by: test_a_smudged_one_or_seven
says: The letters to choose from are a, b, c
"""

ANSWERS = {
    "1": "b",
    "2": "d",
    "3": "a",
    "4": "b",
    "5": "b",
}
