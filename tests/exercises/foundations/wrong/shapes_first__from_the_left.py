"""Shapes are lined up from the left.

caught by: test_subtracting_a_mean
says: lined up from the right
"""

SHAPES = {
    "1": (8, 5),
    "2": (3,),
    "3": (8, 3),
    "4": (8, 3),
    "5": (8,),
    "6": (8, 8),
    "7": (8, 8, 3),
    "8": (),
}
