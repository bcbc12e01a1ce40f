"""The wide beam is not wide.

caught by: test_how_long_the_most_probable_sentences_are
says: That is a width of 2
"""

ANSWERS = {
    "1": 4.65,
    "2": 3.2,
    "3": 6,
    "4": 6,
    "5": 5.7,
    "6": "b",
}
