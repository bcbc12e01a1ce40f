"""Find a Chromium, and look at every page of a site with it."""

import gzip
import os
import shutil
from dataclasses import dataclass, field

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
OPEN_ALL = """() => {
  for (const details of document.querySelectorAll("article details")) {
    details.open = true;
  }
}"""


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

    def weigh(self, responses: list) -> None:
        """Sum what came, gzipped as a host would send it."""
        self.weight = sum(len(gzip.compress(r.body())) for r in responses)


def look(browser, site, name: str, scheme: str, width: int) -> Visit:
    """Visit a page for the first time, with every fold opened."""
    from axe_playwright_python.sync_playwright import Axe

    visit = Visit(name)
    size = {"width": width, "height": 850}
    context = browser.new_context(viewport=size, color_scheme=scheme)
    page = context.new_page()
    responses: list = []
    page.on("response", lambda response: responses.append(response))
    visit.watch(page)
    page.goto(f"{site.url}{name}?backend=both", wait_until="networkidle")
    visit.weigh(responses)
    page.evaluate(OPEN_ALL)
    page.wait_for_timeout(450)
    visit.overflow = page.evaluate(OVERFLOW)
    found = Axe().run(page, options=AXE).response["violations"]
    visit.violations = [
        f"{v['id']}: {node['html'][:160]}"
        for v in found
        for node in v["nodes"]
    ]
    context.close()
    return visit
