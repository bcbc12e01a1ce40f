"""The code of *Deep Learning, Side by Side*.

Four floors, imports only downwards: neutral ground (`data`, `metrics`,
`history`, `plot`), `scratch`, the twins `torch` and `paddle`, and on top
`grading` and `cli`. Importing this package imports none of them.
"""

from d2lcode._lazy import lazy

__version__ = "0.1.0"

# No __all__: a star would ask for both frameworks.
__getattr__, __dir__, _ = lazy(__name__)
