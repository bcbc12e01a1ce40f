"""Only the picture is turned.

caught by: test_one_box_by_hand
says: they move with the picture
"""


def mirror(pictures, boxes, labels):
    return pictures[..., ::-1].copy(), boxes.copy()
