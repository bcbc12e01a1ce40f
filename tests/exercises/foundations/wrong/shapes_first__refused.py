"""Another word than the one agreed on.

caught by: test_subtracting_a_mean
says: Expected was a tuple such as (2, 3), or the word "error"
"""

SHAPES = {
    "1": (8, 5),
    "2": (3,),
    "3": "refused",
    "4": (8, 3),
    "5": (8,),
    "6": (8, 8),
    "7": (8, 8, 3),
    "8": (),
}
