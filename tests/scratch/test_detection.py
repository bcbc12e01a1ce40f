"""Boxes by hand equal plain loops, on a thousand random sets."""

import numpy as np
import pytest

from d2lcode.scratch.detection import anchors as an
from d2lcode.scratch.detection import boxes as bx
from d2lcode.scratch.detection import scoring as sc
from d2lcode.scratch.detection.suppression import nms

SETS = 1000


def some(rng, n):
    """Boxes on a coarse grid: many touch, coincide, or have no area."""
    edges = np.sort(rng.integers(0, 7, (n, 2, 2)), axis=1) / 6
    found = edges.reshape(n, 4)
    if n > 2 and rng.random() < 0.5:
        found[rng.integers(n)] = found[rng.integers(n)]
    if rng.random() < 0.5:
        found = found + rng.normal(0, 0.02, found.shape)
    return found


def sets(most=7):
    """A thousand pairs of sets of boxes, and a generator; empty ones too."""
    for seed in range(SETS):
        rng = np.random.default_rng(seed)
        yield some(rng, rng.integers(most)), some(rng, rng.integers(most)), rng


def plain_area(box):
    left, top, right, bottom = box
    return max(0.0, right - left) * max(0.0, bottom - top)


def plain_iou(one, other):
    both = [max(one[0], other[0]), max(one[1], other[1])]
    both += [min(one[2], other[2]), min(one[3], other[3])]
    shared = plain_area(both)
    if shared == 0:
        return 0.0
    return shared / (plain_area(one) + plain_area(other) - shared)


def plain_nms(boxes, scores, threshold):
    kept = []
    for i in sorted(range(len(boxes)), key=lambda i: -scores[i]):
        if all(plain_iou(boxes[i], boxes[j]) <= threshold for j in kept):
            kept.append(i)
    return kept


def plain_match(anchors, boxes, threshold):
    table = {
        (i, j): plain_iou(a, b)
        for i, a in enumerate(anchors)
        for j, b in enumerate(boxes)
    }
    found = [-1] * len(anchors)
    for i in range(len(anchors)):
        row = [table[i, j] for j in range(len(boxes))]
        if row and max(row) >= threshold:
            found[i] = row.index(max(row))
    while table and max(table.values()) > 0:
        i, j = max(table, key=lambda pair: (table[pair], -pair[0], -pair[1]))
        found[i] = j
        table = {p: v for p, v in table.items() if p[0] != i and p[1] != j}
    return found


def plain_average_precision(found, truth, threshold):
    """One class; found and truth: picture -> boxes, found with scores."""
    entries = [
        (score, picture, box)
        for picture, (boxes, scores) in enumerate(found)
        for box, score in zip(boxes, scores, strict=True)
    ]
    entries.sort(key=lambda entry: -entry[0])
    total, taken, points, right = sum(map(len, truth)), set(), [], 0
    for rank, (_, picture, box) in enumerate(entries, 1):
        overlaps = [plain_iou(box, t) for t in truth[picture]]
        best = max(overlaps, default=0)
        place = (picture, overlaps.index(best)) if overlaps else None
        if place and best >= threshold and place not in taken:
            taken.add(place)
            right += 1
            points.append((right, rank))
    area = 0.0
    for k in range(1, total + 1):
        further = [r / rank for r, rank in points if r >= k]
        area += max(further, default=0) / total
    return area


def test_iou_is_that_of_a_plain_loop():
    for a, b, _ in sets():
        plain = [[plain_iou(one, other) for other in b] for one in a]
        found = bx.iou(a, b)
        assert found.shape == (len(a), len(b))
        np.testing.assert_allclose(
            found, np.reshape(plain, found.shape), atol=1e-12
        )


def test_edges_of_short_whole_numbers_do_not_wrap_around():
    a = np.array([[3, 250, 200, 255], [10, 20, 30, 40]])
    b = np.array([[25, 15, 190, 253], [100, 100, 101, 101]])
    found = bx.iou(a.astype(np.uint8), b.astype(np.uint8))
    np.testing.assert_allclose(found, bx.iou(a * 1.0, b * 1.0))


def test_corners_and_centres_are_the_same_boxes():
    for a, _, _ in sets():
        centres = bx.to_centres(a)
        for (left, top, right, bottom), (x, y, w, h) in zip(
            a, centres, strict=True
        ):
            assert (x, y) == ((left + right) / 2, (top + bottom) / 2)
            assert (w, h) == (right - left, bottom - top)
        np.testing.assert_allclose(bx.to_corners(centres), a, atol=1e-12)


@pytest.mark.parametrize("threshold", [0.3, 0.5, 1.0])
def test_suppression_is_that_of_a_plain_loop(threshold):
    for a, _, rng in sets(12):
        scores = rng.integers(0, 5, len(a)) / 4
        found = nms(a, scores, threshold)
        assert found.tolist() == plain_nms(a, scores, threshold)


def test_suppression_is_that_of_paddle():
    paddle, compared = pytest.importorskip("paddle"), 0
    for a, _, rng in sets(12):
        if not len(a):
            continue
        if not (bx.areas(a) > 0).all():
            continue  # theirs divides by the area
        compared += 1
        scores = rng.permutation(len(a)).astype("float32")  # no two equal
        a = a.astype("float32")
        theirs = paddle.vision.ops.nms(
            paddle.to_tensor(a), 0.45, paddle.to_tensor(scores)
        )
        assert nms(a, scores, 0.45).tolist() == theirs.tolist()
    assert compared > SETS / 4


@pytest.mark.parametrize("threshold", [0.2, 0.5])
def test_matching_is_that_of_a_plain_loop(threshold):
    for a, b, _ in sets():
        found = an.match(a, b, threshold)
        assert found.tolist() == plain_match(a, b, threshold)


def pictures(rng):
    """Three pictures: what was found in each, its boxes, their classes."""
    found, truth, labels = [], [], []
    for _ in range(3):
        own = some(rng, rng.integers(4))
        near = np.repeat(own, 2, axis=0) + rng.normal(0, 0.05, (1, 4))
        boxes = np.concatenate([near, some(rng, rng.integers(3))])
        boxes = boxes[rng.permutation(len(boxes))]
        scores = rng.integers(0, 6, len(boxes)) / 5
        found.append(sc.Found(boxes, scores, rng.integers(0, 3, len(boxes))))
        truth.append(own)
        labels.append(rng.integers(-1, 3, len(own)))
    return found, truth, labels


def plain_precisions(found, truth, labels, threshold):
    every = np.full(3, np.nan)
    for k in range(3):
        own = [t[lab == k] for t, lab in zip(truth, labels, strict=True)]
        said = [
            (f.boxes[f.labels == k], f.scores[f.labels == k]) for f in found
        ]
        if sum(map(len, own)):
            every[k] = plain_average_precision(said, own, threshold)
    return every


@pytest.mark.parametrize("threshold", [0.3, 0.5])
def test_average_precision_is_that_of_a_plain_loop(threshold):
    above = 0
    for seed in range(SETS):
        arguments = pictures(np.random.default_rng(seed))
        plain = plain_precisions(*arguments, threshold)
        ours = sc.average_precisions(*arguments, 3, threshold)
        np.testing.assert_allclose(ours, plain, atol=1e-12)
        if not np.isnan(plain).all():
            mean = sc.mean_average_precision(*arguments, 3, threshold)
            assert mean == pytest.approx(np.nanmean(plain))
            above += 0 < mean < 1
    assert above > SETS / 2


def test_offsets_lead_from_the_anchor_to_its_box():
    rng = np.random.default_rng(0)
    for _ in range(SETS):
        n = rng.integers(6)
        middle, size = rng.random((2, n, 2)), 0.01 + rng.random((2, n, 2))
        box, anchor = (
            bx.to_corners(np.concatenate([m, s], axis=1))
            for m, s in zip(middle, size, strict=True)
        )
        offsets = an.encode(box, anchor)
        np.testing.assert_allclose(an.decode(offsets, anchor), box, atol=1e-9)
    one = an.encode([[0.1, 0.0, 0.5, 0.2]], [[0.0, 0.0, 0.2, 0.2]])
    np.testing.assert_allclose(one, [[10.0, 0.0, 5 * np.log(2), 0.0]])


def test_offsets_are_those_of_paddle():
    paddle = pytest.importorskip("paddle")
    rng = np.random.default_rng(1)
    corners = np.sort(rng.random((2, 30, 2, 2)), axis=2).reshape(2, 30, 4)
    box, anchor = corners.astype("float32")
    theirs = paddle.vision.ops.box_coder(
        prior_box=paddle.to_tensor(anchor),
        prior_box_var=an.SCALES.tolist(),
        target_box=paddle.to_tensor(box),
        code_type="encode_center_size",
    ).numpy()
    np.testing.assert_allclose(
        an.encode(box, anchor),
        theirs[np.arange(30), np.arange(30)],
        rtol=1e-4,
        atol=1e-4,
    )


def test_the_grid_stands_around_the_middle_of_each_cell():
    sizes = [(0.5, 0.5), (0.25, 1.0)]
    found = bx.to_centres(an.grid(2, 4, sizes))
    plain = [
        ((column + 0.5) / 4, (row + 0.5) / 2, w, h)
        for row in range(2)
        for column in range(4)
        for w, h in sizes
    ]
    np.testing.assert_allclose(found, plain)


def test_every_box_that_overlaps_has_an_anchor():
    """Two boxes want one anchor: the stronger gets it."""
    anchors = [[0, 0, 2, 2], [2, 0, 4, 2], [8, 8, 9, 9]]
    boxes = [[0, 0, 2, 1], [0, 0, 2, 1.5], [5, 5, 6, 6]]
    assert an.match(anchors, boxes, 0.9).tolist() == [1, -1, -1]
    boxes[0] = [1, 0, 3, 1.5]
    assert an.match(anchors, boxes, 0.9).tolist() == [1, 0, -1]


def test_a_better_box_takes_the_true_one():
    truth = [[0, 0, 2, 2], [4, 4, 6, 6]]
    boxes = [[0, 0, 2, 1.8], [0, 0, 2, 2], [4, 4, 6, 4.9]]
    right = sc.hits(boxes, [0.5, 0.9, 0.8], truth)
    assert right.tolist() == [False, True, False]
    assert sc.hits([], [], truth).tolist() == []
    assert sc.hits(boxes, [1, 2, 3], []).tolist() == [False] * 3


def test_the_curve_and_its_area_by_hand():
    scores, right = [0.6, 0.9, 0.8, 0.7], [True, True, False, True]
    precision, recall = sc.curve(scores, right, 4)
    np.testing.assert_allclose(precision, [1, 1 / 2, 2 / 3, 3 / 4])
    np.testing.assert_allclose(recall, [1 / 4, 1 / 4, 2 / 4, 3 / 4])
    found = sc.average_precision(scores, right, 4)
    assert found == pytest.approx(1 / 4 + 2 / 4 * 3 / 4)
    assert sc.average_precision([], [], 3) == 0
    assert sc.average_precision([1.0], [True], 1) == 1


BOX = [[0.0, 0.0, 1.0, 1.0]]
NOTHING = sc.Found(np.empty((0, 4)), np.empty(0), np.empty(0))


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: bx.iou([1, 2, 3, 4], BOX), r"a has shape \(4,\)"),
        (lambda: bx.iou(BOX, [[0, 0, 1]]), r"b has shape \(1, 3\)"),
        (lambda: bx.areas([[0, 0, np.nan, 1]]), "boxes has an entry that"),
        (lambda: bx.to_corners([[0, 0]]), "centres has shape"),
        (lambda: an.grid(0, 1, [(1, 1)]), "rows is 0"),
        (lambda: an.grid(1, 1.5, [(1, 1)]), "columns is 1.5"),
        (lambda: an.grid(1, 1, [(1, 0)]), "expected pairs above 0"),
        (lambda: an.grid(1, 1, [1]), "expected pairs above 0"),
        (lambda: an.match(BOX, BOX, 0), "threshold is 0; expected above 0"),
        (lambda: an.encode(BOX, BOX * 2), r"expected that of anchors, \(2"),
        (lambda: an.encode([[0, 0, 0, 1]], BOX), "boxes has a box without"),
        (lambda: an.encode(BOX, [[0, 1, 1, 0]]), "anchors has a box without"),
        (lambda: an.decode(BOX * 2, BOX), r"offsets has shape \(2, 4\)"),
        (lambda: nms(BOX, [1, 2]), r"scores has shape \(2,\)"),
        (lambda: nms(BOX, [np.nan]), "scores has an entry that is not"),
        (lambda: sc.hits(BOX, [1, 2], BOX), r"expected \(1,\)"),
        (lambda: sc.curve([1.0], [True], 0), "total is 0"),
        (lambda: sc.curve([1.0, 2.0], [True], 1), r"expected \(1,\)"),
        (
            lambda: sc.average_precisions([NOTHING], [], [], 1),
            "found has 1 pictures, boxes 0 and labels 0",
        ),
        (
            lambda: sc.mean_average_precision([NOTHING], [BOX], [[-1]], 2),
            "expected at least one box",
        ),
    ],
)
def test_what_makes_no_sense_is_refused(call, message):
    with pytest.raises(ValueError, match=message):
        call()
