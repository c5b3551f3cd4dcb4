"use strict";
// What a text is found by. The same as src/taiyaku/language/search_fold.py and search_words.py; tests/language/search_cases.json holds for both.
(() => {
  const IGNORED = /[\u00ad\u200b-\u200f\u2060\ufe00-\ufe0f\ufeff\u{e0100}-\u{e01ef}]/u;
  const JOINS = /[\u0300-\u036f\u3099\u309a\uff9e\uff9f]/;
  const PLAIN = /^[\0-\x7fぁ-ゖァ-ヺー一-鿿]?$/; // most characters need no normalising
  const KATAKANA = /^[ァ-ヺー]$/;
  const VARIANTS = new Map(Object.entries({
    ß: "ss", ς: "σ", æ: "ae", œ: "oe", ø: "o", ł: "l", đ: "d", ð: "d", þ: "th", ı: "i",
    癌: "がん", 頚: "頸", 囊: "嚢", 剝: "剥", 頰: "頬", 塡: "填", 靱: "靭", ヶ: "か", ヵ: "か", ゖ: "か", ゕ: "か",
  }));
  for (let code = 0x30a1; code < 0x30f5; code += 1) VARIANTS.set(String.fromCharCode(code), String.fromCharCode(code - 0x60));
  VARIANTS.set("ヽ", "ゝ").set("ヾ", "ゞ");

  const LETTER = "a-z\\u00df-\\u00f6\\u00f8-\\u024f\\u03ac-\\u03ce\\u0430-\\u045f";
  const JAPANESE = "々〆〇ぁ-ゖゝゞー\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff\\u{20000}-\\u{3134f}";
  const ITEM = new RegExp(`([${LETTER}]+)|([0-9]+(?:\\.[0-9]+)*)|([${JAPANESE}]+)`, "gu");
  const END = "$";
  const BRITISH = /[ao]e|(?<=[a-z]{2})our|(?<=[iy])z|(?<=[bt])re(?=s?$)|ll(?=(?:ed|ing)$)/g;
  const SPELLED = { ae: "e", oe: "e", our: "or", z: "s", re: "er", ll: "l" };

  /** A character with its marks, folded: width, case, Latin accents. */
  const plain = (cluster) => {
    const one = cluster.normalize("NFKC").toLowerCase();
    return one.normalize("NFD").replace(/[\u0300-\u036f]/g, "").normalize("NFC");
  };

  /** The characters of a text with their marks, each folded, and where it stands in the text. */
  function clusters(source) {
    const found = [];
    let cluster = "", start = 0, at = 0;
    const flush = () => {
      for (const char of PLAIN.test(cluster) ? cluster.toLowerCase() : plain(cluster)) found.push([char, start, at]);
      cluster = "";
    };
    for (const char of source) {
      const ignored = char > "\x7f" && IGNORED.test(char);
      if (!ignored && !(cluster && char > "\x7f" && JOINS.test(char))) {
        flush();
        start = at;
      }
      if (!ignored) cluster += char;
      at += char.length;
    }
    flush();
    return found;
  }

  /** A text folded; `from` and `to` tell for each place in it where that stands in the text as written. */
  function fold(source) {
    const found = clusters(source), from = [], to = [];
    const isKatakana = (n) => n >= 0 && n < found.length && KATAKANA.test(found[n][0]);
    let text = "";
    found.forEach(([char, start, end], n) => {
      if (char === "ー" && isKatakana(n - 1) && isKatakana(n - 2) && !isKatakana(n + 1)) return;
      const own = VARIANTS.get(char) ?? char;
      text += own;
      for (let i = 0; i < own.length; i += 1) { from.push(start); to.push(end); }
    });
    return { text, from, to };
  }

  const spelled = (word) => word.replace(BRITISH, (part) => SPELLED[part]);

  function stem(folded) {
    const word = spelled(folded), size = word.length;
    if (size >= 5 && /(?:sis|[six]es|ches|shes)$/.test(word)) return word.slice(0, -2);
    if (size >= 4 && word.endsWith("se")) return word.slice(0, -1);
    if (size >= 4 && /[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}i`;
    if (size >= 4 && /[^sui]s$/.test(word)) return word.slice(0, -1);
    return word;
  }

  /** A run of Japanese as pairs of neighbours; the last character stands with END. */
  function pairs(run) {
    const chars = Array.from(run);
    return chars.map((char, n) => char + (chars[n + 1] ?? END));
  }

  /** The words, numbers and runs of Japanese of a folded text: `{ kind, text, index }`. */
  function items(folded) {
    return Array.from(folded.matchAll(ITEM), (m) => ({
      kind: m[1] ? "word" : m[2] ? "number" : "run", text: m[0], index: m.index,
    }));
  }

  /** Every search word of a text, in order. */
  function words(source) {
    return items(fold(source).text).flatMap(({ kind, text }) =>
      kind === "word" ? [stem(text)] : kind === "number" ? [text] : pairs(text));
  }

  /**
   * A text as it is compared: stems, numbers and runs between single spaces; `from` and `to` as in `fold`.
   * `inWord` tells whether a match begins or ends amid a word of katakana: がん does not mean リガンド.
   */
  function canonical(source) {
    const folded = fold(source), from = [0], to = [0];
    const isKatakana = (at) => KATAKANA.test(source[at] ?? " ");
    const inWord = (start, end) => (isKatakana(from[start]) && isKatakana(from[start] - 1))
      || (isKatakana(to[end - 1] - 1) && isKatakana(to[end - 1]));
    let text = " ";
    for (const { kind, text: own, index } of items(folded.text)) {
      const last = index + own.length - 1, shown = kind === "word" ? stem(own) : own;
      for (let i = 0; i < shown.length; i += 1) {
        const inRun = kind === "run";
        from.push(folded.from[inRun ? index + i : index]);
        to.push(folded.to[inRun ? index + i : last]);
      }
      text += `${shown} `;
      from.push(folded.to[last]);
      to.push(folded.to[last]);
    }
    return { text, from, to, inWord };
  }

  window.taiyakuText = Object.freeze({ fold, spelled, stem, pairs, items, words, canonical, LETTER });
})();
