// Small courtesies of a page that need a script.
(() => {
  "use strict";

  // What scrolls in its own box (a wide formula, a wide table) can be reached
  // and scrolled with the keyboard, but only while there is something to see.
  const wide = [
    [".math-scroll", "Formula"],
    [".pst-scrollable-table-container, .table-scroll", "Table"],
    [".cell_output .output.text_html", "Output"],
  ];

  function reach(box, name) {
    const scrolls = box.scrollWidth > box.clientWidth + 1;
    for (const [attribute, value] of [
      ["tabindex", "0"],
      ["role", "group"],
      ["aria-label", `${name}, scrolls sideways`],
    ]) {
      if (scrolls) box.setAttribute(attribute, value);
      else box.removeAttribute(attribute);
    }
  }

  function reachAll() {
    for (const [selector, name] of wide) {
      for (const box of document.querySelectorAll(selector)) reach(box, name);
    }
  }

  // A menu closes when one looks elsewhere.
  function close(event) {
    for (const menu of document.querySelectorAll("details.menu[open]")) {
      const left = event.key === "Escape" || !menu.contains(event.target);
      if (!left) continue;
      menu.open = false;
      if (event.key === "Escape") menu.querySelector("summary").focus();
    }
  }

  // A page opened as a file may not read the others: no excerpts of hits.
  if (location.protocol === "file:" && typeof DOCUMENTATION_OPTIONS === "object") {
    DOCUMENTATION_OPTIONS.SHOW_SEARCH_SUMMARY = false;
  }

  addEventListener("load", () => setTimeout(reachAll, 400));
  addEventListener("resize", reachAll);
  addEventListener("click", (event) => {
    close(event);
    if (event.target.closest("[data-choose], summary")) setTimeout(reachAll);
  });
  addEventListener("keydown", (event) => {
    if (event.key === "Escape") close(event);
  });
})();
