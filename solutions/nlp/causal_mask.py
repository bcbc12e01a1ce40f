r"""A causal mask: the answer.

Give every place its number, counted over the whole text. The keys are the
places $0, \dots, s - 1$, and the queries are the *last* $t$ of them, $s - t,
\dots, s - 1$. `query[:, None] - key` is then how far each key lies back: 0
for the place itself, negative for what is still to come. Both conditions read
as they are spoken: not ahead, and less than `window` back.

The offset $s - t$ is what is forgotten most often. As long as $t = s$, which
is how a model is trained, it is 0; with a cache of keys there is one query,
$t = 1$, and without the offset it would see nothing but the first key of all.
"""

import numpy as np


def causal_mask(
    queries: int, keys: int, window: int | None = None
) -> np.ndarray:
    """Say which keys each query may see.

    Args:
        queries: how many places ask; they are the last ones of the text.
        keys: how many places the text has, at least as many.
        window: how many places a query sees at most, itself included;
            all up to itself if None.

    Returns:
        True where a query may see a key, bool (queries, keys).
    """
    key = np.arange(keys)
    back = key[keys - queries :, None] - key
    return (back >= 0) & (back < (keys if window is None else window))
