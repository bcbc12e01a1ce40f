"""Positions are thought to be too many.

caught by: test_a_game_of_chess
says: far more pictures than positions
"""

ANSWERS = {
    "1": "b",
    "2": "a",
    "3": "c",
    "4": "c",
    "5": "a",
    "6": "b",
    "7": "c",
}
