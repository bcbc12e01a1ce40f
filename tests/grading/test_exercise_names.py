"""What a reader may call an exercise."""

from pathlib import Path

import pytest

from d2lcode.grading import catalogue
from d2lcode.grading.names import find

ROOT = Path(__file__).parents[2]
EXERCISES = catalogue.find(ROOT)


@pytest.mark.parametrize("name", EXERCISES)
def test_every_exercise_is_found_by_its_names(name):
    exercise = EXERCISES[name]
    topic, short = name.split("/")
    files = [*exercise.starters.values(), *exercise.solutions.values()]
    files = [str(p.relative_to(ROOT)) for p in [*files, exercise.grader]]
    spellings = [name, short, name.replace("_", "-"), f"{topic}/test_{short}"]
    for spelling in [*spellings, *files[:-1]]:
        assert find(spelling, EXERCISES) == [exercise]
