"""detach is taken to cut everything.

caught by: test_a_path_that_was_cut
says: The other factor is still x
"""

ANSWERS = {
    "1": 8,
    "2": 18,
    "3": 10,
    "4": 0.25,
    "5": 0,
    "6": 2,
}
