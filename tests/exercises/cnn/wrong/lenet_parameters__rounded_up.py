"""Rounded up where a side does not halve.

caught by: test_a_side_that_does_not_halve
says: you rounded up
"""


def lenet_parameters(classes, in_channels, size):
    side = -(-(-(-size // 2) - 4) // 2)
    convolutions = 6 * (25 * in_channels + 1) + 16 * 151
    dense = 120 * (16 * side**2 + 1) + 84 * 121
    return convolutions + dense + classes * 85
