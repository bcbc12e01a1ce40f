"""Fewer rounds.

caught by: test_why_wider_beams_write_less
says: as many rounds
"""

ANSWERS = {
    "1": 4.65,
    "2": 1.5,
    "3": 6,
    "4": 6,
    "5": 5.7,
    "6": "a",
}
