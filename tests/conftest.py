"""What all tests share: the Sphinx extensions are importable."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "book" / "_ext"))
