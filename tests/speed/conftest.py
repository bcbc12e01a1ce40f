"""The folder `benchmarks` is no installed package; this finds it."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))
