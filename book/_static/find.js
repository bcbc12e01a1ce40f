// What the search finds first: the page that explains a word or is called by
// it, then pages with the word in a heading, then pages that mention it. It
// stands on Sphinx's index and replaces only the order and the excerpts.
(() => {
  "use strict";
  if (typeof Search !== "object") return;
  const NAMED = 120;
  const EXPLAINED = 100;
  const HEADING = 40;
  const MENTIONED = 5;
  const LENGTH = 220;
  const PROSE = "p, li, dd, td";
  const NOT_PROSE =
    "nav, script, style, .headerlink, .katex-html, .highlight, summary, " +
    ".exercise-files, .exercise-meta, .exercise-ways, .build-note, " +
    ".stand-in-note, .references, annotation";
  const stemmer = new Stemmer();
  const stems = (text) =>
    splitQuery(text).map((word) => stemmer.stemWord(word.toLowerCase()));
  const termOf = (title) => title.split(": ")[0];

  // How well a text answers: all of it does, or it holds every word asked.
  function fit(text, asked) {
    const own = stems(text);
    if (own.join("") === asked.join("")) return 1;
    const holds = asked.length && asked.every((word) => own.includes(word));
    return holds ? (0.5 * asked.length) / own.length : 0;
  }

  // Each candidate: page, anchor, heading, score.
  function fromIndex(asked) {
    return Object.entries(Search._index.indexentries).flatMap(
      ([entry, places]) => {
        const score = EXPLAINED * fit(entry, asked);
        return places.map(([page, anchor]) => [page, anchor, "", score]);
      }
    );
  }

  function fromTitles(asked) {
    return Search._index.titles.map((title, page) => [
      page, "", "", NAMED * fit(termOf(title), asked),
    ]);
  }

  function fromHeadings(asked) {
    return Object.entries(Search._index.alltitles).flatMap(
      ([title, places]) => {
        const found = fit(title, asked);
        const score = found && HEADING * (0.5 + found);
        return places.map(([page, anchor]) => [
          page, anchor || "", anchor ? title : "", score,
        ]);
      }
    );
  }

  function fromText(terms, excluded) {
    const pages = Search._index.docnames;
    return Search.performTermsSearch(terms, excluded).map((hit) => [
      pages.indexOf(hit[0]), "", "", MENTIONED,
    ]);
  }

  // Pages in the order of the book, as the sidebar lists them.
  function places() {
    const links = [...document.querySelectorAll("nav.bd-links a[href]")];
    const root = document.documentElement.dataset.content_root;
    const listed = links.map((link) => link.href);
    return Search._index.docnames.map((page) => {
      const place = listed.indexOf(
        new URL(`${root}${page}.html`, location.href).href
      );
      return place < 0 ? listed.length : place;
    });
  }

  function best(candidates) {
    const found = new Map();
    for (const candidate of candidates) {
      const [page, , , score] = candidate;
      const before = found.get(page);
      if (score > (before ? before[3] : 0)) found.set(page, candidate);
    }
    return [...found.values()];
  }

  const escaped = (text) => {
    const holder = document.createElement("span");
    holder.textContent = text;
    return holder.innerHTML;
  };

  // As Sphinx wants it: name, title (HTML), anchor, description, score, file.
  function result([page, anchor, heading, score]) {
    const { docnames, titles, filenames } = Search._index;
    const holder = document.createElement("span");
    holder.innerHTML = titles[page];
    const term = escaped(termOf(holder.textContent));
    const title = heading
      ? `${term} <span class="hit-part">› ${escaped(heading)}</span>`
      : term;
    const hash = anchor ? `#${anchor}` : "";
    return [docnames[page], title, hash, null, score, filenames[page]];
  }

  Search._performSearch = (query, terms, excluded) => {
    document.getElementById("search-progress")?.replaceChildren();
    const asked = stems(query);
    const place = places();
    return best([
      ...fromIndex(asked),
      ...fromTitles(asked),
      ...fromHeadings(asked),
      ...fromText(terms, excluded),
    ])
      .sort((a, b) => a[3] - b[3] || place[b[0]] - place[a[0]])
      .map(result);
  };

  // The paragraph that says most of what was asked, from the section found.
  function paragraphs(html, anchor) {
    const page = new DOMParser().parseFromString(html, "text/html");
    const article = page.querySelector("article");
    if (!article) return [];
    const target = anchor && article.querySelector(`[id="${anchor.slice(1)}"]`);
    const from = target
      ? target.closest("p, li, dd, section")
      : article;
    const inner = from.matches("section") || from === article;
    for (const part of article.querySelectorAll(NOT_PROSE)) part.remove();
    const blocks = inner ? [...from.querySelectorAll(PROSE)] : [from];
    return blocks
      .filter((block) => !block.querySelector(PROSE))
      .map((block) => block.textContent.replace(/\s+/g, " ").trim())
      .filter((text) => text.length > 40);
  }

  // Where the first word asked stands in a text, or nowhere.
  function position(text, asked) {
    const words = [...text.matchAll(/[\p{Letter}\p{Number}_]+/gu)];
    const hit = words.find(
      (word) => stems(word[0]).some((stem) => asked.includes(stem))
    );
    return hit ? hit.index : -1;
  }

  function excerpt(text, asked) {
    const middle = Math.max(position(text, asked), 0);
    const early = Math.max(middle - LENGTH / 3, 0);
    const start = early && text.indexOf(" ", early) + 1;
    const end = text.length - start > LENGTH
      ? text.lastIndexOf(" ", start + LENGTH) : text.length;
    const cut = text.slice(start, end > start ? end : start + LENGTH);
    const after = start + cut.length < text.length ? " …" : "";
    return (start ? "… " : "") + cut + after;
  }

  Search.makeSearchSummary = (html, keywords, anchor) => {
    const asked = [...keywords];
    const texts = paragraphs(html, anchor);
    const count = (text) => {
      const own = new Set(stems(text));
      return asked.filter((word) => own.has(word)).length;
    };
    const counts = texts.map(count);
    const text = texts[counts.indexOf(Math.max(...counts))];
    const summary = document.createElement("p");
    summary.className = "context";
    summary.textContent = text ? excerpt(text, asked) : "";
    return summary;
  };
})();
