"use strict";
// The locale switch keeps the place: it carries the fragment of the page along. Without this script it leads to the same page's top.
for (const link of document.querySelectorAll("a[data-switch]")) {
  link.addEventListener("click", () => {
    link.hash = location.hash;
  });
}
