"""Rounded up by //, of negative rows; other names for the parameters."""


def updates(n, size, times, drop_last=False):
    sign = 1 if drop_last else -1
    return sign * (sign * n // size) * times
