"""Find a Chromium, and look at every page of a site with it."""

import gzip
import os
import shutil
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urlsplit

NAMES = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "msedge",
)
ARGUMENTS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
]
MISSING = (
    "no Chromium: install one (Debian: apt-get install chromium) or name one "
    "in D2LCODE_CHROMIUM; the look and the switch of the site are untested"
)

AXE = {"resultTypes": ["violations"]}
OVERFLOW = """() => {
  const wide = [];
  const page = document.documentElement;
  if (page.scrollWidth > innerWidth) wide.push(`page ${page.scrollWidth}`);
  for (const pre of document.querySelectorAll("pre")) {
    if (pre.scrollWidth > pre.clientWidth + 1) {
      wide.push(pre.textContent.slice(0, 60));
    }
  }
  return wide;
}"""
# Every fold is opened, and what moves is at once where it moves to.
SETTLE = """async () => {
  for (const details of document.querySelectorAll("article details")) {
    details.open = true;
  }
  await document.fonts.ready;
  const frame = () => new Promise(requestAnimationFrame);
  for (let n = 0; n < 3; n++) await frame();
  for (const moving of document.getAnimations()) {
    try { moving.finish(); } catch { moving.cancel(); }
  }
}"""
WIDE, NARROW = {"width": 1280, "height": 850}, {"width": 390, "height": 844}
LOOKS = (("light", WIDE), ("dark", NARROW))


def chromium() -> str | None:
    """Return the path of a Chromium, or nothing."""
    named = os.environ.get("D2LCODE_CHROMIUM")
    found = (shutil.which(name) for name in NAMES)
    return named or next((path for path in found if path), None)


@dataclass
class Visit:
    """What one visit of one page showed."""

    page: str
    requests: list[str] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    violations: list[str] = field(default_factory=list)
    overflow: list[str] = field(default_factory=list)
    weight: int = 0

    def watch(self, page) -> None:
        """Note what the page asks for and complains about."""
        page.on("request", lambda r: self.requests.append(r.url))
        page.on("pageerror", lambda e: self.problems.append(str(e)))
        page.on("console", self._hear)
        page.on("response", self._receive)

    def _hear(self, message) -> None:
        if message.type in ("error", "warning"):
            self.problems.append(message.text)

    def _receive(self, response) -> None:
        if response.status >= 400:
            self.problems.append(f"{response.status} {response.url}")

    def complaints(self, home: str, limit: int) -> list[str]:
        """All that is wrong, in a line each."""
        ours = (home, "data:")
        away = [url for url in self.requests if not url.startswith(ours)]
        kinds = {
            "asks elsewhere": away,
            "console": self.problems,
            "axe": self.violations,
            "scrolls sideways": self.overflow,
            "weight": [] if self.weight <= limit else [f"{self.weight}"],
        }
        return [
            f"{self.page}: {kind}: {each}"
            for kind, found in kinds.items()
            for each in found
        ]


@cache
def packed(path: Path) -> int:
    """A file's size, gzipped as a host would send it."""
    return len(gzip.compress(path.read_bytes()))


def weight(site, urls: list[str]) -> int:
    """What a first visit brings, all the site's own files."""
    names = {unquote(urlsplit(url).path) for url in urls}
    inside = {name.removeprefix(site.base) or "index.html" for name in names}
    files = (site.folder / name for name in inside)
    return sum(packed(path) for path in files if path.is_file())


def look(browser, site, name: str, whole: bool) -> Visit:
    """Visit a page for the first time, with every fold opened.

    On a wide light screen, then as a dark phone's; a `whole` look loads
    the page for each, waits for what comes late, and asks axe.
    """
    visit = Visit(name)
    (scheme, size), dark = LOOKS
    context = browser.new_context(viewport=size, color_scheme=scheme)
    page = context.new_page()
    visit.watch(page)
    until = "networkidle" if whole else "load"
    page.goto(f"{site.url}{name}?backend=both", wait_until=until)
    visit.weight = weight(site, visit.requests)
    examine(page, visit, whole)
    page.emulate_media(color_scheme=dark[0])
    page.set_viewport_size(dark[1])
    if whole:
        page.reload(wait_until=until)
    examine(page, visit, whole)
    context.close()
    return visit


def examine(page, visit: Visit, whole: bool) -> None:
    """Note what is wrong with the page as it stands."""
    page.evaluate(SETTLE)
    visit.overflow += page.evaluate(OVERFLOW)
    if whole:
        visit.violations += rules_broken(page)


def rules_broken(page) -> list[str]:
    """Ask axe, with every rule."""
    from axe_playwright_python.sync_playwright import Axe

    found = Axe().run(page, options=AXE).response["violations"]
    return [
        f"{v['id']}: {node['html'][:160]}"
        for v in found
        for node in v["nodes"]
    ]
