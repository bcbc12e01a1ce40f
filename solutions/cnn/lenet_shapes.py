r"""Follow a picture through LeNet: the answer.

The padded convolution keeps the side: $28 + 4 - 5 + 1 = 28$. Pooling halves
it. The second convolution, unpadded, costs four pixels: $14 - 5 + 1 = 10$.
Pooling halves again, and 16 channels of 5×5 make 400 numbers.

A side of 32 goes 32, 16, 12, 6, and leaves 16·6·6 = 576. Two things are
worth seeing. The three colours are gone after the first layer: a filter sums
over all channels of its input, and the number of channels that come out is
the number of filters. And only the flattened size depends on the size of the
picture: convolutions slide over pictures of any size, the dense layer fits
just one.
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
    "3 convolution": (16, 12, 12),
    "4 pooling": (16, 6, 6),
    "5 flatten": (576,),
    "6 dense": (120,),
    "7 dense": (84,),
    "8 dense": (10,),
}
