// The contrast of every text with what is painted behind it (WCAG's formula), backgrounds composed through all ancestors.

const pixels = Object.assign(document.createElement("canvas"), { width: 1, height: 1 }).getContext("2d", { willReadFrequently: true });
const colours = new Map();
const styles = new Map();

/** Any CSS colour as [red, green, blue, alpha], alpha from 0 to 1. */
function colourOf(text) {
  if (!colours.has(text)) {
    const plain = /^rgba?\((\d+), (\d+), (\d+)(?:, ([\d.]+))?\)$/.exec(text);
    colours.set(text, plain ? [...plain.slice(1, 4).map(Number), plain[4] === undefined ? 1 : Number(plain[4])] : painted(text));
  }
  return colours.get(text);
}

function painted(text) {
  pixels.clearRect(0, 0, 1, 1);
  pixels.fillStyle = text;
  pixels.fillRect(0, 0, 1, 1);
  const [red, green, blue, alpha] = pixels.getImageData(0, 0, 1, 1).data;
  return [red, green, blue, alpha / 255];
}

function over(top, bottom, share = 1) {
  const alpha = top[3] * share;
  return [0, 1, 2].map((index) => top[index] * alpha + bottom[index] * (1 - alpha)).concat(1);
}

function light([red, green, blue]) {
  const [r, g, b] = [red, green, blue].map((value) => (value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function ratio(first, second) {
  const [low, high] = [light(first), light(second)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

/** What is behind everything: the browser's own paper in the page's colour scheme. */
function canvasColour() {
  const probe = document.createElement("span");
  probe.style.color = "Canvas";
  document.documentElement.append(probe);
  const colour = colourOf(getComputedStyle(probe).color);
  probe.remove();
  return colour;
}

/** What an element paints behind its text: a colour, the colours of a gradient, and how opaque all of it is. */
function paintOf(element) {
  if (!styles.has(element)) {
    const style = getComputedStyle(element);
    const image = style.backgroundImage;
    styles.set(element, {
      colour: element instanceof SVGElement ? [0, 0, 0, 0] : colourOf(style.backgroundColor),
      stops: image === "none" ? [] : [...image.matchAll(/(?:rgba?|color|oklch|oklab|lab|lch|hsla?)\([^()]*\)/g)].map((match) => colourOf(match[0])),
      picture: image.includes("url("),
      opacity: Number(style.opacity) || 1, // what is invisible until it is pointed at is then opaque
    });
  }
  return styles.get(element);
}

/** Shapes of a drawing that lie under the text, as colours in the order of painting. */
function shapesUnder(text, rect) {
  const svg = text.ownerSVGElement;
  const found = [];
  for (const shape of svg ? svg.querySelectorAll("rect, circle, ellipse, path, polygon") : []) {
    if (!(shape.compareDocumentPosition(text) & Node.DOCUMENT_POSITION_FOLLOWING) || shape.closest("defs, clipPath, mask, marker")) continue;
    const style = getComputedStyle(shape);
    const matrix = shape.getScreenCTM();
    if (style.fill === "none" || !matrix || !shownOf(shape)) continue;
    const inside = [0.1, 0.5, 0.9].some((share) => {
      const point = new DOMPoint(rect.left + rect.width * share, rect.top + rect.height / 2).matrixTransform(matrix.inverse());
      return shape.isPointInFill(point);
    });
    if (inside) {
      const [red, green, blue, alpha] = colourOf(style.fill);
      found.push([red, green, blue, alpha * Number(style.fillOpacity) * Number(style.opacity)]);
    }
  }
  return found;
}

/** The lowest contrast that text of this colour has in this element, or null where a picture is behind it. */
function contrastIn(element, colour, base, shapes = []) {
  const chain = [];
  for (let node = element; node; node = node.parentElement) chain.unshift(node);
  let behind = [base];
  const groups = [];
  for (const node of chain) {
    const paint = paintOf(node);
    if (paint.opacity < 1) groups.unshift([paint.opacity, behind]);
    if (paint.picture) return null;
    if (paint.colour[3] === 1) behind = [paint.colour];
    else if (paint.colour[3] > 0) behind = behind.map((below) => over(paint.colour, below));
    if (paint.stops.length) behind = behind.flatMap((below) => paint.stops.map((stop) => over(stop, below)));
  }
  for (const shape of shapes) behind = behind.map((below) => over(shape, below));
  const faded = (top, below) => groups.reduce((seen, [opacity, outside]) => over([...seen.slice(0, 3), opacity], outside[0]), over(top, below));
  return Math.min(...behind.map((below) => ratio(faded(colour, below), faded([0, 0, 0, 0], below))));
}

/** Every coloured text of the page: [element, colour, text, rectangle]. */
function* colouredTexts(root) {
  const seen = new Set();
  for (const [node, element] of textsOf(root)) {
    const style = getComputedStyle(element);
    if (element instanceof SVGElement) {
      const rects = rectsOf(node);
      const [red, green, blue, alpha] = style.fill === "none" ? [0, 0, 0, 0] : colourOf(style.fill);
      if (rects.length) yield [element, [red, green, blue, alpha * Number(style.fillOpacity)], node.data, rects[0]];
    } else if (!seen.has(element) && rectsOf(node).length) {
      seen.add(element);
      yield [element, colourOf(style.webkitTextFillColor), node.data, null];
    }
  }
  for (const element of root.querySelectorAll("*")) {
    if (!shownOf(element) || element instanceof SVGElement) continue;
    for (const part of ["::before", "::after"]) {
      const style = getComputedStyle(element, part);
      if (/["(].*[^\s"]/.test(style.content) && !style.content.startsWith("url")) yield [element, colourOf(style.color), `${part} ${style.content}`, null];
    }
    if (element.localName === "li" && getComputedStyle(element).listStyleType !== "none" && getComputedStyle(element).display === "list-item") {
      yield [element, colourOf(getComputedStyle(element, "::marker").color), "::marker", null];
    }
    if (element.matches("input:not([type=hidden]), textarea, select")) {
      yield [element, colourOf(getComputedStyle(element).color), "value", null];
      if (element.placeholder) yield [element, colourOf(getComputedStyle(element, "::placeholder").color), element.placeholder, null];
    }
  }
}

function measure({ goal, within }) {
  const base = canvasColour();
  const result = { worst: 21, misses: [] };
  for (const [element, colour, text, rect] of colouredTexts(document.querySelector(within))) {
    if (element.closest(":disabled") || forEarsOnly(element)) continue;
    const found = contrastIn(element, colour, base, rect ? shapesUnder(element, rect) : []);
    result.worst = Math.min(result.worst, found ?? 0);
    if (found === null) result.misses.push(missAt(element, "a picture is behind it", text));
    else if (found < goal) result.misses.push(missAt(element, `${found.toFixed(2)} : 1`, text));
  }
  return result;
}
