"""Two backends on one page: run each, show them side by side.

A code cell tagged `torch` or `paddle` runs in that backend's kernel only; an
untagged cell runs in both. Before Sphinx reads a page, each of its backends
is run (`runs`, `execute`), unless a run of the same code with the same
package files, data and framework versions is in the store (`store`). The
runs' outputs are put back into one page (`merge`), where MyST-NB finds them;
transforms then set each backend's cells and prose beside their counterparts
(`pairs`, `twins`, `align`) and fold the claims and the code that draws
(`claims`, `folds`). `checks` says what is wrong with a page before it runs,
`data_blocks` chooses between prose for the real data and for a stand-in,
`exercise` is the directive for exercises, `listing` that for the list of
them, `ways` leads from one to where it can be answered, `export` writes the
notebooks, `summary` the build's last lines.
"""

from __future__ import annotations

from typing import Any

from sphinx.application import Sphinx

from . import (
    claims,
    context,
    data_blocks,
    exercise,
    export,
    folds,
    listing,
    pairs,
    problems,
    references,
    runs,
    seen,
    summary,
    twins,
    ways,
)

PARTS = (
    problems,
    runs,
    folds,
    pairs,
    twins,
    claims,
    data_blocks,
    exercise,
    listing,
    references,
    context,
    export,
    summary,
    seen,
    ways,
)


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the extension with Sphinx."""
    app.add_config_value("sidebyside_jobs", 0, "", [int])
    app.add_config_value("sidebyside_page_seconds", 60, "", [int])
    for part in PARTS:
        part.register(app)
    return {"version": "1", "parallel_read_safe": False, "env_version": 3}
