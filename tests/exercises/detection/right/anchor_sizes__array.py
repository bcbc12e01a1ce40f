"""An array of sizes, NumPy integers, another grid."""

import numpy as np

DESIGN = {
    "rows": np.int64(28),
    "columns": np.int64(38),
    "sizes": np.array([[10.0, 10.5], [26, 27], [50, 50]]),
}
