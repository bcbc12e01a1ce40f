"""What must be installed before an answer can be graded."""

from importlib.util import find_spec

RUNNER = ("pytest", "hypothesis", "psutil", "watchdog")


def missing() -> list[str]:
    """Name the packages of the extra `exercises` that are not installed."""
    return [name for name in RUNNER if find_spec(name) is None]
