"""alpha stayed at 0.

caught by: test_how_long_sentences_are_with_the_length_divided_out
says: That is with alpha=0
"""

ANSWERS = {
    "1": 4.65,
    "2": 1.5,
    "3": 6,
    "4": 6,
    "5": 1.5,
    "6": "b",
}
