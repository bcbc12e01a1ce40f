"""A small book with one of everything that the site has to show.

It is written as notebooks with outputs, so that it builds in seconds without
running anything; the blocks for the two backends, the claims and the
exercise have the HTML that the ``sidebyside`` extension gives to real pages.
"""

import base64
import io
from pathlib import Path

import matplotlib as mpl
import nbformat
from matplotlib.figure import Figure
from nbformat import v4

ROOT = Path(__file__).resolve().parents[2]
LONGEST = (
    "values = [function_of(first, second, third) "
    "for first in range(1234567890)]  #x"
)

TABLE = "layer       kind     output shape    parameters\n" + "-" * 58 + "\n"

CONFIG = """\
title: A Sample, Side by Side
author: nobody
only_build_toc_files: true
execute: {execute_notebooks: "off"}
parse:
  myst_enable_extensions:
    [amsmath, attrs_block, attrs_inline, colon_fence, deflist, dollarmath]
html: {baseurl: "https://example.org/sample/", home_page_in_navbar: false}
repository:
  url: https://github.com/example/sample
  path_to_book: book
  branch: main
sphinx:
  local_extensions:
    katex_math: EXT
    site_chrome: EXT
    stage: .
  config:
    katex_macros: {'\\R': '\\mathbb{R}'}
"""

STAGE = '''\
"""Says of each page of the sample what sidebyside says of real ones."""


def tell(app, page, template, context, tree):
    context["backends"] = {"torch": "PyTorch", "paddle": "PaddlePaddle"}
    if page != "topic/cells":
        return
    context["page_backends"] = ["torch", "paddle"]
    context["notebooks"] = [
        {
            "backend": name,
            "label": label,
            "href": f"../_notebooks/{name}/topic/cells.ipynb",
            "colab": f"https://colab.research.google.com/{name}",
        }
        for name, label in context["backends"].items()
    ]


def leave(app, error):
    for name in ("torch", "paddle"):
        folder = app.outdir / "_notebooks" / name / "topic"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "cells.ipynb").write_text("{}", encoding="utf-8")


def setup(app):
    app.connect("html-page-context", tell)
    app.connect("build-finished", leave)
    return {"parallel_read_safe": True}
'''

TOC = """\
format: jb-book
root: index
defaults: {numbered: true}
parts:
  - caption: One topic
    chapters:
      - file: topic/cells
      - file: topic/plain
  - caption: Another topic
    chapters:
      - file: topic/last
"""

INDEX = """\
# A sample, side by side

This book holds one of everything. It starts with [cells](topic/cells.ipynb)
and goes on [without](topic/plain.md).
"""

PLAIN = r"""# A page of prose

Its question: does a {dfn}`logit <对数几率; log odds>` $z$ have a slope?
After {dfn}`normalising <归一化; = normalisation>` it does. Here is one with a
number,

$$
\frac{\partial}{\partial z}\bigl(-\log p\bigr) = p - 1, \qquad p \in \R
$$ (slope)

and {eq}`slope` says so: a derivative. Two lines that are aligned:

\begin{align}
y &= w x + b \\
L &= \tfrac12 (y - t)^2
\end{align}

## A wide formula and a wide table

$$
a_1 + a_2 + a_3 + a_4 + a_5 + a_6 + a_7 + a_8 + a_9 + a_{10} + a_{11} + a_{12}
+ a_{13} + a_{14} + a_{15} + a_{16} + a_{17} + a_{18} + a_{19} + a_{20} = 1
$$

| Network | Year | Parameters | Multiply-adds | Error | Image | Where it is |
|---|---:|---:|---:|---:|---:|---|
| AlexNet | 2012 | 61,100,840 | 714,188,480 | 16.4 % | 224 | architectures |
| GoogLeNet | 2014 | 6,624,904 | 1,504,879,616 | 6.7 % | 224 | architectures |

:::{note}
A note, which stays calm.
:::

> A sentence that somebody said.

```bash
d2lcode check mnist/softmax --backend paddle --json --junitxml out.xml
```

- one thing, with `code` in it
- another thing

Term
: What it means.
"""

LAST = """\
# The last page

See <a href="cells.html#only-in-paddle">a word about weights</a>.

## Quietly

Nothing more.
"""

EXERCISE = """\
<section class="exercise" id="ex-topic-softmax">
<p class="exercise-title">Softmax, made safe</p>
<p class="exercise-meta">Difficulty 1 of 3 · 10 minutes · 3 points</p>
<p>Write the function so that large logits do no harm.</p>
<p class="exercise-files"><code>exercises/mnist/softmax.py</code></p>
<details class="exercise-hint"><summary>Hint 1 of 2</summary>
<p>Subtract the largest.</p></details>
<details class="exercise-solution"><summary>Solution</summary>
<p>Shifting all logits changes nothing.</p></details>
</section>
"""


def _png() -> str:
    with mpl.rc_context({"savefig.transparent": True}):
        figure = Figure(figsize=(6, 2.6))
        axes = figure.subplots()
        axes.plot([3, 1, 0.6, 0.45, 0.4], color="#d1603d", label="PyTorch")
        axes.plot([3, 1.1, 0.7, 0.5, 0.4], color="#4c78c8", label="Paddle")
        axes.tick_params(colors="#888")
        axes.legend(labelcolor="#888", frameon=False)
        target = io.BytesIO()
        figure.savefig(target, format="png", dpi=150)
    return base64.b64encode(target.getvalue()).decode()


def _code(source: str, *outputs: nbformat.NotebookNode, count: int = 1):
    return v4.new_code_cell(
        source, outputs=list(outputs), execution_count=count
    )


def _open(name: str, label: str, *, first: bool = False):
    pair = '<div class="backend-pair">\n' if first else "</div>\n"
    return v4.new_markdown_cell(
        f'{pair}<div class="backend backend-{name}" data-backend="{name}" '
        f'role="group" aria-label="{label}">'
    )


def _close():
    return v4.new_markdown_cell("</div>\n</div>")


def _pair(torch: list, paddle: list) -> list:
    return [
        _open("torch", "PyTorch", first=True),
        *torch,
        _open("paddle", "PaddlePaddle"),
        *paddle,
        _close(),
    ]


def _prints(text: str) -> nbformat.NotebookNode:
    return v4.new_output("stream", name="stdout", text=text)


def _cells() -> list:
    shows = v4.new_output(
        "display_data", data={"image/png": _png(), "text/plain": "Figure"}
    )
    filler = "A paragraph that takes its room on the page, as they do. " * 9
    layer = "layer = torch.nn.Linear(784, 10)\nprint(layer.weight.shape)"
    module = (
        "class LeNet(nn.Module):\n"
        '    """LeNet-5 of LeCun et al. (1998)."""\n\n'
        "    def forward(self, x: Tensor) -> Tensor:\n"
        f"        {LONGEST[:71]}\n"
        "        return self.classifier(x)  # (n, 10)\n"
    )
    return [
        v4.new_markdown_cell(
            "# Cells of two frameworks\n\nA first paragraph. " + filler
        ),
        _code(f"import numpy as np\n\n{LONGEST}", _prints(TABLE)),
        v4.new_markdown_cell(
            '<details class="claim claim-passed"><summary>Checked in this '
            "build: the two slopes differ.</summary>\n"
            "<pre>assert True</pre></details>\n\n" + filler
        ),
        v4.new_markdown_cell("## A layer"),
        *_pair(
            [_code(layer, _prints("torch.Size([10, 784])\n"))],
            [
                _code(
                    layer.replace("torch", "paddle"), _prints("[784, 10]\n")
                ),
                v4.new_markdown_cell(
                    '<p id="only-in-paddle">Paddle keeps weights the other '
                    "way round.</p>"
                ),
            ],
        ),
        v4.new_markdown_cell(filler),
        *_pair([_code(module)], [_code(module.replace("nn.", "paddle.nn."))]),
        v4.new_markdown_cell("## A figure\n\n" + filler),
        _code("plot.curves(histories)", shows),
        v4.new_markdown_cell(filler + "\n\n## Exercises"),
        v4.new_markdown_cell(EXERCISE),
        v4.new_markdown_cell(filler + "\n\n## In short\n\n" + filler),
    ]


def write(folder: Path) -> Path:
    """Write the sample's sources; return the folder of its pages."""
    book = folder / "book"
    (book / "topic").mkdir(parents=True)
    extensions = (ROOT / "book" / "_ext").as_posix()
    texts = {
        "_config.yml": CONFIG.replace("EXT", extensions),
        "stage.py": STAGE,
        "book/_toc.yml": TOC,
        "book/index.md": INDEX,
        "book/topic/plain.md": PLAIN,
        "book/topic/last.md": LAST,
        "book/topic/cells.ipynb": v4.writes(
            v4.new_notebook(
                cells=_cells(),
                metadata={
                    "kernelspec": {
                        "name": "python3",
                        "display_name": "Python",
                    },
                    "language_info": {"name": "python"},
                },
            )
        ),
    }
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    return book
