"""Each idea by hand in NumPy, for reading; the book shows these files."""

from d2lcode._lazy import lazy

__getattr__, __dir__, __all__ = lazy(__name__)
