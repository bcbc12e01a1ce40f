"""An answer that is not on offer.

caught by: test_the_loss_of_a_bus_ride
says: The letters to choose from are a, b, c
"""

ANSWERS = {
    "1": "d",
    "2": "a",
    "3": "c",
    "4": "c",
    "5": "a",
    "6": "b",
    "7": "b",
}
