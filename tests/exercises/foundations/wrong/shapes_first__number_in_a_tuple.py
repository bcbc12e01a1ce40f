"""A number is given a length.

caught by: test_new_axes_and_single_numbers
says: whose shape is ()
"""

SHAPES = {
    "1": (8, 5),
    "2": (3,),
    "3": "error",
    "4": (8, 3),
    "5": (8,),
    "6": (8, 8),
    "7": (8, 8, 3),
    "8": (1,),
}
