"""Misses of both signs are added up.

caught by: test_the_loss_of_a_bus_ride
says: Too early and too late cancel
"""

ANSWERS = {
    "1": "c",
    "2": "a",
    "3": "c",
    "4": "c",
    "5": "a",
    "6": "b",
    "7": "b",
}
