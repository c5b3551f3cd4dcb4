// The size of everything that can be pressed: by its boxes first, and where they are too small by what really answers to a finger.

const PRESSABLE = "a[href], button, input:not([type=hidden]), select, textarea, summary, [role=button], [role=switch], [role=tab], [role=option], [tabindex='0']:not([role=region]):not(.scroll)";
const MAIN = "body > header a, body > header nav a, button, input:not([type=hidden]), select, textarea, [role=button], [role=switch]";

/** Whether the element stands inline among other words: the exception of WCAG 2.5.8 for running text. */
function inRunningText(element) {
  if (!["inline", "inline-block"].includes(getComputedStyle(element).display)) return false;
  let block = element.parentElement;
  while (block.parentElement && getComputedStyle(block).display.startsWith("inline")) block = block.parentElement;
  if (/flex|grid/.test(getComputedStyle(block).display) && block === element.parentElement) return false;
  let words = "";
  for (const [node, parent] of textsOf(block)) {
    if (!parent.closest("a, button, summary")) words += node.data;
  }
  const latin = words.match(/[\p{Script=Latin}\p{N}]/gu)?.length ?? 0;
  const japanese = words.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu)?.length ?? 0;
  return latin + 2 * japanese >= 10;
}

/** The box of the element together with the boxes inside it and of the labels that press it too. */
function reach(element) {
  const parts = [element, ...element.querySelectorAll("*"), ...(element.matches("input[type=checkbox], input[type=radio]") ? element.labels : [])];
  const boxes = parts.map(boxOf).filter((box) => box.width > 0 && box.height > 0);
  const width = Math.max(...boxes.map((box) => box.right)) - Math.min(...boxes.map((box) => box.left));
  const height = Math.max(...boxes.map((box) => box.bottom)) - Math.min(...boxes.map((box) => box.top));
  return [width, height];
}

/** How far from its middle the element really answers, up to a length: widened by padding of a pseudo-element, for instance. */
function answers(element, length, across) {
  element.scrollIntoView({ block: "center", inline: "center", behavior: "instant" });
  const box = element.getClientRects()[0];
  const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
  const hit = (distance) => {
    const found = document.elementFromPoint(across ? x + distance : x, across ? y : y + distance);
    return found !== null && (element.contains(found) || [...(element.labels ?? [])].some((label) => label.contains(found)));
  };
  const half = length / 2 - 0.1;
  return hit(half) && hit(-half);
}

/** Whether the element is hidden until it has the focus, as a skip link is; then it is looked at with the focus. */
function measured(element) {
  const away = forEarsOnly(element) || boxOf(element).right < 0;
  if (!away) return reach(element);
  element.focus({ preventScroll: true });
  const found = reach(element);
  element.blur();
  return found;
}

function measure({ goal, mainGoal, within }) {
  const result = { worst: 999, misses: [], mainWorst: 999, mainMisses: [] };
  for (const element of document.querySelector(within).querySelectorAll(PRESSABLE)) {
    if (!shownOf(element) || element.disabled || !element.getClientRects().length) continue;
    const running = inRunningText(element);
    if (running) continue;
    const [width, height] = measured(element);
    const size = `${width.toFixed(1)} × ${height.toFixed(1)} px`;
    const wide = width >= goal - 0.05 || answers(element, goal, true);
    const high = height >= goal - 0.05 || answers(element, goal, false);
    result.worst = Math.min(result.worst, wide ? 999 : width, high ? 999 : height, wide && high ? Math.max(goal, Math.min(width, height)) : 999);
    if (!wide || !high) result.misses.push(missAt(element, size, element.textContent || element.name || ""));
    if (!element.matches(MAIN)) continue;
    const tall = height >= mainGoal - 0.05 || answers(element, mainGoal, false);
    result.mainWorst = Math.min(result.mainWorst, tall ? Math.max(height, mainGoal) : height);
    if (!tall) result.mainMisses.push(missAt(element, size, element.textContent || element.name || ""));
  }
  scrollTo({ top: 0, behavior: "instant" });
  return result;
}
