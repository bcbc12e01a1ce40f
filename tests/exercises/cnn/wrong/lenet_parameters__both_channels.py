"""The picture's channels are counted in both convolutions.

caught by: test_colour_pictures
says: in_channels counts in the first convolution alone
"""


def lenet_parameters(classes, in_channels, size):
    side = (size // 2 - 4) // 2
    convolutions = 6 * (25 * in_channels + 1) + 16 * (150 * in_channels + 1)
    dense = 120 * (16 * side**2 + 1) + 84 * 121
    return convolutions + dense + classes * 85
