"""`:::{exercise} mnist/softmax`: an exercise, whole, from its own files.

The statement is the starter's docstring, the hints and the points are the
grader's, the solution is the file in `solutions/`: nothing is written twice.
"""

from __future__ import annotations

import ast
from pathlib import Path
from typing import Any

from docutils import nodes
from docutils.statemachine import StringList
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.util.docutils import SphinxDirective

from d2lcode.grading import catalogue
from d2lcode.grading.reading import read_source
from d2lcode.pages import BACKENDS

from . import ways
from .pairs import pair
from .problems import Problem, directive_line, gathered

LEVELS = {1: "to warm up", 2: "to apply", 3: "to think"}


class exercise_box(nodes.General, nodes.Element):  # noqa: N801
    """The whole exercise."""


class fold(nodes.General, nodes.Element):  # noqa: N801
    """A part that the reader opens: a hint, the solution."""


def visit_box(translator: Any, node: exercise_box) -> None:
    """Open the exercise."""
    translator.body.append(
        f'<section class="exercise" id="{node["anchor"]}" '
        f'aria-labelledby="{node["anchor"]}-title">\n'
    )


def depart_box(translator: Any, _node: exercise_box) -> None:
    """Close the exercise."""
    translator.body.append("</section>\n")


def visit_fold(translator: Any, node: fold) -> None:
    """Open a folded part."""
    translator.body.append(
        f'<details class="exercise-{node["kind"]}">'
        f"<summary>{node['label']}</summary>\n"
    )


def depart_fold(translator: Any, _node: fold) -> None:
    """Close a folded part."""
    translator.body.append("</details>\n")


def ignore(_translator: Any, _node: nodes.Element) -> None:
    """Let the other builders show what is inside."""


def shown(env: BuildEnvironment) -> dict[str, list[tuple[str, int]]]:
    """Give, by page, the exercises that it shows and their lines."""
    found: dict[str, list[tuple[str, int]]] = env.__dict__.setdefault(
        "sidebyside_shown", {}
    )
    return found


class ExerciseDirective(SphinxDirective):
    """Show an exercise of the catalogue."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Build the exercise's nodes, or report that there is no such."""
        name, line, page = (
            self.arguments[0],
            directive_line(self),
            self.env.docname,
        )
        root = Path(self.env.srcdir).parent
        known = catalogue.find(root)
        if name not in known:
            problem = Problem(page, line, f"unknown exercise {name!r}")
            gathered(self.env.app).append(problem)
            return []
        shown(self.env).setdefault(page, []).append((name, line))
        for path in files(known[name]):
            self.env.note_dependency(str(path))
        return [self.box(known[name], root)]

    def box(self, exercise: Any, root: Path) -> exercise_box:
        """Put the parts together."""
        anchor = anchor_of(exercise.id)
        box = exercise_box("", anchor=anchor)
        box += self.heading(exercise, anchor)
        box += self.parse(exercise.statement)
        box += self.how(exercise, root)
        box += ways.place(exercise)
        for number, hint in enumerate(exercise.hints, 1):
            box += self.folded("hint", f"Hint {number}", self.parse(hint))
        box += self.folded("solution", "Solution", self.solutions(exercise))
        return box

    def heading(self, exercise: Any, anchor: str) -> list[nodes.Node]:
        """Give the title, and below it what the exercise asks of a reader."""
        title = nodes.paragraph(
            "",
            exercise.title,
            classes=["exercise-title"],
            ids=[f"{anchor}-title"],
        )
        below = nodes.paragraph("", facts(exercise), classes=["exercise-meta"])
        return [title, below]

    def parse(self, text: str) -> list[nodes.Node]:
        """Read Markdown."""
        holder = nodes.container()
        lines = StringList(text.split("\n"), self.env.docname)
        self.state.nested_parse(lines, self.content_offset, holder)
        return list(holder.children)

    def how(self, exercise: Any, root: Path) -> list[nodes.Node]:
        """Name the file to open and the command to run."""
        variants = {k: v for k, v in exercise.starters.items() if k}
        if not variants:
            return self.how_one(exercise.starters[""], root)
        return [pair({b: self.how_one(p, root) for b, p in variants.items()})]

    def how_one(self, starter: Path, root: Path) -> list[nodes.Node]:
        """Name one starter and its command."""
        path = starter.relative_to(root).as_posix()
        options = self.config.html_theme_options
        base = options.get("repository_url", "")
        branch = options.get("repository_branch", "main")
        link = nodes.reference(
            "",
            "",
            nodes.literal("", path),
            refuri=f"{base}/blob/{branch}/{path}",
        )
        line = nodes.paragraph("", "Open ", classes=["exercise-files"])
        line += [link, nodes.Text(", fill it in, and check your answer:")]
        command = nodes.literal_block(
            "", f"pytest {path}", language="console", classes=["exercise-run"]
        )
        return [line, command]

    def solutions(self, exercise: Any) -> list[nodes.Node]:
        """Show the reference answer of each variant: in words, then in code.

        What all variants say in the same words is said once.
        """
        parts = {b: explained(p) for b, p in exercise.solutions.items()}
        texts = {text for text, _ in parts.values()}
        once = self.parse(texts.pop()) if len(texts) == 1 else []
        blocks = {
            backend: [
                *([] if once else self.parse(text)),
                nodes.literal_block("", code, language="python"),
            ]
            for backend, (text, code) in parts.items()
        }
        if set(blocks) <= set(BACKENDS):
            return [*once, pair(blocks)]
        return [*once, *(node for block in blocks.values() for node in block)]

    def folded(self, kind: str, label: str, content: list[nodes.Node]) -> fold:
        """Fold a part of the exercise."""
        return fold("", *content, kind=kind, label=label)


def facts(exercise: Any) -> str:
    """Say how hard an exercise is, how long it takes, what it is worth."""
    return (
        f"{level(exercise)} · {exercise.minutes} min · "
        f"{exercise.points} points"
    )


def level(exercise: Any) -> str:
    """Draw the difficulty, and say it: `●○○ to warm up`."""
    dots = "●" * exercise.difficulty + "○" * (3 - exercise.difficulty)
    return f"{dots} {LEVELS[exercise.difficulty]}"


def anchor_of(name: str) -> str:
    """Give the place of an exercise on its page."""
    return "ex-" + name.replace("/", "-").replace("_", "-")


def explained(path: Path) -> tuple[str, str]:
    """Split a solution into its docstring, less the title, and its code."""
    source = read_source(path)
    tree = ast.parse(source)
    text = (ast.get_docstring(tree) or "").partition("\n")[2].strip()
    start = tree.body[0].end_lineno or 0 if ast.get_docstring(tree) else 0
    return text, "\n".join(source.split("\n")[start:]).strip()


def files(exercise: Any) -> list[Path]:
    """List the files that an exercise's box is made from."""
    return [
        *exercise.starters.values(),
        *exercise.solutions.values(),
        exercise.grader,
    ]


def places(
    app: Sphinx, env: BuildEnvironment
) -> dict[str, list[tuple[str, int]]]:
    """Give, by exercise, the pages and the lines on which it stands."""
    names = sorted(catalogue.find(Path(app.srcdir).parent))
    found: dict[str, list[tuple[str, int]]] = {name: [] for name in names}
    for docname in sorted(shown(env)):
        for name, line in shown(env)[docname]:
            found.setdefault(name, []).append((docname, line))
    return found


def count(app: Sphinx, env: BuildEnvironment) -> None:
    """Report the exercises that stand on no page, or more than once.

    Only when all pages are read is it known: an exercise may have moved.
    """
    problems = gathered(app)
    for name, found in places(app, env).items():
        if not found:
            message = f"exercises/{name} is on no page"
            problems.append(Problem(env.config.root_doc, 1, message))
        for docname, line in found[1:]:
            first = f"{found[0][0]}, line {found[0][1]}"
            message = f"exercise {name!r} is already on {first}"
            problems.append(Problem(docname, line, message))


def purge(_app: Sphinx, env: BuildEnvironment, docname: str) -> None:
    """Forget which exercises a page showed."""
    shown(env).pop(docname, None)


def register(app: Sphinx) -> None:
    """Connect to Sphinx."""
    others = dict.fromkeys(
        ("latex", "text", "man", "texinfo", "gettext"), (ignore, ignore)
    )
    app.add_node(exercise_box, html=(visit_box, depart_box), **others)  # type: ignore
    app.add_node(fold, html=(visit_fold, depart_fold), **others)  # type: ignore
    app.add_directive("exercise", ExerciseDirective)
    app.connect("env-purge-doc", purge)
    app.connect("env-updated", count, priority=400)
