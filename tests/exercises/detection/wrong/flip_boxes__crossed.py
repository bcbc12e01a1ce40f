"""Each edge is mirrored and keeps its place.

caught by: test_one_box_by_hand
says: did not change places
"""


def mirror(pictures, boxes, labels):
    turned = boxes.copy()
    turned[..., 0] = 1 - boxes[..., 0]
    turned[..., 2] = 1 - boxes[..., 2]
    turned[labels == -1] = 0
    return pictures[..., ::-1].copy(), turned
