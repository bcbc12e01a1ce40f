// What stands side by side: copying one framework's program out of a listing
// of both, and unfolding for paper.
(() => {
  "use strict";
  const names = { torch: "PyTorch", paddle: "PaddlePaddle" };
  const strokes = {
    copy: "M8.5 8.5h11v11h-11zM15.5 8.5v-4h-11v11h4",
    done: "m5 12.5 4.5 4.5L19.5 7",
  };
  const others = (backend) =>
    Object.keys(names).filter((name) => name !== backend);

  // The lines that are shown to those who chose this framework.
  function program(listing, backend) {
    const copy = listing.querySelector("pre").cloneNode(true);
    const rest = others(backend).map((name) => `.only-${name}`);
    for (const each of copy.querySelectorAll([".said", ...rest].join())) {
      each.remove();
    }
    return copy.textContent.replace(/\n+$/, "");
  }

  function draw(button, what) {
    button.innerHTML =
      '<svg viewBox="0 0 24 24" fill="none" stroke="currentColor" ' +
      'stroke-width="1.7" stroke-linejoin="round" aria-hidden="true">' +
      `<path d="${strokes[what]}"/></svg>`;
    button.classList.toggle("done", what === "done");
  }

  function offer(name) {
    const backend = name.dataset.copy;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "twins-copy";
    button.setAttribute("aria-label", `Copy the ${names[backend]} code`);
    button.title = button.getAttribute("aria-label");
    draw(button, "copy");
    button.addEventListener("click", async () => {
      const listing = name.closest(".twins");
      await navigator.clipboard.writeText(program(listing, backend));
      draw(button, "done");
      setTimeout(() => draw(button, "copy"), 2000);
    });
    name.append(button);
  }

  // Without a secure connection there is no clipboard: no button then.
  if (navigator.clipboard) {
    document.querySelectorAll("[data-copy]").forEach(offer);
  }

  // Paper cannot be unfolded: code is, before it is printed.
  let folded = [];
  addEventListener("beforeprint", () => {
    folded = [...document.querySelectorAll("details.fold:not([open])")];
    for (const fold of folded) fold.open = true;
  });
  addEventListener("afterprint", () => {
    for (const fold of folded) fold.open = false;
  });
})();
