"""The number is a fraction; quotes in quotes."""

from fractions import Fraction

ANSWERS = {
    "1": "A.",
    "2": "b)",
    "3": Fraction(16, 2) - 1,
    "4": "C",
    "5": "“b”",
}
