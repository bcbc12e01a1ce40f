"""Design a grid of anchors: the answer.

One size for each kind is enough, near the geometric middle of its smallest
and its largest: a square in another is in an IoU of one half as long as the
sides differ by a factor of less than √2 = 1.41.

The platelets are the hard kind, and not because of their size alone, but
because of the grid. With points 8 pixels apart the nearest anchor may be off
by 4 in each direction, and two squares of 10 pixels then share 6 · 6 of 164:
an IoU of 0.22. With points 4 pixels apart it is 8 · 8 of 136, or 0.47, in the
worst case. So the small ones dictate the number of rows. Red and white cells
would do with far fewer anchors, which is why detectors give each size a grid
of its own.
"""

DESIGN = {
    "rows": 30,
    "columns": 40,
    "sizes": [(10, 10), (26, 26), (51, 51)],
}
