// What a reader finds on the page: texts, links, and controls that do nothing unless a script answers.

function measure({ enhancements }) {
  const texts = [];
  for (const [node, element] of textsOf(document.body)) {
    if (!enhancements || !element.closest(enhancements)) texts.push([excerpt(node.data), node.data.replace(/\s+/g, ""), nameOf(element), likeOf(element)]);
  }
  const links = [...document.querySelectorAll("body a")].map((link) => ({
    href: link.getAttribute("href") ?? "", url: link.href, where: nameOf(link), like: likeOf(link),
    language: link.hreflang, switches: Boolean(link.closest("body > header")),
  }));
  const idle = [...document.querySelectorAll("button, [role=button], [role=switch], input, select, textarea")]
    .filter((control) => shownOf(control) && !control.form && !control.matches("[popovertarget], [commandfor], [type=hidden]"))
    .map((control) => missAt(control, "answers to nothing without JavaScript"));
  return { texts, links, idle };
}
