"""The end token is not counted.

caught by: test_how_long_greedy_sentences_are
says: The end token counts
"""

ANSWERS = {
    "1": 3.65,
    "2": 1.5,
    "3": 6,
    "4": 6,
    "5": 5.7,
    "6": "b",
}
