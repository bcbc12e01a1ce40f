"""The misses are counted.

caught by: test_how_often_greedy_search_finds_the_best
says: how often it misses it
"""

ANSWERS = {
    "1": 4.65,
    "2": 1.5,
    "3": 14,
    "4": 6,
    "5": 5.7,
    "6": "b",
}
