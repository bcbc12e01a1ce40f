"""A length in place of a shape.

caught by: test_new_axes_and_single_numbers
says: 8: you answered 1. Expected was a tuple such as (2, 3), or the word
"""

SHAPES = {
    "1": (8, 5),
    "2": (3,),
    "3": "error",
    "4": (8, 3),
    "5": (8,),
    "6": (8, 8),
    "7": (8, 8, 3),
    "8": 1,
}
