"""The last push is taken for all.

caught by: test_two_pushes_by_hand
says: It returned 4; expected was 3.8
"""


def fit_mass(force, acceleration):
    return force[-1] / acceleration[-1]
