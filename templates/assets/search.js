"use strict";
// The search page: answers while the reader types, in the order of search-index.js, and keeps the query in the address.
(() => {
  const [PAGE, LOOKS, SCANT, PAUSE] = [10, 4, 6, 200]; // results at a time, and looks for them; so few that the other language is asked; ms without a key
  const form = document.querySelector("form[role=search]");
  const [input, list, status] = [form.q, document.getElementById("results"), document.getElementById("found")];
  const [notes, more, key] = ["search-notes", "more", "search-key"].map((id) => document.getElementById(id));
  const here = document.documentElement.lang, there = here === "en" ? "ja" : "en", root = form.dataset.root.replace("index.html", "");
  const words = new Map(Array.from(document.getElementById("search-words").content.querySelectorAll("[data-word]"),
    (each) => [each.dataset.word, each.textContent]));
  let [run, found, limit] = [0, null, PAGE];

  const say = (word, values = {}) => (words.get(word) ?? "").replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "");
  const number = (n) => n.toLocaleString(here);
  const made = (name, values = {}, ...children) => {
    const element = Object.assign(document.createElement(name), values);
    element.append(...children);
    return element;
  };

  /** The results of one language or of both, in one order; hits are read as they are asked for. */
  class Found {
    constructor(parts) { Object.assign(this, { parts, hits: [] }); }

    add(hits) {
      const own = (hit) => (hit.row.locale === here ? 0 : 1);
      this.hits.push(...hits.flat().sort((a, b) => a.score - b.score || own(a) - own(b) || a.row.number - b.row.number));
    }

    async read(count) {
      for (let n = 0; n < LOOKS && this.hits.length < count && this.parts.some((part) => !part.done); n += 1) {
        this.add(await Promise.all(this.parts.map((part) => part.more())));
      }
    }

    async settle() { this.add(await Promise.all(this.parts.map((part) => part.rest()))); }
    get total() { return this.parts.reduce((sum, part) => sum + part.total, 0); }
    get exact() { return this.parts.every((part) => part.exact); }
    get near() { return this.parts[0].near; }
  }

  function counted(result) {
    const word = result.exact ? (result.total === 1 ? "one" : "many") : "about";
    return say(word, { n: number(result.total) });
  }

  /** A text with its marks; `shift` is where it begins in the text that the marks were found in. */
  function marked(text, marks, shift = 0) {
    const nodes = [];
    let at = 0;
    for (const [from, to] of marks.map((mark) => mark.map((place) => Math.min(Math.max(place - shift, 0), text.length)))) {
      if (from < to) {
        nodes.push(text.slice(at, from), made("mark", { textContent: text.slice(from, to) }));
        at = to;
      }
    }
    return [...nodes, text.slice(at)];
  }

  /** The name of a term, and of its other wordings those that were searched for. */
  function namesOf(text, marks) {
    let at = 0;
    return text.split(" · ").flatMap((name, n) => {
      const nodes = marked(name, marks, at);
      at += name.length + 3;
      return n === 0 ? nodes : nodes.length > 1 ? [" · ", ...nodes] : [];
    });
  }

  function item({ row, result }) {
    const marks = result.marks(row);
    const link = made("a", { lang: row.lang, href: `${root}${row.path}${row.fragment && `#${row.fragment}`}` },
      ...(row.kind === "glossary" && row.isName ? namesOf(row.text, marks) : marked(row.text, marks)));
    const where = made("p", { className: "meta" }, words.get(row.kind) ?? "");
    if (row.title) where.append(" · ", made("span", { lang: row.locale, textContent: row.title }));
    const section = row.section.startsWith("=") ? words.get(row.section) : row.section;
    if (section) where.append(" · ", made("span", row.section.startsWith("=") ? {} : { lang: row.locale }, section));
    if (row.locale !== here) where.append(" ", made("span", { className: "badge", textContent: words.get(there) }));
    const other = row.other && made("span", { className: "other", lang: otherLanguage(row) }, ...marked(row.other, marks, row.text.length + 3));
    return made("li", {}, link, ...(other ? [other] : []), where);
  }

  const otherLanguage = (row) => (row.kind === "glossary" ? (row.locale === "en" ? "ja" : "en") : row.lang);

  function note(word, values, choose) {
    const line = made("p", {}, say(word, values));
    if (choose) line.append(" ", made("button", { type: "button", onclick: choose, textContent: say("both") }));
    notes.append(line);
  }

  function show() {
    list.replaceChildren(...found.hits.slice(0, limit).map(item));
    more.hidden = found.hits.length <= limit && found.parts.every((part) => part.done);
    status.textContent = found.total ? counted(found) : say("none", { query: input.value.trim() });
    notes.replaceChildren();
    for (const [word, shown] of found.near) note("instead", { word, near: shown.join(words.get("or")) });
  }

  function empty(text) {
    list.replaceChildren();
    notes.replaceChildren();
    [found, more.hidden, status.textContent] = [null, true, text];
  }

  const inBoth = () => form.elements.in.value === "both";

  /** Whether a query is in the letters of the other language. */
  const isForeign = (query) => (here === "en" ? /[ぁ-ヿ一-鿿]/ : /[a-z]/i).test(query);

  async function look(query, mine) {
    const results = await Promise.all((inBoth() ? [here, there] : [here]).map((locale) => window.taiyakuFind(query, locale)));
    if (mine !== run) return;
    if (!results[0]) {
      empty(query ? say("unreadable", { query }) : words.get("hint"));
      return;
    }
    const answer = new Found(results.map((result) => (result.index.locale === here ? result : result.withoutShared())));
    await answer.read(limit);
    if (mine !== run) return;
    found = answer;
    show();
    list.dataset.shows = query;
    const scant = !inBoth() && answer.total < (isForeign(query) ? SCANT : 1);
    if (answer.exact && !scant) return;
    await new Promise((go) => { setTimeout(go, PAUSE); });
    if (mine !== run) return;
    await answer.settle();
    if (mine === run) show();
    if (scant) await offer(query, mine);
  }

  /** Says what the other language holds where this one holds little or nothing. */
  async function offer(query, mine) {
    const result = await window.taiyakuFind(query, there);
    const other = new Found([result.withoutShared()]);
    await other.read(1);
    await other.settle();
    if (mine !== run || !other.total || other.near.length) return;
    note("elsewhere", { count: counted(other) }, () => {
      form.elements.in.value = "both";
      input.focus();
      search();
    });
  }

  async function search() {
    const mine = run += 1, query = input.value.trim();
    limit = PAGE;
    delete list.dataset.shows; // for tests and measurements: the query of which the first results stand there,
    delete list.dataset.answers; // and the one of which nothing more will come by itself
    remember(query);
    try {
      await look(query, mine);
    } catch {
      if (mine === run) empty(words.get("failed"));
    }
    if (mine === run) list.dataset.answers = query;
  }

  const address = () => {
    const asked = new URLSearchParams();
    if (input.value.trim()) asked.set("q", input.value.trim());
    if (inBoth()) asked.set("in", "both");
    return asked.size || String(asked) ? `?${asked}` : "";
  };
  let later = 0;

  /** Keeps the query in the address, so that a search can be shared; not at every key, which browsers refuse. */
  function remember() {
    clearTimeout(later);
    later = setTimeout(() => {
      try {
        history.replaceState(null, "", `${location.pathname}${address()}`);
      } catch { /* a browser may refuse this for files; the search works all the same */ }
    }, 300);
  }

  async function showMore() {
    const first = list.children.length;
    limit += PAGE;
    await found.read(limit);
    show();
    list.children[first]?.querySelector("a").focus();
  }

  /** Arrows move through the results, from the field and back; Escape clears. */
  function move(event) {
    if (event.isComposing || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (event.key === "Escape" && (event.target === input || list.contains(event.target))) {
      input.value = "";
      input.focus();
      search();
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      const stops = [input, ...list.querySelectorAll("li > a")], at = stops.indexOf(event.target);
      const next = stops[at + (event.key === "ArrowDown" ? 1 : -1)];
      if (at < 0 || !next) return;
      next.focus();
      event.preventDefault();
    }
  }

  const asked = new URLSearchParams(location.search);
  input.value = asked.get("q") ?? input.value;
  if (asked.get("in") === "both") form.elements.in.value = "both";
  form.addEventListener("submit", (event) => { event.preventDefault(); search(); });
  input.addEventListener("input", search);
  for (const choice of form.elements.in) choice.addEventListener("change", search);
  more.addEventListener("click", showMore);
  document.addEventListener("keydown", move);
  for (const link of document.querySelectorAll("a[data-switch]")) link.addEventListener("click", () => { link.search = address(); });
  key.checked = window.taiyakuKey.on;
  key.addEventListener("change", () => { window.taiyakuKey.on = key.checked; });
  if (!input.value) input.focus();
  search();
})();
