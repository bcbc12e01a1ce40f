"""The code of *Deep Learning, Side by Side*.

Four floors, imports only downwards: neutral ground (`data`, `metrics`,
`history`, `plot`), `scratch`, the twins `torch` and `paddle`, and on top
`grading` and `cli`. Importing this package imports none of them.
"""

__version__ = "0.1.0"
