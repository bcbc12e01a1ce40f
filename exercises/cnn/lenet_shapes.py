r"""Follow a picture through LeNet.

If you can say the shape after every layer, no error message about shapes will
surprise you. Here is LeNet again, with the first convolution padded:

1. convolution, 6 filters of 5×5, padding 2
2. max pooling, 2×2, stride 2
3. convolution, 16 filters of 5×5, no padding
4. max pooling, 2×2, stride 2
5. flatten
6. dense to 120
7. dense to 84
8. dense to 10

Two pictures go in: a grey one of shape `(1, 28, 28)`, channels first, and a
colour one of shape `(3, 32, 32)`. (The network for the second has three
input channels, and a sixth layer made to fit what arrives there.) Replace
each `None` by the shape that the layer puts out for *one* picture, without
the batch: three numbers `(channels, height, width)` up to layer 4, one
number in a tuple, such as `(120,)`, from layer 5 on.

Work it out on paper. A side of $w$ pixels, padded by $p$ on both ends, leaves
$w + 2p - k + 1$ places for a filter whose side is $k$.

Minutes: 10 · Difficulty: 1
"""

GREY = {
    "1 convolution": None,
    "2 pooling": None,
    "3 convolution": None,
    "4 pooling": None,
    "5 flatten": None,
    "6 dense": None,
    "7 dense": None,
    "8 dense": None,
}

COLOUR = {
    "1 convolution": None,
    "2 pooling": None,
    "3 convolution": None,
    "4 pooling": None,
    "5 flatten": None,
    "6 dense": None,
    "7 dense": None,
    "8 dense": None,
}
