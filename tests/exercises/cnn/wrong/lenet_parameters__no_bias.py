"""The biases are forgotten.

caught by: test_grey_digits
says: the biases are missing
"""


def lenet_parameters(classes, in_channels, size):
    side = (size // 2 - 4) // 2
    convolutions = 6 * 25 * in_channels + 16 * 25 * 6
    dense = 120 * 16 * side**2 + 84 * 120
    return convolutions + dense + classes * 84
