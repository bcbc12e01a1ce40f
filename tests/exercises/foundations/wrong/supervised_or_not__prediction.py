"""The prediction is taken for a parameter.

caught by: test_what_the_parameters_are
says: That is the prediction
"""

ANSWERS = {
    "1": "b",
    "2": "c",
    "3": "c",
    "4": "c",
    "5": "a",
    "6": "b",
    "7": "b",
}
