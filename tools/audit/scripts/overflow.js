// Nothing may scroll sideways, be cut off, or stick out: only a region of its own that the keyboard reaches may scroll.

const SCROLLS = ["auto", "scroll"];
const CUTS = ["hidden", "clip"];

function scroller(element) {
  for (let node = element; node && node !== document.documentElement; node = node.parentElement) {
    if (SCROLLS.includes(getComputedStyle(node).overflowX) && node !== document.body) return node;
  }
  return null;
}

function namedRegion(element) {
  const label = element.getAttribute("aria-label") ?? document.getElementById(element.getAttribute("aria-labelledby")?.split(" ")[0] ?? "")?.textContent;
  const role = element.getAttribute("role") ?? (element.localName === "section" ? "region" : "");
  return element.tabIndex >= 0 && role === "region" && Boolean(label?.trim());
}

function* beyondTheEdge(width) {
  const sticksOut = (rect) => rect.width > 0 && rect.right > 0 && (rect.right > width + 1 || rect.left < -1);
  for (const [node, element] of textsOf(document.body)) {
    if (rectsOf(node).some(sticksOut)) yield [element, rectsOf(node).filter(sticksOut)];
  }
  for (const element of document.body.querySelectorAll("img, svg, input, button, select, textarea, table, pre, video, canvas")) {
    if (shownOf(element) && sticksOut(boxOf(element))) yield [element, [boxOf(element)]];
  }
}

function* badScrollers() {
  for (const element of document.body.querySelectorAll("*")) {
    if (element.scrollWidth <= element.clientWidth + 1 || element.clientWidth <= PIXEL || !shownOf(element) || element instanceof SVGElement) continue;
    if (element.matches("input, select") || forEarsOnly(element)) continue;
    const how = getComputedStyle(element).overflowX;
    if (SCROLLS.includes(how) && !element.matches("textarea") && !namedRegion(element)) {
      yield missAt(element, "scrolls sideways, but is no named region that the keyboard reaches", "");
    } else if (CUTS.includes(how)) {
      yield missAt(element, `cuts off ${element.scrollWidth - element.clientWidth} px of what it holds`, "");
    }
  }
}

function* tallBars() {
  for (const element of document.body.querySelectorAll("*")) {
    const style = getComputedStyle(element);
    const stuck = ["fixed", "sticky"].includes(style.position) && style.inset !== "auto" && shownOf(element) && scroller(element) === null;
    if (stuck && boxOf(element).height > innerHeight / 2 && boxOf(element).width > innerWidth / 2) {
      yield missAt(element, `stays and covers ${boxOf(element).height.toFixed(0)} of ${innerHeight} px`, "");
    }
  }
}

function measure() {
  scrollTo({ top: 0, left: 0, behavior: "instant" });
  const root = document.documentElement;
  const misses = [...badScrollers()];
  if (innerHeight < 300) misses.push(...tallBars());
  for (const [element, rects] of beyondTheEdge(root.clientWidth)) {
    if (forEarsOnly(element) || scroller(element)) continue;
    const far = Math.max(...rects.map((rect) => Math.max(rect.right - root.clientWidth, -rect.left)));
    misses.push(missAt(element, `sticks out by ${far.toFixed(0)} px`));
  }
  const excess = Math.max(root.scrollWidth, document.body.scrollWidth) - root.clientWidth;
  if (excess > 0) misses.push({ where: "html", value: `the page scrolls sideways by ${excess} px`, like: "html" });
  return { worst: misses.length, misses };
}
