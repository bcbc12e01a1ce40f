r"""Count LeNet's parameters: the answer.

A filter has a weight for each pixel of its window in each channel of its
input, and one bias: $5 \cdot 5 \cdot c + 1$. How often it is laid on the
picture does not matter; that is what sharing means. A dense layer from $a$
to $b$ numbers has $b$ outputs with $a$ weights and a bias each,
$b\,(a + 1)$. Pooling learns nothing.

For 28 by 28 grey pixels, that is 156 + 2,416 + 48,120 + 10,164 + 850 =
61,706. Nearly four in five of them sit in one dense layer, the one that meets
the picture; the two convolutions that do the seeing have one in twenty-four.
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
    side = (size // 2 - 4) // 2
    convolutions = 6 * (5 * 5 * in_channels + 1) + 16 * (5 * 5 * 6 + 1)
    dense = 120 * (16 * side * side + 1) + 84 * (120 + 1)
    return convolutions + dense + classes * (84 + 1)
