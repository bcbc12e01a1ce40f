"""A shape where NumPy refuses.

caught by: test_subtracting_a_mean
says: 3: you answered (8, 1). Shapes are lined up from the right
"""

SHAPES = {
    "1": (8, 5),
    "2": (3,),
    "3": (8, 1),
    "4": (8, 3),
    "5": (8,),
    "6": (8, 8),
    "7": (8, 8, 3),
    "8": (),
}
