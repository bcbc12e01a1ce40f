"""The products of the points are no distances.

caught by: test_three_four_five
says: It returned [[0], [0], [-4]]
"""


def pairwise_distances(a, b):
    return a @ b.T
