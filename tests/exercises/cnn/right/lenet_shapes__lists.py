"""Right: lists, and numbers of NumPy."""

import numpy as np

GREY = {
    "1 convolution": [6, 28, 28],
    "2 pooling": (6, 14, 14),
    "3 convolution": (16, 10, 10),
    "4 pooling": (16, 5, 5),
    "5 flatten": (np.int64(16 * 5 * 5),),
    "6 dense": (120,),
    "7 dense": (84,),
    "8 dense": (10,),
}

COLOUR = {
    "1 convolution": (6, 32, 32),
    "2 pooling": (6, 16, 16),
    "3 convolution": np.array([16, 12, 12]),
    "4 pooling": (16, 6, 6),
    "5 flatten": (576,),
    "6 dense": (120,),
    "7 dense": (84,),
    "8 dense": (10,),
}
