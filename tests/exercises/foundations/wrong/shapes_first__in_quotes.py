"""A shape in quotes.

caught by: test_subtracting_a_mean
says: 4: you answered '(8, 3)'. Expected was a tuple such as (2, 3)
"""

SHAPES = {
    "1": (8, 5),
    "2": (3,),
    "3": "error",
    "4": "(8, 3)",
    "5": (8,),
    "6": (8, 8),
    "7": (8, 8, 3),
    "8": (),
}
