"""The + 1 of the formula is forgotten.

caught by: test_a_grey_picture
says: There are w + 2p − k + 1 places, not w + 2p − k
"""

GREY = {
    "1 convolution": (6, 27, 27),
    "2 pooling": (6, 13, 13),
    "3 convolution": (16, 8, 8),
    "4 pooling": (16, 4, 4),
    "5 flatten": (256,),
    "6 dense": (120,),
    "7 dense": (84,),
    "8 dense": (10,),
}

COLOUR = {
    "1 convolution": (6, 31, 31),
    "2 pooling": (6, 15, 15),
    "3 convolution": (16, 10, 10),
    "4 pooling": (16, 5, 5),
    "5 flatten": (400,),
    "6 dense": (120,),
    "7 dense": (84,),
    "8 dense": (10,),
}
