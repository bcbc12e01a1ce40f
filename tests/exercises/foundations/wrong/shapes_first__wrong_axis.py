"""The named axis is kept.

caught by: test_products_and_means
says: axis=0 is the axis that goes away
"""

SHAPES = {
    "1": (8, 5),
    "2": (8,),
    "3": "error",
    "4": (8, 3),
    "5": (8,),
    "6": (8, 8),
    "7": (8, 8, 3),
    "8": (),
}
