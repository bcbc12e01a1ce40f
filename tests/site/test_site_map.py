"""The map holds every page, also when a build has written only one."""

import xml.etree.ElementTree as ET
from types import SimpleNamespace

from site_map import NAMESPACE, sitemap, write_sitemap


def _app(folder, base):
    return SimpleNamespace(
        config=SimpleNamespace(html_baseurl=base),
        builder=SimpleNamespace(
            format="html", get_target_uri=lambda page: f"{page}.html"
        ),
        env=SimpleNamespace(found_docs={"index", "mnist/losses"}),
        outdir=str(folder),
    )


def test_every_address_is_listed_in_order():
    tree = ET.fromstring(sitemap(["https://b.org/x?a=1&b=2", "https://a.org"]))
    listed = [e.text for e in tree.iter(f"{{{NAMESPACE}}}loc")]
    assert listed == ["https://a.org", "https://b.org/x?a=1&b=2"]


def test_the_book_s_pages_are_listed(tmp_path):
    write_sitemap(_app(tmp_path, "https://example.org/book/"), None)
    text = (tmp_path / "sitemap.xml").read_text(encoding="utf-8")
    assert "<loc>https://example.org/book/mnist/losses.html</loc>" in text


def test_no_map_without_an_address_or_after_an_error(tmp_path):
    write_sitemap(_app(tmp_path, ""), None)
    write_sitemap(_app(tmp_path, "https://a.org/"), ValueError())
    assert list(tmp_path.iterdir()) == []
