"""Filters for grey pictures only.

caught by: test_colour_pictures
says: whatever the picture has
"""


def lenet_parameters(classes, in_channels, size):
    side = (size // 2 - 4) // 2
    convolutions = 6 * 26 + 16 * 151
    dense = 120 * (16 * side**2 + 1) + 84 * 121
    return convolutions + dense + classes * 85
