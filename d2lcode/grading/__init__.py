"""What a grader imports: `from d2lcode.grading import points, expect`.

Every name loads its module when first used, so that starting the command
or pytest costs nothing.
"""

from d2lcode._lazy import lazy

__getattr__, __dir__, __all__ = lazy(__name__)
