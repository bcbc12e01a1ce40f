"""The number of maps is forgotten.

caught by: test_grey_digits
says: the 16 is missing
"""


def lenet_parameters(classes, in_channels, size):
    side = (size // 2 - 4) // 2
    convolutions = 6 * (25 * in_channels + 1) + 16 * 151
    dense = 120 * (side**2 + 1) + 84 * 121
    return convolutions + dense + classes * 85
