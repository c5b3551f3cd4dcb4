"use strict";
// Looks a query up in the index of one language. Files are scripts that call taiyakuSearch, since a page opened from disk may read no others.
(() => {
  const { spelled, stem, pairs, items, fold, canonical, LETTER } = window.taiyakuText;
  const FOLDER = new URL("search/", document.currentScript.src);
  const RANKS = "0123456789!#$%&'", POSITIONS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz()+,-/:;<=>?"; // as in search_coding.py
  const [RANK, RECORD, KIND, TOGETHER, NAMES] = [2 ** 28, 64, 2 ** 19, 16, 64]; // a document is its rank, its record, its position; records are numbered by kind
  const values = (alphabet) => Uint8Array.from({ length: 128 }, (_, code) => alphabet.indexOf(String.fromCharCode(code)) + 1); // 0: not in it
  const [RANK_OF, POSITION_OF] = [values(RANKS), values(POSITIONS)];
  const [OWN, LEADING, SHARED] = [1, 4, 10]; // ranks: names of trials, before, and works, from here, are the same in both languages; before LEADING, texts stand apart
  const [FIRST_LOOK, FULL_LOOK] = [6, 16]; // files of texts read for the first results, and at most for an exact count
  const [SHARDS, ALONE, UNITS, LENGTH, FEW] = [6, 3, 12, 200, 200]; // so much of one query is looked up, no more

  const received = new Map(), asked = new Map();
  window.taiyakuSearch = (name, ...values) => received.set(name, values);

  function load(name, version = "") {
    if (!asked.has(name)) {
      asked.set(name, new Promise((resolve, reject) => {
        const script = document.createElement("script");
        script.src = new URL(`${name}.js${version && `?v=${version}`}`, FOLDER).href;
        script.onload = () => { script.remove(); resolve(received.get(name)); };
        script.onerror = () => { script.remove(); asked.delete(name); reject(new Error(name)); };
        document.head.append(script);
      }));
    }
    return asked.get(name);
  }

  /** The documents of a word's list, the best ranks first. */
  function decode(text) {
    const ranks = Array.from(RANKS, () => []);
    for (const block of text ? text.split(".") : []) {
      const start = block.indexOf("_") + 1, first = parseInt(block, 16) * POSITIONS.length;
      for (let at = start, record = 0; at < block.length;) {
        const rank = RANK_OF[block.charCodeAt(at)];
        if (!rank) record = (first + POSITION_OF[block.charCodeAt(at)] - 1) * RECORD;
        else ranks[rank - 1].push((rank - 1) * RANK + record + POSITION_OF[block.charCodeAt(at + 1)] - 1);
        at += rank ? 2 : 1;
      }
    }
    const all = new Uint32Array(ranks.reduce((sum, own) => sum + own.length, 0));
    let at = 0;
    for (const own of ranks) { all.set(own, at); at += own.length; }
    return all;
  }

  const rankOf = (number) => Math.floor(number / RANK);
  const recordOf = (number) => Math.floor(number / RECORD) % (RANK / RECORD);

  /** The number of the texts in which a document stands, and their file: leading ones, and short ones, stand with those of their neighbours. */
  function textsOf(number) {
    const record = recordOf(number), together = Math.floor(record / TOGETHER), isSource = record < KIND;
    if (rankOf(number) < LEADING) return [record * 2, isSource ? `h${together}` : `n${Math.floor(record / NAMES)}`];
    return [record * 2 + 1, isSource ? `b${record}` : `t${together}`];
  }

  const fileOf = (number) => textsOf(number)[1];

  /** The name of a word's file, or of the shard that begins with it. */
  const named = (kind, word) => `${kind}-${word.replace(/[^a-z0-9]/gu, (char) => `_${char.codePointAt(0).toString(16)}_`)}`;

  /** The words of a shard, and the value of each. */
  function listed([words, values]) {
    const own = values.split(" ");
    return words ? words.split(" ").map((word, n) => [word, own[n]]) : [];
  }

  /** How many of the sorted texts are not after this one. */
  function upTo(sorted, text) {
    let low = 0, high = sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sorted[middle] <= text) low = middle + 1; else high = middle;
    }
    return low;
  }

  function intersect(lists) {
    const [first, ...others] = [...lists].sort((a, b) => a.length - b.length);
    let kept = first ?? new Uint32Array();
    for (const other of others) kept = common(kept, other);
    return kept;
  }

  /** What two growing lists share; the shorter one first. */
  function common(short, long) {
    let at = 0;
    return short.filter((number) => {
      let step = 1;
      while (at + step < long.length && long[at + step] < number) step *= 2;
      let low = at + (step >> 1), high = Math.min(at + step, long.length);
      while (low < high) {
        const middle = (low + high) >> 1;
        if (long[middle] < number) low = middle + 1; else high = middle;
      }
      at = low;
      return long[at] === number;
    });
  }

  /** A growing list, then what a longer one has besides. */
  function followed(first, all) {
    let at = 0;
    const others = all.filter((number) => {
      while (first[at] < number) at += 1;
      return first[at] !== number;
    });
    const joined = new Uint32Array(first.length + others.length);
    joined.set(first);
    joined.set(others, first.length);
    return joined;
  }

  function union(lists) {
    if (lists.length < 2) return lists[0] ?? new Uint32Array();
    const all = new Uint32Array(lists.reduce((sum, list) => sum + list.length, 0));
    let at = 0;
    for (const list of lists) { all.set(list, at); at += list.length; }
    return all.sort().filter((number, n) => number !== all[n - 1]);
  }

  const rows = [0, 1, 2].map(() => new Uint8Array(64));

  /** The letters by which two words differ, a swap of neighbours counted once; `limit + 1` where they are more. */
  function distance(a, b, limit) {
    if (Math.abs(a.length - b.length) > limit || Math.max(a.length, b.length) > 60) return limit + 1;
    let [before, row, next] = rows;
    for (let j = 0; j <= b.length; j += 1) row[j] = j;
    for (let i = 1; i <= a.length; i += 1) {
      let least = next[0] = i;
      for (let j = 1; j <= b.length; j += 1) {
        let far = row[j - 1] + (a.charCodeAt(i - 1) === b.charCodeAt(j - 1) ? 0 : 1);
        far = Math.min(far, next[j - 1] + 1, row[j] + 1);
        if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) far = Math.min(far, before[j - 2] + 1);
        next[j] = far;
        if (far < least) least = far;
      }
      if (least > limit) return limit + 1;
      [before, row, next] = [row, next, before];
    }
    return row[b.length];
  }

  /** Which letters a word has, as bits: two words that differ by few letters differ by few bits. */
  function letters(word) {
    let bits = 0;
    for (let i = 0; i < word.length; i += 1) bits |= 1 << (word.charCodeAt(i) & 31);
    return bits;
  }

  function bitsOf(number) {
    let count = 0;
    for (let left = number; left; left &= left - 1) count += 1;
    return count;
  }

  /** A query in its units: what stands in quotation marks is a phrase, the rest parts at spaces. */
  function parse(query) {
    const units = [];
    for (const [whole, phrase, closed] of query.slice(0, LENGTH).matchAll(/["“”„＂「『]([^"“”„＂」』]*)(["“”„＂」』]?)|[^\s"“”„＂「」『』]+/g)) {
      const parts = items(fold(phrase ?? whole).text), short = parts.length === 1 && parts[0].text === "がん"; // 癌, ガン
      if (parts.length && units.length < UNITS) units.push({ parts, short, phrase: phrase !== undefined, open: !closed });
    }
    return units;
  }

  class Index {
    static async open(locale) {
      const [meta] = await load(`${locale}/meta`);
      return new Index(locale, meta);
    }

    constructor(locale, meta) {
      Object.assign(this, { locale, ...meta, index: meta.index.split(" "), words: meta.words.split(" ") });
      [this.shards, this.lists, this.texts, this.vocabulary, this.meant] = Array.from({ length: 5 }, () => new Map());
    }

    get(name) { return load(`${this.locale}/${name}`, this.version); }

    async shard(n) {
      if (!this.shards.has(n)) {
        const entries = listed(await this.get(named("i", this.index[n]))).map(([word, coded]) => (
          coded[0] === "*" ? { word, alone: true, size: 2 ** coded.slice(1) } : { word, coded, alone: false, size: coded.length }));
        this.shards.set(n, { entries, words: entries.map((entry) => entry.word) });
      }
      return this.shards.get(n);
    }

    async entry(word) {
      const n = upTo(this.index, word) - 1;
      if (n < 0) return undefined;
      const { words, entries } = await this.shard(n), found = entries[upTo(words, word) - 1];
      return found?.word === word ? found : undefined;
    }

    /** The entries of all words that begin so, and whether these are all. */
    async beginning(prefix) {
      const first = Math.max(upTo(this.index, prefix) - 1, 0);
      let last = first;
      while (last + 1 < this.index.length && this.index[last + 1].startsWith(prefix)) last += 1;
      const whole = last - first < SHARDS;
      const wanted = Array.from({ length: Math.min(last - first + 1, SHARDS) }, (_, n) => this.shard(first + n));
      const entries = (await Promise.all(wanted)).flatMap((shard) => shard.entries.filter((e) => e.word.startsWith(prefix)));
      return { entries, whole };
    }

    async numbers(entry) {
      if (!this.lists.has(entry.word)) {
        this.lists.set(entry.word, decode(entry.alone ? (await this.get(named("a", entry.word)))[0] : entry.coded));
      }
      return this.lists.get(entry.word);
    }

    async documentsOf(entries) {
      const heavy = entries.filter((e) => e.alone).sort((a, b) => b.size - a.size);
      const taken = [...entries.filter((e) => !e.alone), ...heavy.slice(0, ALONE)];
      const lists = await Promise.all(taken.map((e) => this.numbers(e)));
      return { documents: union(lists), whole: heavy.length <= ALONE };
    }

    /** The words of the texts that are the nearest to one that no text has; the most frequent first. */
    async near(word) {
      if (!this.meant.has(word)) this.meant.set(word, await this.nearest(word));
      return this.meant.get(word);
    }

    async nearest(word) {
      const limit = word.length >= 8 ? 2 : word.length >= 4 ? 1 : 0;
      if (!limit) return [];
      const best = new Map(), own = letters(word);
      let least = limit;
      for (const [candidate, bits] of await this.candidates(word)) {
        if (Math.abs(candidate.length - word.length) > least || bitsOf(own ^ bits) > 2 * least) continue;
        const far = distance(word, candidate, least);
        if (far < least) best.clear();
        if (far <= least) { least = far; best.set(stem(candidate), candidate); }
      }
      const found = await Promise.all(Array.from(best, async ([key, shown]) => ({ shown, entry: await this.entry(key) })));
      return found.filter(({ entry }) => entry).sort((a, b) => b.entry.size - a.entry.size).slice(0, 2);
    }

    /** The words that a misspelt one may have been meant as: all, or where they are many, those that begin alike. */
    async candidates(word) {
      const few = this.words.length <= 4;
      const files = this.words.map((_, n) => n).filter((n) => few || [word[0], word[1]].some(
        (letter) => this.words[n][0] <= letter && (n + 1 === this.words.length || this.words[n + 1] >= letter)));
      const lists = files.map(async (n) => {
        if (!this.vocabulary.has(n)) this.vocabulary.set(n, listed(await this.get(named("w", this.words[n]))).map(([each]) => spelled(each)).map((each) => [each, letters(each)]));
        return this.vocabulary.get(n);
      });
      return (await Promise.all(lists)).flat();
    }

    async row(number) {
      const [own, name] = textsOf(number), given = await this.get(name);
      if (!this.texts.has(name)) this.texts.set(name, new Map(given));
      const texts = this.texts.get(name);
      if (Array.isArray(texts.get(own))) texts.set(own, this.readable(...texts.get(own)));
      const { pages, sections, rows } = texts.get(own), place = RANKS[rankOf(number)] + POSITIONS[number % RECORD], row = rows.get(place);
      if (typeof row === "string") rows.set(place, this.read(row, number, pages, sections));
      return rows.get(place);
    }

    /** The texts of a record, with its rows by their places. */
    readable(pages, sections, rows) {
      return { pages: pages.split("\n"), sections: sections.split("\n"), rows: new Map(rows.split("\n").map((row) => [row.slice(0, 2), row.slice(3)])) };
    }

    read(row, number, pages, sections) {
      const [page, section, fragment, lang, text, other = ""] = row.split("\t");
      const [below, title = ""] = pages[page].split("\t"), path = `${this.locale}/${below}`;
      const compared = canonical(other ? `${text} · ${other}` : text), kind = below.split("/")[0];
      const isName = !title && ["glossary", "topics", "trials"].includes(kind);
      if (isName) spareReading(text, compared);
      return { kind, isName, locale: this.locale, number, path, title, section: sections[section], fragment, lang, text, other, compared };
    }
  }

  /** がん does not stand amid how a term sounds, either: it is not in りがんど, but ends ぜんりつせんがん. */
  function spareReading(text, compared) {
    const { from, to, inWord } = compared, start = /[ぁ-ゖー]+$/.exec(text)?.index ?? text.length;
    compared.inWord = (first, end) => inWord(first, end) || (from[first] > start && to[end - 1] < text.length);
  }

  /** What one part of a query is found by: documents, and the patterns that tell it in a text. */
  async function lookUp(index, part, open) {
    return part.kind === "run" ? lookUpRun(index, part.text) : lookUpWord(index, part, open);
  }

  async function lookUpRun(index, text) {
    const sure = { exactly: text, loosely: text, near: null };
    if (Array.from(text).length === 1) {
      const { entries, whole } = await index.beginning(text), found = await index.documentsOf(entries);
      return { ...sure, exact: found.documents, loose: found.documents, whole: whole && found.whole, sure: true };
    }
    const wanted = [...new Set(pairs(text).slice(0, -1))];
    const entries = await Promise.all(wanted.map((pair) => index.entry(pair)));
    if (entries.includes(undefined)) return { ...sure, exact: new Uint32Array(), loose: new Uint32Array(), whole: true, sure: true };
    const light = entries.filter((entry) => !entry.alone);
    let documents = light.length ? intersect(await Promise.all(light.map((entry) => index.numbers(entry)))) : null;
    const left = documents && documents.length <= FEW ? [] : entries.filter((entry) => entry.alone);
    if (left.length) documents = intersect([...(documents ? [documents] : []), ...await Promise.all(left.map((e) => index.numbers(e)))]);
    return { ...sure, exact: documents, loose: documents, whole: true, sure: wanted.length === 1 };
  }

  async function lookUpWord(index, part, open) {
    const isWord = part.kind === "word", key = isWord ? stem(part.text) : part.text;
    let prefix = isWord ? spelled(part.text) : part.text;
    const own = await index.entry(key), exact = own ? await index.numbers(own) : new Uint32Array();
    let begun = { entries: [], whole: true };
    if (open && prefix.length > 1) {
      begun = await index.beginning(prefix);
      if (!own && !begun.entries.length && /(?:s[ie]|ie|ou|ll|tr|br)$/.test(prefix)) {
        prefix = prefix.slice(0, -1); // not yet a whole ending: studie, tumou
        begun = await index.beginning(prefix);
      }
    } else prefix = "";
    if (!own && !begun.entries.length && isWord) {
      const near = await index.near(spelled(part.text));
      const found = await index.documentsOf(near.map(({ entry }) => entry));
      const pattern = near.length ? `(?:${near.map(({ entry }) => entry.word).join("|")})` : key;
      return { exactly: pattern, loosely: pattern, near, exact: found.documents, loose: found.documents, whole: found.whole, sure: true };
    }
    const found = await index.documentsOf([...new Set([...(own ? [own] : []), ...begun.entries])]);
    const rest = isWord ? `[${LETTER}]*` : "[0-9.]*", escaped = (text) => text.replaceAll(".", "\\.");
    const loosely = prefix ? `(?:${escaped(key)}(?= )|${escaped(prefix)}${rest})` : escaped(key);
    return { exactly: escaped(key), loosely, near: null, exact, loose: found.documents, whole: begun.whole && found.whole, sure: true };
  }

  /** A pattern for parts that follow each other in a text as it is compared. */
  function pattern(parts, found, way) {
    const before = parts[0].kind === "run" ? "" : "(?<= )", after = parts.at(-1).kind === "run" ? "" : "(?= )";
    return before + found.map((each) => each[way]).join(" ") + after;
  }

  const everywhere = (source) => new RegExp(source, "g");

  function readUnit(unit, found) {
    return {
      short: unit.short,
      phrase: unit.phrase,
      exactly: pattern(unit.parts, found, "exactly"),
      loosely: pattern(unit.parts, found, "loosely"),
      apart: unit.parts.map((part, n) => pattern([part], [found[n]], "loosely")),
    };
  }

  /** Where a pattern of a unit stands; がん does not stand amid a word of katakana. */
  function matches(unit, source, { text, inWord }) {
    const found = [...text.matchAll(everywhere(source))];
    return unit.short ? found.filter(({ 0: { length }, index }) => !inWord(index, index + length)) : found;
  }

  /** How well a unit is met: 0 word for word, 1 by beginnings, 3 part by part, -1 not at all. */
  function meets(unit, { text, inWord }) {
    if (unit.short) return matches(unit, unit.exactly, { text, inWord }).length ? 0 : -1;
    const within = (source) => new RegExp(source).test(text);
    if (within(unit.exactly)) return 0;
    if (within(unit.loosely)) return 1;
    return !unit.phrase && unit.apart.every(within) ? 3 : -1;
  }

  class Result {
    constructor(index, units, wanted, found) {
      const inOrder = wanted.flatMap(({ parts }) => parts);
      Object.assign(this, { index, units, position: 0, rejected: 0, looked: new Set() });
      this.together = new RegExp(pattern(inOrder, found, "exactly"));
      const exact = intersect(found.map((each) => each.exact)), loose = intersect(found.map((each) => each.loose));
      this.candidates = followed(exact, loose);
      this.whole = found.every((each) => each.whole);
      this.sure = found.every((each) => each.sure) && !units.some((unit) => unit.short || (unit.phrase && unit.apart.length > 1));
      this.near = inOrder.flatMap((part, n) => found[n].near?.length ? [[part.text, found[n].near.map((each) => each.shown)]] : []);
    }

    get total() { return this.candidates.length - this.rejected; }
    get done() { return this.position >= this.candidates.length; }
    get exact() { return this.whole && (this.sure || this.done); }

    /** Leaves out what both languages have: where both are searched, it is found once. */
    withoutShared() {
      this.candidates = this.candidates.filter((number) => rankOf(number) >= OWN && rankOf(number) < SHARED);
      return this;
    }

    /** Reads the texts of the next candidates, from so many files; the best of them first. */
    async more(files = FIRST_LOOK) {
      const numbers = [], seen = new Set();
      while (this.position < this.candidates.length) {
        const number = this.candidates[this.position], file = fileOf(number);
        if (!seen.has(file) && seen.size === files) break;
        seen.add(file);
        numbers.push(number);
        this.position += 1;
      }
      for (const file of seen) this.looked.add(file);
      const rows = await Promise.all(numbers.map((number) => this.index.row(number)));
      const hits = rows.map((row) => ({ row, score: this.score(row), result: this })).filter((hit) => hit.score !== null);
      this.rejected += rows.length - hits.length;
      return hits.sort((a, b) => a.score - b.score || a.row.number - b.row.number);
    }

    /** The hits that are left, where few enough files hold them all; else none. */
    async rest() {
      const files = new Set(Array.from(this.candidates.subarray(this.position), fileOf));
      for (const file of this.looked) files.delete(file);
      return files.size + this.looked.size <= FULL_LOOK ? this.more(FULL_LOOK) : [];
    }

    score(row) {
      const { text } = row.compared;
      let score = 0;
      for (const unit of this.units) {
        const met = meets(unit, row.compared);
        if (met < 0) return null;
        score += met;
      }
      if (!this.together.test(text)) score += 0.5;
      return row.isName ? score - Math.max(...[...row.text.split(" · "), row.other].map((name) => this.share(name))) : score;
    }

    /** How much of a name the query is: 1 all of it, nothing where it does not stand there. */
    share(name) {
      const { text } = canonical(name), match = this.together.exec(text);
      return match ? match[0].length / text.trim().length : 0;
    }

    /** Where the query stands in a hit's text: spans of the text with its other wording, in order. */
    marks(row) {
      const { from, to } = row.compared, spans = [];
      for (const unit of this.units) {
        const whole = matches(unit, unit.loosely, row.compared);
        for (const match of whole.length ? whole : unit.apart.flatMap((part) => matches(unit, part, row.compared))) {
          if (match[0].length) spans.push([from[match.index], to[match.index + match[0].length - 1]]);
        }
      }
      return joined(spans);
    }
  }

  function joined(spans) {
    const kept = [];
    for (const [from, to] of spans.sort((a, b) => a[0] - b[0])) {
      const last = kept.at(-1);
      if (last && from <= last[1]) last[1] = Math.max(last[1], to); else kept.push([from, to]);
    }
    return kept;
  }

  const indexes = new Map();

  /** Looks a query up in one language; null where it holds nothing that can be looked up. */
  async function find(query, locale) {
    const wanted = parse(query);
    if (!wanted.length) return null;
    if (!indexes.has(locale)) indexes.set(locale, Index.open(locale).catch((error) => { indexes.delete(locale); throw error; }));
    const index = await indexes.get(locale);
    const found = await Promise.all(wanted.map((unit) => Promise.all(unit.parts.map(
      (part, n) => lookUp(index, part, unit.open && n === unit.parts.length - 1)))));
    return new Result(index, wanted.map((unit, n) => readUnit(unit, found[n])), wanted, found.flat());
  }

  window.taiyakuFind = find;
})();
