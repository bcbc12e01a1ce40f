"""The command `d2lcode`; each of its commands imports what it needs."""

from __future__ import annotations

import functools
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from d2lcode import __version__
from d2lcode._output import speak_plainly

if TYPE_CHECKING:
    from d2lcode.grading.catalogue import Exercise
    from d2lcode.grading.results import Result

Command = Callable[..., Any]
MOST_SECONDS = 3600

backend_option = click.option(
    "--backend",
    type=click.Choice(["torch", "paddle"]),
    help="Only this framework's file, where an exercise has two.",
)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="d2lcode")
def main() -> None:
    """Work through Deep Learning, Side by Side.

    EXERCISE is a name such as mnist/softmax, or just softmax; a topic such
    as mnist stands for all of its exercises.
    """
    speak_plainly()


class RefusedError(click.ClickException):
    """What was asked for is not there."""

    exit_code = 2


def friendly(command: Command) -> Command:
    """Show an expected error as one sentence, exit code 2."""

    @functools.wraps(command)
    def run(*args: Any, **kwargs: Any) -> Any:
        from d2lcode.grading.catalogue import (
            CatalogueError,
            UnknownExerciseError,
        )
        from d2lcode.grading.starters import NoStarterError

        expected = CatalogueError, NoStarterError, UnknownExerciseError
        try:
            return command(*args, **kwargs)
        except expected as error:
            raise RefusedError(str(error.args[0])) from error

    return run


@contextmanager
def writing(path: Path) -> Iterator[None]:
    """Show in one sentence that a file cannot be written."""
    try:
        yield
    except OSError as error:
        reason = f"{error.strerror}, {error.filename}"
        raise RefusedError(f"{path} cannot be written: {reason}") from error


def time_limit(
    context: click.Context, option: click.Parameter, seconds: float | None
) -> float | None:
    """Refuse what is no time limit; nan is none, too."""
    if seconds is None or 0.1 <= seconds <= MOST_SECONDS:
        return seconds
    raise click.BadParameter(
        f"{seconds:g} was given; expected a number from 0.1 to {MOST_SECONDS}."
    )


report_path = click.Path(path_type=Path, dir_okay=False)


def book(anywhere: bool = False) -> tuple[Path, dict[str, Exercise]]:
    """Find the reader's folder and its exercises.

    Args:
        anywhere: what a notebook outside of any folder remembers will do.
    """
    from d2lcode.grading.catalogue import find, find_root
    from d2lcode.grading.places import home

    root = home() if anywhere else find_root()
    return root, find(root)


def need_runner() -> None:
    """Say how to install what runs the exercises, if it is missing.

    Raises:
        ClickException: pytest, hypothesis or psutil is missing.
    """
    from d2lcode.grading.needs import missing

    if names := missing():
        raise click.ClickException(
            f"the exercises need {', '.join(names)}: "
            "pip install 'd2lcode[exercises]'"
        )


@main.command()
@click.argument("exercise", nargs=-1)
@backend_option
@click.option("--json", "as_json", is_flag=True, help="Print JSON instead.")
@click.option("--junitxml", type=report_path, help="Write JUnit XML.")
@click.option(
    "--gradescope", type=report_path, help="Write Gradescope's results.json."
)
@click.option(
    "--seconds",
    type=float,
    callback=time_limit,
    help=f"Time limit of each answer, from 0.1 to {MOST_SECONDS}.",
)
@click.option("-v", "--verbose", is_flag=True, help="Details of every one.")
@friendly
def check(
    exercise: tuple[str, ...],
    backend: str | None,
    as_json: bool,
    junitxml: Path | None,
    gradescope: Path | None,
    seconds: float | None,
    verbose: bool,
) -> None:
    """Grade answers: one EXERCISE, a topic, several, or all.

    A file can be named too; two files in two folders are two answers.

    The exit code is 0 when everything passed, 1 when something did not, 2
    when there is no such exercise, or a report cannot be written.
    """
    need_runner()
    from d2lcode.grading import names, reports, state
    from d2lcode.grading.results import PASSED, best

    root, exercises = book()
    chosen = names.choose(exercise, exercises, backend)
    results = grade_chosen(root, chosen, seconds)
    state.record(root, own(exercises, results))
    if as_json:
        click.echo(reports.as_json(results))
    else:
        present(root, exercises, results, verbose)
    for kind, path in (("junitxml", junitxml), ("gradescope", gradescope)):
        if path:
            with writing(path):
                reports.write(path, kind, results)
    sys.exit(int(any(r.status != PASSED for r in best(results))))


def grade_chosen(
    root: Path, chosen: list[Any], seconds: float | None
) -> list[Result]:
    """Grade files, with a sign of life while it takes long."""
    from d2lcode.grading import display, runner, starters
    from d2lcode.grading.process import Limits

    for exercise in {e.id: e for e, _, _ in chosen}.values():
        starters.keep(root, exercise)
    limits = Limits(seconds=seconds) if seconds else None
    console = display.console(stderr=True)
    text = f"grading {display.count(len(chosen), 'answer')} …"
    with console.status(text):
        return runner.grade_all(chosen, limits=limits)


def own(exercises: dict[str, Exercise], results: list[Result]) -> list[Result]:
    """Keep those of the reader's own files."""
    return [
        r
        for r in results
        if Path(r.answer) == exercises[r.exercise].starters[r.variant]
    ]


def present(
    root: Path,
    exercises: dict[str, Exercise],
    results: list[Result],
    verbose: bool = False,
) -> None:
    """Show results: one in detail, many in a table."""
    from d2lcode.grading import display, state

    console = display.console()
    many = len(results) > 1
    for result in results if verbose or not many else []:
        exercise = exercises[result.exercise]
        hint = state.hint_line(root, exercise)
        console.print(display.details(result, exercise, hint))
        console.print()
    if many:
        console.print(display.table(results))
        console.print("\nOne in detail: d2lcode check EXERCISE", style="dim")


@main.command()
@click.argument("exercise", nargs=-1)
@backend_option
@friendly
def watch(exercise: tuple[str, ...], backend: str | None) -> None:
    """Grade an answer again each time its file is saved."""
    need_runner()
    from d2lcode.grading import names
    from d2lcode.grading.watch import Watch

    root, exercises = book()
    chosen = names.choose(exercise, exercises, backend)
    watching = Watch(
        root,
        {e.id: e for e, _, _ in chosen},
        backend,
        lambda result: present(root, exercises, [result]),
    )
    watching.forever()


@main.command()
@click.argument("exercise")
@friendly
def hint(exercise: str) -> None:
    """Give the next hint for EXERCISE."""
    from d2lcode.grading import names, state

    root, exercises = book(anywhere=True)
    found = names.one(exercise, exercises)
    given = state.next_hint(root, found)
    if given is None:
        click.echo(f"{found.id} has no hints.")
        return
    number, text = given
    click.echo(f"Hint {number} of {len(found.hints)}: {text}")


@main.command()
@click.argument("exercise")
@backend_option
@friendly
def reset(exercise: str, backend: str | None) -> None:
    """Bring the starter of EXERCISE back; your version is kept."""
    from d2lcode.grading import names, starters
    from d2lcode.grading.display import short

    root, exercises = book()
    found = names.one(exercise, exercises)
    for variant in found.variants:
        if backend and variant not in ("", backend):
            continue
        path = short(found.starters[variant], root)
        with writing(found.starters[variant]):
            backup = starters.reset(root, found, variant)
        kept = f"; your version is in {short(backup, root)}" if backup else ""
        click.echo(f"{path} is the starter again{kept}")


@main.command()
@click.argument("exercise", nargs=-1)
@friendly
def progress(exercise: tuple[str, ...]) -> None:
    """Show what has been solved by topic; list the exercises of a topic.

    It counts what the last grading of each exercise gave, as the file
    .d2lcode/state.json remembers it: your own record, which a report
    (`d2lcode check --json`) never reads.
    """
    from d2lcode.grading import display, names, state

    root, exercises = book(anywhere=True)
    found, console = state.load(root), display.console()
    if not exercise:
        console.print(display.progress(exercises.values(), found))
        console.print("\nOf a topic: d2lcode progress TOPIC", style="dim")
    for name in exercise:
        console.print(display.listing(names.find(name, exercises), found))


@main.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--topic", multiple=True, help="Only this one; or several.")
def init(folder: Path, topic: tuple[str, ...]) -> None:
    """Make FOLDER, with the starters of all exercises, to answer them in.

    Nothing is written over: in a folder that was made before, what is new is
    added.
    """
    from d2lcode.grading.folder import CannotMakeError, make, told

    with writing(folder):
        try:
            click.echo(told(make(folder, topic)))
        except CannotMakeError as error:
            raise RefusedError(str(error)) from error
    from d2lcode.grading.needs import missing

    if names := missing():
        click.echo(
            f"To grade them, {', '.join(names)} must be installed as well: "
            "pip install 'd2lcode[exercises]'"
        )


@main.command()
@click.argument("page")
@click.option(
    "--backend",
    type=click.Choice(["torch", "paddle"]),
    default="torch",
    show_default=True,
    help="Whose code the notebook holds.",
)
@click.option("--output", type=report_path, help="Where to write it.")
@click.option("--run", is_flag=True, help="Run it, and keep the outputs.")
@click.option("--force", is_flag=True, help="Replace a file that is there.")
@friendly
def notebook(
    page: str, backend: str, output: Path | None, run: bool, force: bool
) -> None:
    """Write PAGE, such as cnn/lenet, as a notebook of one framework."""
    from d2lcode.grading.places import find_root, is_made

    if is_made(root := find_root()):
        raise RefusedError(
            "notebooks are written from a clone of the book, and there are "
            f"no pages in {root}; each page of the published book has its "
            "notebooks to download at the top"
        )
    from d2lcode.notebooks import write

    with writing(output or Path.cwd()):
        try:
            path = write(page, backend, output, run, force)
        except FileExistsError as error:
            raise RefusedError(
                f"{error.filename} is there already; name another with "
                "--output, or replace it with --force"
            ) from error
        except ValueError as error:
            raise RefusedError(str(error)) from error
    click.echo(f"Wrote {path}")


if __name__ == "__main__":
    main()
