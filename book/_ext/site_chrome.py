"""The look of the book: our templates and styles over sphinx-book-theme.

Beside giving the theme its options, this mends what it and Jupyter Book get
wrong for us: scripts that no page of ours needs (Thebe, twice; Font Awesome,
1.5 MB; the search index on every page), a second search bar, source links
that open nothing. See ``_templates`` and ``_static/style`` for the rest.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from chinese import mark_chinese
from code_lines import wrap_lines
from docutils import nodes
from site_map import write_sitemap

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config

BOOK = Path(__file__).resolve().parent.parent
STATIC = BOOK / "_static"
TEMPLATES = BOOK / "_templates"
STYLES = (
    "tokens",
    "page",
    "prose",
    "code",
    "switch",
    "sides",
    "icons",
    "find",
    "print",
)
SCRIPTS = ("switch.js", "sides.js", "page.js")
BACKENDS = {"torch": "PyTorch", "paddle": "PaddlePaddle"}

THEME_OPTIONS = {
    "article_header_start": ["site-start.html"],
    "article_header_end": ["site-end.html"],
    "article_footer_items": ["site-edit.html"],
    "footer_content_items": ["site-foot.html"],
    "back_to_top_button": False,
    "home_page_in_toc": False,
    "navbar_persistent": [],
    "navigation_with_keys": False,
    "pygments_dark_style": "github-dark",
    "pygments_light_style": "a11y-light",
    "search_bar_text": "Search the book",
    "show_navbar_depth": 1,
    "toc_title": "On this page",
}
SIDEBARS = ["site-brand.html", "search-button-field.html", "sbt-sidebar-nav"]
COPY_ICON = (
    '<svg viewBox="0 0 24 24" fill="none" stroke="currentColor" '
    'stroke-width="1.7" stroke-linejoin="round"><title>Copy</title>'
    '<rect x="8.5" y="8.5" width="11" height="11" rx="2"/>'
    '<path d="M15.5 8.5v-2a2 2 0 0 0-2-2h-7a2 2 0 0 0-2 2v7a2 2 0 0 0 2 2h2"/>'
    "</svg>"
)
SETTINGS = {
    "copybutton_image_svg": COPY_ICON,
    "copybutton_selector": (
        "div.highlight:not(.twins-code) pre:not(.cell_output pre)"
    ),
    "html_favicon": str(STATIC / "favicon.svg"),
    "html_permalinks_icon": "#",
    "html_show_sourcelink": False,
    "html_copy_source": False,
    "html_use_index": True,
    "ogp_image": "_static/card.png",
    "ogp_image_alt": False,
    "ogp_social_cards": {"enable": False},
}
NOT_FOUND = (
    '<section id="not-found"><h1>There is no such page</h1>'
    "<p>It may have been renamed: topics keep their names, numbers do not. "
    'The <a href="{home}">first page</a> lists what there is, and the '
    '<a href="{search}">search</a> finds the rest.</p></section>'
)

# Assets that only pages with one of the given texts in their HTML need.
_CODE = ('class="highlight"',)
_DROPDOWN = ("dropdown", "toggle")
_THEBE = ("thebe-init",)
NEEDED_FOR = {
    "const THEBE_JS_URL": _THEBE,
    "clipboard.min.js": _CODE,
    "copybutton.": _CODE,
    "design-tabs.js": ("sd-tab-set",),
    "sphinx-design.min.css": ("sd-",),
    "sphinx-thebe.": _THEBE,
    "toggleHint": _DROPDOWN,
    "toggleOpenOnPrint": _DROPDOWN,
    "togglebutton": _DROPDOWN,
    "unpkg.com/thebe": _THEBE,
}
_ICON_FONT = re.compile(r"@font-face\{[^}]*Font Awesome[^}]*\}")
_THEBE_NODES = ("text/x-thebe-config", "<script>kernelName =")
UNUSED = ("scripts/fontawesome.js", "vendor", "locales", "images")


def _path(config: Config) -> str:
    """Say under which path the book is published, with both slashes."""
    path = urlsplit(config.html_baseurl or "").path
    return f"/{path.strip('/')}/".replace("//", "/")


def configure(app: Sphinx, config: Config) -> None:
    """Fill in what the book's own configuration does not say."""
    given = set(config.html_theme_options)
    for name, value in THEME_OPTIONS.items():
        if name not in given:
            config.html_theme_options[name] = value
    config.html_theme_options["navbar_persistent"] = []
    config.html_context.setdefault("default_mode", "auto")
    config.html_sidebars = {"**": list(SIDEBARS)}
    for name, value in SETTINGS.items():
        setattr(config, name, value)
    config.ogp_site_url = config.html_baseurl or ""
    config.ogp_site_name = config.html_title or config.project
    config.notfound_urls_prefix = _path(config)
    config.notfound_context = {
        "title": "There is no such page",
        "body": NOT_FOUND.format(
            home=_path(config), search=_path(config) + "search.html"
        ),
    }
    _add_own_assets(Path(app.srcdir), config)


def _add_own_assets(source: Path, config: Config) -> None:
    """Add templates and assets, once each and in order.

    Jupyter Book has already added every style and script below ``_static``
    to every page: those of ours are taken out and added in their order.
    """
    config.templates_path.insert(0, str(TEMPLATES))
    folders = [
        (source / folder).resolve() for folder in config.html_static_path
    ]
    if STATIC not in folders:
        config.html_static_path.append(str(STATIC))
    for name in ("html_css_files", "html_js_files"):
        kept = [f for f in getattr(config, name) if not _is_ours(f)]
        setattr(config, name, kept)
    config.html_css_files += [
        (f"style/{name}.css", {"priority": 900}) for name in STYLES
    ]
    config.html_js_files += [
        (name, {"priority": 900, "defer": "defer"}) for name in SCRIPTS
    ]


def _is_ours(entry: Any) -> bool:
    name = entry if isinstance(entry, str) else entry[0]
    return "://" not in name and (STATIC / name).is_file()


def _is_needed(asset: Any, body: str) -> bool:
    name = str(getattr(asset, "filename", asset) or "")
    text = name + str(getattr(asset, "attributes", {}).get("body", ""))
    wanted = [marks for sign, marks in NEEDED_FOR.items() if sign in text]
    return all(any(mark in body for mark in marks) for marks in wanted)


def _edit_url(app: Sphinx, page: str) -> str:
    """Give the address where a page's source can be edited, or nothing."""
    options = app.config.html_theme_options
    if not options.get("repository_url") or page not in app.env.all_docs:
        return ""
    source = Path(app.env.doc2path(page)).name
    folder = "/".join([options.get("path_to_docs", ""), *page.split("/")[:-1]])
    branch = options.get("repository_branch") or "main"
    address = f"{options['repository_url'].rstrip('/')}/edit/{branch}/"
    return address + f"{folder}/{source}".lstrip("/")


def begin_page(
    app: Sphinx, page: str, template: str, context: dict, tree: Any
) -> None:
    """Give a page's template what it asks for before the theme has looked.

    The theme drops parts that are empty when it looks, at priority 500.
    """
    context.setdefault("backends", dict(BACKENDS))
    context.setdefault("backend_first", next(iter(context["backends"])))
    context.setdefault("page_backends", [])
    context.setdefault("notebooks", [])
    context["is_page"] = page in app.env.all_docs and page != "genindex"
    context["edit_url"] = _edit_url(app, page)


def complete_page(
    app: Sphinx, page: str, template: str, context: dict, tree: Any
) -> None:
    """Wrap lines of code, and drop the assets that the page can spare."""
    backends = context["backends"]
    both = ["both"] if len(backends) > 1 else []
    context["backend_choices"] = [*backends, *both]
    body = mark_chinese(wrap_lines(context.get("body", "")))
    # A role that ARIA has since withdrawn, where docutils lists citations.
    body = body.replace('role="doc-biblioentry"', 'role="listitem"')
    context["body"] = body
    for name in ("css_files", "script_files"):
        assets = context.get(name, [])
        context[name] = [a for a in assets if _is_needed(a, body)]


def drop_thebe(app: Sphinx, tree: nodes.document, page: str) -> None:
    """Take out what sphinx-thebe writes into every page."""
    for node in list(tree.findall(nodes.raw)):
        if any(text in node.astext() for text in _THEBE_NODES):
            node.parent.remove(node)


def slim(app: Sphinx, error: Exception | None) -> None:
    """Drop from the output what the theme ships and no page asks for."""
    if error or app.builder.format != "html":
        return
    static = Path(app.outdir) / "_static"
    for name in UNUSED:
        shutil.rmtree(static / name, ignore_errors=True)
    for path in [static / UNUSED[0], *static.rglob("*.map")]:
        path.unlink(missing_ok=True)
    theme = static / "styles" / "pydata-sphinx-theme.css"
    style = theme.read_text(encoding="utf-8")
    theme.write_text(_ICON_FONT.sub("", style), encoding="utf-8")


def setup(app: Sphinx) -> dict[str, Any]:
    """Load what the site stands on, and take over its look."""
    for name in (
        "notfound.extension",
        "sphinxext.opengraph",
        "finding",
    ):
        app.setup_extension(name)
    app.connect("config-inited", configure, priority=400)
    app.connect("doctree-resolved", drop_thebe, priority=900)
    app.connect("html-page-context", begin_page, priority=400)
    app.connect("html-page-context", complete_page, priority=900)
    app.connect("build-finished", slim, priority=900)
    app.connect("build-finished", write_sitemap)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
