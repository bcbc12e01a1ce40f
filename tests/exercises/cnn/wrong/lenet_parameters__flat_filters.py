"""The second filters have one channel.

caught by: test_grey_digits
says: Each filter looks at all 6 channels
"""


def lenet_parameters(classes, in_channels, size):
    side = (size // 2 - 4) // 2
    convolutions = 6 * (25 * in_channels + 1) + 16 * 26
    dense = 120 * (16 * side**2 + 1) + 84 * 121
    return convolutions + dense + classes * 85
