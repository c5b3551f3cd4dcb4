"use strict";
// What a reader may add to a page that is whole without it: settings, notes in place, sentences to take away.
(() => {
  const root = document.documentElement;
  const kept = {
    get(name) {
      try {
        return localStorage.getItem(`taiyaku-${name}`);
      } catch {
        return null; // a browser may forbid storage; then nothing is remembered
      }
    },
    set(name, value) {
      try {
        localStorage.setItem(`taiyaku-${name}`, value);
      } catch {
        return;
      }
    },
  };
  // The first value of each is the usual one.
  const settings = { theme: ["auto", "light", "dark"], size: ["1", "2", "3"], layer: ["both", "plain", "clinical"] };

  const apply = (name, value) => {
    root.dataset[name] = value;
    for (const input of document.querySelectorAll(`[data-set="${name}"]`)) {
      if (input.type === "radio") input.checked = input.value === value;
      else input.setAttribute("aria-pressed", String(input.value === value));
    }
  };
  const applyAll = () => {
    for (const [name, values] of Object.entries(settings)) {
      const wanted = kept.get(name);
      apply(name, values.includes(wanted) ? wanted : values[0]);
    }
  };

  // Before the first paint, so that nothing flashes or moves.
  root.classList.add("js");
  applyAll();

  const el = (tag, properties, ...children) => {
    const element = Object.assign(document.createElement(tag), properties);
    element.append(...children);
    return element;
  };

  const targetOf = (hash) => {
    try {
      return document.getElementById(decodeURIComponent(hash.slice(1)));
    } catch {
      return null; // an address may be cut amid a sign
    }
  };

  const setUpSettings = () => {
    applyAll();
    addEventListener("pageshow", (event) => {
      if (event.persisted) applyAll(); // the browser kept the page as it was; the choice may have changed since
    });
    document.addEventListener("click", (event) => {
      const control = event.target.closest("[data-set]");
      if (!control) return;
      apply(control.dataset.set, control.value);
      kept.set(control.dataset.set, control.value);
    });
  };

  // A link into a part that is put away brings it back, also when the address names the place already.
  const setUpLayers = () => {
    const show = () => {
      const target = targetOf(location.hash);
      if (target?.closest(".clinical, .plain-words") && !target.getClientRects().length) {
        apply("layer", "both");
        target.scrollIntoView();
      }
    };
    addEventListener("hashchange", show);
    document.addEventListener("click", (event) => {
      const link = event.target.closest('a[href^="#"]');
      if (link && link.hash === location.hash && !event.defaultPrevented) show();
    });
    show();
  };

  // The switch keeps the place, and the choice is kept for the gate only.
  const setUpLocales = () => {
    for (const link of document.querySelectorAll("a[data-switch]")) {
      link.addEventListener("click", () => {
        if (!link.dataset.door) link.hash = location.hash;
        kept.set("locale", link.lang);
      });
    }
    const door = [...document.querySelectorAll("a[data-door]")].find((link) => link.lang === kept.get("locale"));
    if (door) location.replace(door.href);
  };

  const words = (name) => document.getElementById("words")?.content.querySelector(`[data-word="${name}"]`)?.textContent ?? "";
  let slip;
  let opener;

  const open = (from, label, ...content) => {
    if (!slip) {
      slip = el("div", { className: "slip", popover: "auto", tabIndex: -1 });
      slip.setAttribute("role", "dialog");
      slip.addEventListener("toggle", (event) => {
        if (event.newState === "closed" && (!document.activeElement || document.activeElement === document.body)) opener?.focus({ preventScroll: true });
      });
      document.body.append(slip);
    }
    opener = from;
    const close = el("button", { className: "close", type: "button", textContent: words("close") });
    close.addEventListener("click", () => {
      slip.hidePopover();
      opener?.focus({ preventScroll: true });
    });
    slip.setAttribute("aria-label", label);
    slip.replaceChildren(close, ...content);
    slip.showPopover();
    slip.focus();
  };

  /** Closes the panel for a reader who goes on: the focus must not call them back. */
  const leave = () => {
    opener = undefined;
    slip.hidePopover();
  };

  /** A part of the page without what only serves there. */
  const bare = (part) => {
    const copy = el("div", { lang: part.closest("[lang]").lang }, ...part.cloneNode(true).childNodes);
    for (const extra of copy.querySelectorAll(".here, .back")) extra.remove();
    for (const named of copy.querySelectorAll("[id]")) named.removeAttribute("id");
    return copy;
  };

  /** What a link leads to: one place, or the works of a range (`2–4`), each by its number. */
  const behind = (link) => {
    const target = targetOf(link.hash);
    const first = Number(link.hash.replace("#cited-", ""));
    const places = [];
    for (let n = first; n < Number(link.dataset.to); n += 1) places.push(targetOf(`#cited-${n + 1}`));
    return target ? [target, ...places] : [];
  };

  // A definition, a work, or a curator's note: the page's own, shown where it is asked for.
  const peek = (link) => {
    const [target, ...more] = behind(link);
    if (!target) return false;
    const parts = target.tagName === "DT" ? [target, target.nextElementSibling] : [target, ...more];
    const copies = parts.map(bare);
    const there = el("a", { className: "act", href: link.hash, textContent: words("there") });
    there.addEventListener("click", leave);
    const name = link.matches(".term") ? link.textContent : `[${link.textContent}] ${copies[0].textContent.trim().split(". ")[0]}`;
    open(link, link.getAttribute("aria-label") ?? name, ...copies, there);
    return true;
  };

  /** A sentence in every language that stands there, for whom it holds, and the works that it cites by number. */
  const sentenceText = (sentence) => {
    const copy = sentence.cloneNode(true);
    for (const extra of copy.querySelectorAll(".here, .back, .note-mark, .badge, .marks, .hidden, .changed")) extra.remove();
    const held = [...copy.querySelectorAll(".graded")].map((part) => (part.remove(), part.textContent));
    const works = [...copy.querySelectorAll(".cite a[href^='#']")].flatMap((link) => behind(link).map((work) => `[${work.id.slice(6)}] ${bare(work).textContent.trim()}`));
    const parts = copy.querySelectorAll(":scope > p[lang]");
    const lines = [...(parts.length ? [...parts].map((part) => part.textContent) : [copy.textContent]), ...held, ...new Set(works)];
    return lines.map((line) => line.trim()).join("\n");
  };
  const address = (id) => {
    const canonical = document.querySelector('link[rel="canonical"]')?.href;
    return `${canonical ?? location.href.replace(/#.*/, "")}#${id}`;
  };
  const copyText = async (text) => {
    if (navigator.clipboard) {
      try {
        await navigator.clipboard.writeText(text);
        return true;
      } catch {
        return false; // refused by the reader or the browser: said beside the button
      }
    }
    const before = document.activeElement;
    const area = el("textarea", { value: text, readOnly: true });
    slip.append(area);
    area.select();
    const done = document.execCommand("copy"); // the only way where the address is not secure
    area.remove();
    before?.focus({ preventScroll: true });
    return done;
  };

  // A sentence to take away: with where it stands and what it rests on.
  const offer = (link) => {
    const sentence = link.closest(".s");
    const link_ = address(sentence.id);
    const said = el("p", { className: "meta", role: "status" });
    const button = (word, text) => {
      const made = el("button", { className: "act", type: "button", textContent: words(word) });
      made.addEventListener("click", async () => {
        said.textContent = words((await copyText(text)) ? "copied" : "refused");
      });
      return made;
    };
    const whence = sentence.closest("[data-cite]")?.dataset.cite ?? document.title;
    const go = el("a", { className: "act", href: link.href, textContent: link.getAttribute("aria-label") });
    const items = [go, button("copy", `${sentenceText(sentence)}\n— ${whence}\n${link_}`), button("link", link_)];
    if (navigator.share) {
      const share = el("button", { className: "act", type: "button", textContent: words("share") });
      share.addEventListener("click", () => navigator.share({ text: sentenceText(sentence), url: link_ }).catch(() => said.replaceChildren()));
      items.push(share);
    }
    open(link, words("sentence"), ...items, said);
  };

  const setUpSlips = () => {
    if (!HTMLElement.prototype.hasOwnProperty("popover")) return;
    document.addEventListener("click", (event) => {
      if (event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      const link = event.target.closest("a.term, .cite a, a.note-mark, .s a.here");
      if (link && slip?.contains(link)) {
        if (link.hash) leave();
        return;
      }
      if (!link) return;
      if (link.matches(".here")) offer(link);
      else if (!link.getAttribute("href").startsWith("#") || !peek(link)) return;
      event.preventDefault();
    });
    for (const nav of document.querySelectorAll("nav[popover]")) {
      nav.addEventListener("click", (event) => {
        if (event.target.closest("a") && nav.matches(":popover-open")) nav.hidePopover();
      });
    }
  };

  // The list of contents follows: it tells which part is being read.
  const setUpContents = () => {
    const links = new Map([...document.querySelectorAll(".contents a")].map((link) => [link.hash.slice(1), link]));
    const seen = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) {
          if (!isIntersecting) continue;
          for (const link of links.values()) link.removeAttribute("aria-current");
          links.get(target.getAttribute("aria-labelledby"))?.setAttribute("aria-current", "location");
        }
      },
      { rootMargin: "-20% 0px -75%" },
    );
    for (const id of links.keys()) {
      const section = document.getElementById(id)?.closest("section");
      if (section) seen.observe(section);
    }
  };

  // The / key opens the search; it can be switched off on the search page, for those whose voice or hand types without meaning to.
  window.taiyakuKey = {
    get on() {
      return kept.get("search-key") !== "off";
    },
    set on(wanted) {
      kept.set("search-key", wanted ? "on" : "off");
    },
  };
  const setUpKey = () => {
    document.addEventListener("keydown", (event) => {
      const typing = event.target.closest?.("input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable]");
      if (event.key !== "/" || typing || event.isComposing || event.ctrlKey || event.metaKey || event.altKey || !window.taiyakuKey.on) return;
      const field = document.querySelector("form[role=search] input[name=q]");
      const link = document.querySelector("nav a[href$='search/index.html']");
      if (!field && !link) return;
      event.preventDefault();
      if (field) field.focus();
      else link.click();
    });
  };

  addEventListener("DOMContentLoaded", () => {
    setUpSettings();
    setUpLocales();
    setUpSlips();
    setUpLayers();
    setUpContents();
    setUpKey();
  });
})();
