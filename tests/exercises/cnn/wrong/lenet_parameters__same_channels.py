"""The second filters get the picture's channels.

caught by: test_colour_pictures
says: gets the 6 maps of the first
"""


def lenet_parameters(classes, in_channels, size):
    side = (size // 2 - 4) // 2
    convolutions = 6 * (25 * in_channels + 1) + 16 * (25 * in_channels + 1)
    dense = 120 * (16 * side**2 + 1) + 84 * 121
    return convolutions + dense + classes * 85
