"""Data sets as NumPy arrays, the same for both frameworks.

    >>> from d2lcode import data
    >>> d = data.mnist()
    >>> d.train.x.shape, d.train.y.shape
    ((60000, 1, 28, 28), (60000,))

Files are looked for in the folder that `D2LCODE_DATA_MIRROR` names, in the
reader's cache (`D2LCODE_CACHE` moves it), and at the public addresses
(unless `D2LCODE_OFFLINE=1`); every byte is verified before it is used.
Where none of them has the data, an embedded stand-in of the same shape takes
their place, says so once, and shows it in its repr.

To add a loader:

1. Name the files in `registry.toml`: addresses, SHA-256 of the content,
   size, licence, citation. A name there is the name of the loader.
2. Write `<somewhere>.py` (not `<name>.py`: the module would hide the
   function) with a function `_read(files) -> Dataset` that turns
   `files.paths[role]` into arrays, a function `_made() -> Dataset` that
   makes a stand-in of the same shape (in `standins/`), and

       def name(*, stand_in: bool | None = None) -> Dataset:
           return load("name", _read, _made, stand_in)

   An archive is opened with `archives.unpack`, into a folder beside it.
3. Add `name` to `NAMES` below, and a test beside `tests/data/`'s others:
   shapes, ranges, a few known values of the real data, the stand-in.
"""

from typing import TYPE_CHECKING

from d2lcode._lazy import lazy

if TYPE_CHECKING:
    from d2lcode.data.boston import housing
    from d2lcode.data.boston_file import housing_text
    from d2lcode.data.dataset import Dataset, LinearTruth, Split
    from d2lcode.data.errors import (
        ArchiveError,
        CorruptFileError,
        DataError,
        DataUnavailableError,
    )
    from d2lcode.data.images import fashion_mnist, mnist
    from d2lcode.data.store import locate, retry, used

NAMES = {
    "ArchiveError": "errors",
    "CorruptFileError": "errors",
    "DataError": "errors",
    "DataUnavailableError": "errors",
    "Dataset": "dataset",
    "LinearTruth": "dataset",
    "Split": "dataset",
    "fashion_mnist": "images",
    "housing": "boston",
    "housing_text": "boston_file",
    "locate": "store",
    "mnist": "images",
    "retry": "store",
    "used": "store",
}

__all__ = [
    "ArchiveError",
    "CorruptFileError",
    "DataError",
    "DataUnavailableError",
    "Dataset",
    "LinearTruth",
    "Split",
    "fashion_mnist",
    "housing",
    "housing_text",
    "locate",
    "mnist",
    "retry",
    "used",
]

__getattr__, __dir__ = lazy(__name__, NAMES)
