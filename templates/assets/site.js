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
  const settings = { theme: "auto", size: "1", layer: "both" };

  const apply = (name, value) => {
    root.dataset[name] = value;
    for (const input of document.querySelectorAll(`[data-set="${name}"]`)) {
      if (input.type === "radio") input.checked = input.value === value;
      else input.setAttribute("aria-pressed", String(input.value === value));
    }
  };
  const applyAll = () => {
    for (const [name, usual] of Object.entries(settings)) apply(name, kept.get(name) ?? usual);
  };

  // Before the first paint, so that nothing flashes or moves.
  root.classList.add("js");
  applyAll();

  const el = (tag, properties, ...children) => {
    const element = Object.assign(document.createElement(tag), properties);
    element.append(...children);
    return element;
  };

  const setUpSettings = () => {
    applyAll();
    document.addEventListener("click", (event) => {
      const control = event.target.closest("[data-set]");
      if (!control) return;
      apply(control.dataset.set, control.value);
      kept.set(control.dataset.set, control.value);
    });
    // A link into a part that is put away brings it back.
    const show = () => {
      const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
      if (target?.closest(".clinical, .plain-words") && !target.checkVisibility()) {
        apply("layer", "both");
        target.scrollIntoView();
      }
    };
    addEventListener("hashchange", show);
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
    const door = document.querySelector(`a[data-door][lang="${kept.get("locale") ?? ""}"]`);
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
        if (event.newState === "closed" && (!document.activeElement || document.activeElement === document.body)) opener?.focus();
      });
      document.body.append(slip);
    }
    opener = from;
    const close = el("button", { className: "close", type: "button", textContent: words("close") });
    close.addEventListener("click", () => {
      slip.hidePopover();
      opener?.focus();
    });
    slip.setAttribute("aria-label", label);
    slip.replaceChildren(close, ...content);
    slip.showPopover();
    slip.focus();
  };

  // A definition, a work, or a curator's note: the page's own, shown where it is asked for.
  const peek = (link) => {
    const target = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (!target) return false;
    const parts = target.tagName === "DT" ? [target, target.nextElementSibling] : [target];
    const copies = parts.map((part) => el("div", { lang: part.closest("[lang]").lang }, ...part.cloneNode(true).childNodes));
    for (const copy of copies) {
      for (const extra of copy.querySelectorAll(".here, .back")) extra.remove();
      for (const named of copy.querySelectorAll("[id]")) named.removeAttribute("id");
    }
    const there = el("a", { className: "act", href: link.hash, textContent: words("there") });
    there.addEventListener("click", () => slip.hidePopover());
    open(link, link.getAttribute("aria-label") ?? link.textContent, ...copies, there);
    return true;
  };

  const sentenceText = (sentence) => {
    const copy = sentence.cloneNode(true);
    for (const extra of copy.querySelectorAll(".here, .back, .note-mark, .badge, .cite, .marks, .graded, .hidden, .changed")) extra.remove();
    const parts = copy.querySelectorAll(":scope > p[lang]");
    return (parts.length ? [...parts] : [copy]).map((part) => part.textContent.trim()).join("\n");
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
    const area = el("textarea", { value: text, readOnly: true });
    slip.append(area);
    area.select();
    const done = document.execCommand("copy"); // the only way where the address is not secure
    area.remove();
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
    const whence = document.querySelector("[data-cite]")?.dataset.cite ?? document.title;
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
      if (!link || slip?.contains(link)) return;
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

  addEventListener("DOMContentLoaded", () => {
    setUpSettings();
    setUpLocales();
    setUpSlips();
    setUpContents();
  });
})();
