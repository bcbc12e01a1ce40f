"""One slip in the second convolution, and what follows from it.

caught by: test_a_colour_picture_made_a_row
says: It follows from what you put for '4 pooling', (16, 5, 5)
"""

GREY = {
    "1 convolution": (6, 28, 28),
    "2 pooling": (6, 14, 14),
    "3 convolution": (16, 10, 10),
    "4 pooling": (16, 5, 5),
    "5 flatten": (400,),
    "6 dense": (120,),
    "7 dense": (84,),
    "8 dense": (10,),
}

COLOUR = {
    "1 convolution": (6, 32, 32),
    "2 pooling": (6, 16, 16),
    "3 convolution": (16, 11, 11),
    "4 pooling": (16, 5, 5),
    "5 flatten": (400,),
    "6 dense": (120,),
    "7 dense": (84,),
    "8 dense": (10,),
}
