r"""Count LeNet's parameters.

How many numbers does LeNet learn? Write
`lenet_parameters(classes, in_channels, size)`, which counts the weights and
biases of this network, for square pictures of `size` by `size` pixels with
`in_channels` channels:

1. convolution, 6 filters of 5×5, padding 2
2. max pooling, 2×2, stride 2
3. convolution, 16 filters of 5×5, no padding
4. max pooling, 2×2, stride 2
5. dense to 120
6. dense to 84
7. dense to `classes`

Every filter and every dense output has one bias. Pooling leaves out what
does not fill a whole 2×2 window, so that a side of 13 becomes 6. `size` is
at least 12. Return an integer.

For example, `lenet_parameters(10, 1, 28)` is `61706`.

Minutes: 15 · Difficulty: 2
"""


def lenet_parameters(classes: int, in_channels: int, size: int) -> int:
    """Count the weights and biases.

    Args:
        classes: outputs of the last layer.
        in_channels: channels of a picture.
        size: height and width of a picture, at least 12.

    Returns:
        How many numbers the network learns.
    """
    raise NotImplementedError
