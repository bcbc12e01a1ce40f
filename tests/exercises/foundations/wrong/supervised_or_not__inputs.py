"""Inputs are taken for parameters.

caught by: test_what_the_parameters_are
says: Hour and rain are inputs
"""

ANSWERS = {
    "1": "b",
    "2": "b",
    "3": "c",
    "4": "c",
    "5": "a",
    "6": "b",
    "7": "b",
}
