"""A bias for each channel.

caught by: test_grey_digits
says: a filter has one bias
"""


def lenet_parameters(classes, in_channels, size):
    side = (size // 2 - 4) // 2
    convolutions = 6 * 26 * in_channels + 16 * 26 * 6
    dense = 120 * (16 * side**2 + 1) + 84 * 121
    return convolutions + dense + classes * 85
