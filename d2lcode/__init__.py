"""The code of *Deep Learning, Side by Side*.

Four floors, imports only downwards: neutral ground (`data`, `metrics`,
`history`, `plot`), `scratch`, the twins `torch` and `paddle`, and on top
`grading` and `cli`. Importing this package imports none of them. In a
notebook, `%load_ext d2lcode` brings `%%check`, which grades a cell.
"""

from typing import Any

from d2lcode._lazy import lazy

__version__ = "0.1.0"

# No __all__: a star would ask for both frameworks.
__getattr__, __dir__, _ = lazy(__name__)


def load_ipython_extension(shell: Any) -> None:
    """Do what `%load_ext d2lcode` asks for: teach a notebook to grade.

    Args:
        shell: IPython's, which calls this.
    """
    from d2lcode.grading.magic import load

    load(shell)
