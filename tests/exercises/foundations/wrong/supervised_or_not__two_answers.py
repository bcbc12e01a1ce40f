"""Two answers are thought to be too few.

caught by: test_a_game_of_chess
says: Two answers are no difficulty
"""

ANSWERS = {
    "1": "b",
    "2": "a",
    "3": "c",
    "4": "c",
    "5": "a",
    "6": "b",
    "7": "a",
}
