"""Minutes are taken for names.

caught by: test_the_loss_of_a_bus_ride
says: near is better than far
"""

ANSWERS = {
    "1": "a",
    "2": "a",
    "3": "c",
    "4": "c",
    "5": "a",
    "6": "b",
    "7": "b",
}
