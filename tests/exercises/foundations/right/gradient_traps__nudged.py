"""Measured by nudging, and so a little off in the tenth digit."""

H = 1e-5


def slope(f, at):
    return (f(at + H) - f(at - H)) / (2 * H)


ANSWERS = {
    "1": slope(lambda x: x * x + 2 * x, 3.0),
    "2": 3 * slope(lambda x: x * x, 3.0),
    "3": 10,
    "4": sum([1 / 40] * 10),
    "5": slope(lambda x: x * 3.0, 3.0),
    "6": 2,
}
