"""detach is taken to do nothing.

caught by: test_a_path_that_was_cut
says: has been cut
"""

ANSWERS = {
    "1": 8,
    "2": 18,
    "3": 10,
    "4": 0.25,
    "5": 6,
    "6": 2,
}
