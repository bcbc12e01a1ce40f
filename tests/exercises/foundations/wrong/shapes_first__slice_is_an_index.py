"""A slice is taken for an index.

caught by: test_an_index_and_a_slice
says: A slice keeps its axis
"""

SHAPES = {
    "1": (8, 5),
    "2": (3,),
    "3": "error",
    "4": (8, 3),
    "5": (8,),
    "6": (8,),
    "7": (8, 8, 3),
    "8": (),
}
