"use strict";
// What every measuring script needs: which elements a reader sees, and how to name one. Runs inside the page.

const PIXEL = 2; // anything this small is hidden from the eye and meant for screen readers

function boxOf(element) {
  return element.getBoundingClientRect();
}

function shownOf(element) {
  return element.checkVisibility({ visibilityProperty: true });
}

/** Whether the element, or what it stands in, is squeezed to nothing for the eye (a class such as "hidden"). */
function forEarsOnly(element) {
  for (let node = element; node && node !== document.body; node = node.parentElement) {
    const style = getComputedStyle(node);
    if (style.position === "absolute" && node.offsetWidth <= PIXEL && node.offsetHeight <= PIXEL && style.overflowX !== "visible") {
      return true;
    }
  }
  return false;
}

function step(element) {
  const classes = [...element.classList].slice(0, 2).map((name) => `.${CSS.escape(name)}`);
  return element.localName + classes.join("");
}

/** A short CSS path: from the nearest id down. */
function nameOf(element) {
  const steps = [];
  for (let node = element; node && node !== document.body && steps.length < 6; node = node.parentElement) {
    if (node.id) {
      steps.unshift(`#${CSS.escape(node.id)}`);
      break;
    }
    steps.unshift(step(node));
  }
  return steps.join(" > ") || element.localName;
}

/** The same without ids: elements that a template makes alike have it in common. */
function likeOf(element) {
  const steps = [];
  for (let node = element; node && node !== document.body && steps.length < 3; node = node.parentElement) {
    steps.unshift(step(node));
  }
  return steps.join(" > ");
}

function excerpt(text) {
  const line = text.trim().replace(/\s+/g, " ");
  return line.length > 30 ? `${line.slice(0, 30)}…` : line;
}

function missAt(element, value, text = element.textContent) {
  return { where: `${nameOf(element)} “${excerpt(text)}”`, value, like: likeOf(element) };
}

/** Text nodes that a reader sees, with the element that each stands in. */
function* textsOf(root) {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    if (/\S/.test(node.data) && !element.closest("script, style, noscript, template, title, desc, option") && shownOf(element)) {
      yield [node, element];
    }
  }
}

function rectsOf(node) {
  const range = document.createRange();
  range.selectNodeContents(node);
  return [...range.getClientRects()].filter((rect) => rect.width > 0 && rect.height > 0);
}
