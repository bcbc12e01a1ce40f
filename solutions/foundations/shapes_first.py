r"""Shapes first: the answer.

Broadcasting lines shapes up from the *right*, and stretches a 1 or a missing
axis. **1**: `(8, 5)` with `(5,)`: the bias is added to each row. **2**: the
axis that is named goes away. **3**: `(8, 3)` with `(8,)` puts 3 against 8,
which is refused; a kind error. **4**: `keepdims` leaves `(8, 1)`, which
stretches along the rows. **5**: an index takes its axis away, so `(8,)` with
`(8,)`. **6**: a slice keeps it, so `(8, 1)` with `(8,)`, every row against
every target: the silent fault of this page. **7**: `(8, 1, 3)` with
`(8, 3)`, all differences between two rows, `(8, 8, 3)`. **8**: a comparison
of `(8,)` with `(8,)`, and its mean, one number.
"""

SHAPES = {
    "1": (8, 5),
    "2": (3,),
    "3": "error",
    "4": (8, 3),
    "5": (8,),
    "6": (8, 8),
    "7": (8, 8, 3),
    "8": (),
}
