// One choice of framework for the whole book: PyTorch, PaddlePaddle or both.
// The script in the page's head has already set <html data-backend>; here the
// buttons come to life, other tabs follow, and the reader's place is kept.
(() => {
  "use strict";
  const key = "d2l-backend";
  const root = document.documentElement;
  const buttons = [...document.querySelectorAll("[data-choose]")];
  const known = buttons.map((button) => button.dataset.choose);

  const hidden = (element) => element.getClientRects().length === 0;

  // The block under the reader's eye: the first one that reaches a third of
  // the way down the window.
  function anchor() {
    const eye = innerHeight / 3;
    const blocks = document.querySelectorAll(
      ".bd-article :is(p, li, h1, h2, h3, figure, .cell, table, .math)"
    );
    for (const block of blocks) {
      if (!hidden(block) && block.getBoundingClientRect().bottom > eye) {
        return block;
      }
    }
    return null;
  }

  // A block that the choice hides hands over to its whole pair.
  function measured(block) {
    const pair = block && block.closest(".backend-pair");
    return pair || block;
  }

  function show(choice) {
    const fixed = measured(anchor());
    const before = fixed ? fixed.getBoundingClientRect().top : 0;
    root.style.overflowAnchor = "none"; // one of us is enough
    root.dataset.backend = choice;
    for (const button of buttons) {
      const pressed = button.dataset.choose === choice;
      button.setAttribute("aria-pressed", String(pressed));
    }
    if (fixed && scrollY > 0) {
      const moved = fixed.getBoundingClientRect().top - before;
      scrollTo({ top: scrollY + moved, behavior: "instant" });
    }
    requestAnimationFrame(() => root.style.removeProperty("overflow-anchor"));
  }

  function remember(choice) {
    try {
      localStorage.setItem(key, choice);
    } catch (error) {
      // No storage (a private window): the choice lasts for this page.
    }
    const address = new URL(location.href);
    if (address.searchParams.has("backend")) {
      address.searchParams.delete("backend");
      history.replaceState(history.state, "", address);
    }
  }

  function remembered() {
    try {
      return localStorage.getItem(key);
    } catch (error) {
      return null;
    }
  }

  // A link into a hidden block shows that block, for this visit only.
  function reveal() {
    const name = decodeURIComponent(location.hash.slice(1));
    const target = name && document.getElementById(name);
    const block = target && target.closest(".backend");
    if (block && hidden(block) && known.includes(block.dataset.backend)) {
      show(block.dataset.backend);
      target.scrollIntoView();
    }
  }

  function follow(choice) {
    if (known.includes(choice) && choice !== root.dataset.backend) show(choice);
  }

  for (const button of buttons) {
    button.addEventListener("click", () => {
      show(button.dataset.choose);
      remember(button.dataset.choose);
    });
  }
  addEventListener("storage", (event) => {
    if (event.key === key) follow(event.newValue);
  });
  addEventListener("pageshow", (event) => {
    if (event.persisted) follow(remembered());
  });
  addEventListener("hashchange", reveal);
  if (known.includes(root.dataset.backend)) show(root.dataset.backend);
  reveal();
})();
