"""The list of all pages for search engines: ``sitemap.xml``.

The usual extension lists what a build has written, so that a build in which
one page changed publishes a map of one page. This one lists what there is.
"""

from __future__ import annotations

import xml.etree.ElementTree as ET
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx

NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


def sitemap(addresses: list[str]) -> bytes:
    """Write the map of the given addresses.

    Args:
        addresses: Whole addresses, ``https://…``.

    Returns:
        The file, in UTF-8 with its declaration.
    """
    root = ET.Element("urlset", xmlns=NAMESPACE)
    for address in sorted(addresses):
        ET.SubElement(ET.SubElement(root, "url"), "loc").text = address
    ET.indent(root)
    return ET.tostring(root, encoding="utf-8", xml_declaration=True)


def write_sitemap(app: Sphinx, error: Exception | None) -> None:
    """Write the map of the book, where its address is known."""
    base = app.config.html_baseurl
    if error or app.builder.format != "html" or not base:
        return
    pages = map(app.builder.get_target_uri, app.env.found_docs)
    addresses = [f"{base.rstrip('/')}/{page}" for page in pages]
    target = Path(app.outdir) / "sitemap.xml"
    target.write_bytes(sitemap(addresses))
