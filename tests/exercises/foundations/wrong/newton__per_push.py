"""One mass for each push.

caught by: test_two_pushes_by_hand
says: It returned an array of shape (2,); expected one number
"""


def fit_mass(force, acceleration):
    return acceleration * force / acceleration**2
