"""The total force over the total acceleration.

caught by: test_two_pushes_by_hand
says: the total force over the total acceleration
"""


def fit_mass(force, acceleration):
    return float(force.sum() / acceleration.sum())
