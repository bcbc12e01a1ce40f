"""A path is forgotten.

caught by: test_a_number_used_three_times
says: both paths bring a slope of 3
"""

ANSWERS = {
    "1": 5,
    "2": 18,
    "3": 10,
    "4": 0.25,
    "5": 3,
    "6": 2,
}
