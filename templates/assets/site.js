"use strict";
// The locale switch keeps the place: it carries the fragment of the page along. Without this script it leads to the same page's top.
for (const link of document.querySelectorAll("a[data-switch]")) {
  link.addEventListener("click", () => {
    link.hash = location.hash;
  });
}
// The / key opens the search; it can be switched off on the search page, for those whose voice or hand types without meaning to.
{
  const setting = {
    get on() {
      try { return localStorage.getItem("search-key") !== "off"; } catch { return true; }
    },
    set on(value) {
      try { value ? localStorage.removeItem("search-key") : localStorage.setItem("search-key", "off"); } catch { /* it holds for this page only */ }
    },
  };
  window.taiyakuKey = setting;
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest?.("input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable]");
    if (event.key !== "/" || typing || event.isComposing || event.ctrlKey || event.metaKey || event.altKey || !setting.on) return;
    const field = document.querySelector("form[role=search] input[name=q]");
    const link = document.querySelector("nav a[href$='search/index.html']");
    if (!field && !link) return;
    event.preventDefault();
    if (field) field.focus(); else link.click();
  });
}
