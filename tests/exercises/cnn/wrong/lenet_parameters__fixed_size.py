"""Fitted to 28 by 28 pixels.

caught by: test_larger_pictures
says: fitted to 28 by 28 pixels
"""


def lenet_parameters(classes, in_channels, size):
    side = 5
    convolutions = 6 * (25 * in_channels + 1) + 16 * 151
    dense = 120 * (16 * side**2 + 1) + 84 * 121
    return convolutions + dense + classes * 85
