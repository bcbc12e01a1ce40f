"""The lengths are added up.

caught by: test_how_long_greedy_sentences_are
says: the sum over the twenty
"""

ANSWERS = {
    "1": 93,
    "2": 1.5,
    "3": 6,
    "4": 6,
    "5": 5.7,
    "6": "b",
}
