"""A figure with a slider, in HTML that needs nothing from elsewhere.

It is a table: a name, a dot on a logarithmic axis, a number. A reader who
cannot see the dots has the numbers, and the slider is the browser's own, so
the arrow keys move it. Without scripts the last frame stays.
"""

import json
from collections.abc import Mapping, Sequence
from html import escape
from math import log10

STYLE = """
#{id} table {{ width: 100%; border-collapse: collapse; }}
#{id} th, #{id} td {{ padding: 0 .5em; border: 0; font-weight: normal; }}
#{id} th {{ text-align: left; white-space: nowrap; }}
#{id} td:last-child {{ text-align: right; }}
#{id} td:nth-child(2) {{ width: 70%; }}
#{id} .axis {{ position: relative; height: 1.3em; margin-right: 1.5em; }}
#{id} tbody .axis {{ border-left: 1px solid #787d85; }}
#{id} .axis span {{ position: absolute; transform: translateX(-50%); }}
#{id} i {{ position: absolute; top: .25em; margin-left: -.4em;
  width: .8em; height: .8em; border-radius: 50%; background: #3a7fd5; }}
#{id} input {{ width: 12em; vertical-align: middle; }}
.text_html:has(> #{id}) {{ background: none !important;
  color: inherit !important; }}
"""
SCRIPT = """
(() => {{
  const root = document.getElementById("{id}");
  const names = {names}, frames = {frames};
  const slider = root.querySelector("input");
  const rows = root.querySelectorAll("tbody tr");
  slider.addEventListener("input", () => {{
    const name = names[slider.value];
    root.querySelector("output").textContent = name;
    slider.setAttribute("aria-valuetext", name);
    frames[slider.value].forEach((count, i) => {{
      const dot = rows[i].querySelector("i");
      dot.hidden = count < 1;
      dot.style.left = 100 * Math.log10(count || 1) / {decades} + "%";
      rows[i].lastElementChild.textContent = count.toLocaleString("en");
    }});
  }});
}})();
"""


PAGE = """<figure id="{id}" role="group" aria-labelledby="{id}-title">
<style>{style}</style>
<figcaption id="{id}-title">{title}</figcaption>
<label>Day <input type="range" min="0" max="{last}" value="{last}"
aria-valuetext="{name}"></label> <output>{name}</output>
<table><thead><tr><th scope="col">Place</th>
<th scope="col"><div class="axis">{ticks}</div></th>
<th scope="col">{what}</th></tr></thead>
<tbody>{rows}</tbody></table>
<script>{script}</script>
</figure>"""


def slider_dots(
    frames: Mapping[str, Sequence[int]],
    labels: Sequence[str],
    *,
    title: str,
    what: str,
    id: str = "slider-dots",
) -> str:
    """Write the figure as HTML.

    Args:
        frames: what the slider says → one count for each label.
        labels: the names of the rows.
        title: above the figure.
        what: what is counted, the heading of the last column.
        id: of the figure, unlike any other on its page.

    Raises:
        ValueError: there is no frame or no label, or a frame has not a
            count, 0 or more, for each label.
    """
    names, table = list(frames), _table(frames, len(labels))
    decades = max(1.0, log10(max(1, *map(max, table))))
    rows = zip(labels, table[-1], strict=True)
    return PAGE.format(
        id=id,
        style=STYLE.format(id=id),
        title=escape(title),
        what=escape(what),
        last=len(names) - 1,
        name=escape(names[-1]),
        ticks="".join(_tick(k, decades) for k in range(int(decades) + 1)),
        rows="".join(_row(*row, decades) for row in rows),
        script=SCRIPT.format(
            id=id, names=_js(names), frames=_js(table), decades=decades
        ),
    )


def _table(frames: Mapping[str, Sequence[int]], n: int) -> list[list[int]]:
    """Give the frames as lists, once they are seen to be right."""
    if not frames or n < 1:
        raise ValueError(
            f"{len(frames)} frames and {n} labels; expected 1 or more of each"
        )
    table = [list(map(int, counts)) for counts in frames.values()]
    for name, counts in zip(frames, table, strict=True):
        if len(counts) != n or min(counts) < 0:
            raise ValueError(
                f"frame {name!r} is {counts}; expected {n} counts from 0"
            )
    return table


def _tick(power: int, decades: float) -> str:
    text = f"{10 ** (power - 3)}k" if power > 2 else f"{10**power}"
    return f'<span style="left: {100 * power / decades:.2f}%">{text}</span>'


def _row(label: str, count: int, decades: float) -> str:
    left = 100 * log10(max(1, count)) / decades
    hidden = " hidden" if count < 1 else ""
    return (
        f'<tr><th scope="row">{escape(label)}</th><td><div class="axis">'
        f'<i style="left: {left:.2f}%"{hidden}></i></div></td>'
        f"<td>{count:,}</td></tr>\n"
    )


def _js(value: object) -> str:
    """Write a value for a script; no text in it can end the script."""
    return json.dumps(value, ensure_ascii=False).replace("<", "\\u003c")
