"""`:::{exercise-seen} regression/normalise leak`: one exercise, at a glance.

For the home page: the task's first lines, a wrong answer of those that the
tests keep, and the words with which the grader must meet it.
"""

from __future__ import annotations

import ast
from pathlib import Path

from docutils import nodes
from docutils.statemachine import StringList
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from d2lcode.grading import catalogue

from .exercise import anchor_of, facts, shown
from .problems import Problem, directive_line, gathered


class seen_link(nodes.General, nodes.Element):  # noqa: N801
    """Where the link to the exercise will stand."""


class SeenDirective(SphinxDirective):
    """Show an exercise with one mistake and what is said about it."""

    required_arguments = 1  # both in one, as `directive_line` expects it
    final_argument_whitespace = True

    def run(self) -> list[nodes.Node]:
        """Build the nodes, or report that there is no such mistake."""
        name, _, slug = self.arguments[0].partition(" ")
        exercise = catalogue.find(Path(self.env.srcdir).parent).get(name)
        wrong = next(
            (
                w
                for w in (exercise.wrong if exercise else ())
                if w.slug == slug
            ),
            None,
        )
        if exercise is None or wrong is None:
            line = directive_line(self)
            problem = f"no exercise {name!r} with a wrong answer {slug!r}"
            gathered(self.env.app).append(
                Problem(self.env.docname, line, problem)
            )
            return []
        for path in (exercise.starters[wrong.variant], wrong.path):
            self.env.note_dependency(str(path))
        return [
            nodes.container(
                "", *self.parts(exercise, wrong), classes=["exercise-seen"]
            )
        ]

    def parts(
        self, exercise: catalogue.Exercise, wrong: catalogue.WrongAnswer
    ) -> list[nodes.Node]:
        """Put together the task, the answer and the grader's words."""
        code = nodes.literal_block("", answer(wrong.path), language="python")
        says = f"… {wrong.says[0]} …"
        return [
            nodes.paragraph("", exercise.title, classes=["exercise-title"]),
            nodes.paragraph("", facts(exercise), classes=["exercise-meta"]),
            *self.task(exercise.statement),
            nodes.paragraph("", "Suppose that you answer:"),
            code,
            nodes.paragraph("", "Among what the grader then says is this:"),
            nodes.block_quote("", nodes.paragraph("", says)),
            seen_link("", name=exercise.id),
        ]

    def task(self, statement: str) -> list[nodes.Node]:
        """Read the task up to its second formula or paragraph of code."""
        holder = nodes.container()
        text = "\n\n".join(statement.split("\n\n")[:3])
        lines = StringList(text.split("\n"), self.env.docname)
        self.state.nested_parse(lines, self.content_offset, holder)
        return list(holder.children)


def answer(path: Path) -> str:
    """Give a wrong answer's code without the docstring that names it."""
    source = path.read_text("utf8")
    first = ast.parse(source).body[0]
    return "\n".join(source.split("\n")[first.end_lineno :]).strip()


def fill(app: Sphinx, doctree: nodes.document, page: str) -> None:
    """Link to the exercise, wherever it stands."""
    places = {
        name: where
        for where, all_ in shown(app.env).items()
        for name, _ in all_
    }
    for node in list(doctree.findall(seen_link)):
        where = places.get(node["name"])
        if where is None:
            node.parent.remove(node)
            continue
        address = app.builder.get_relative_uri(page, where)
        link = nodes.reference(
            "",
            "Try it yourself",
            refuri=f"{address}#{anchor_of(node['name'])}",
            internal=True,
        )
        node.replace_self(nodes.paragraph("", "", link))


def register(app: Sphinx) -> None:
    """Connect to Sphinx."""
    app.add_node(seen_link)
    app.add_directive("exercise-seen", SeenDirective)
    app.connect("doctree-resolved", fill)
