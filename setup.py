"""Put the starters and the graders into the wheel, from where they stand.

Everything else about the package is in `pyproject.toml`.
"""

from pathlib import Path

from setuptools import setup
from setuptools.command.build_py import build_py

ROOT = Path(__file__).parent
PLACES = ("exercises/*/*.py", "tests/exercises/*/test_*.py")


class WithExercises(build_py):
    """Also build `d2lcode/_book`, what `d2lcode init` takes from."""

    def _get_data_files(self) -> list[tuple[str, str, str, list[str]]]:
        return [*super()._get_data_files(), *self._exercises()]

    def _exercises(self) -> list[tuple[str, str, str, list[str]]]:
        """List package, folder here, folder there, and files."""
        target = Path(self.build_lib, "d2lcode", "_book")
        files = [p for place in PLACES for p in sorted(ROOT.glob(place))]
        return [
            (
                "d2lcode",
                str(folder.relative_to(ROOT)),
                str(target / folder.relative_to(ROOT)),
                [p.name for p in files if p.parent == folder],
            )
            for folder in dict.fromkeys(p.parent for p in files)
        ]


setup(cmdclass={"build_py": WithExercises})
