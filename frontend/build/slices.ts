/** A part of the font that the browser loads only when a page uses one of its characters. */
export interface Slice {
  readonly name: string;
  readonly characters: string;
}

/** Lines of text, by the pages on which they stand. */
export interface Texts {
  /** What stands on every page. */
  readonly shell: readonly string[];
  /** By name, the pages at which visits begin. */
  readonly fronts: Readonly<Record<string, readonly string[]>>;
  /** What texts of staff are likely to use. */
  readonly goods: string;
  /** Names that stand together where somebody says where to send: a browser loads all or none. */
  readonly places: readonly string[];
  readonly others: readonly string[];
}

/** Kanji in each part after the front pages' own; about 150 bytes each. */
const sliceKanji = 28;

/**
 * Latin is by itself: an English page needs nothing else. The core holds kana, punctuation, and the
 * kanji of the shell and of more than one front page; then each front page finds what it has alone
 * together, a product the words of goods, and whoever chooses a prefecture their names. The rest follows in the order in which the texts bring
 * it, so that a page finds its own kanji together.
 */
export function slices(texts: Texts): Slice[] {
  const fronts = Object.entries(texts.fronts).map(([name, lines]) => ({
    name,
    used: kanji(lines),
  }));
  const latin = new Set(switches);
  const described = kanji([texts.goods]);
  const shared = fronts.flatMap(({ used }, i) => {
    const others = [...fronts.slice(i + 1).flatMap((front) => front.used), ...described];
    return used.filter((c) => others.includes(c));
  });
  const core = new Set([...kanji(texts.shell), ...shared].filter((c) => !latin.has(c)));
  const own = fronts.map(({ name, used }) => ({
    name,
    characters: used.filter((c) => !core.has(c) && !latin.has(c)).join(""),
  }));
  const placed = new Set([...latin, ...core, ...own.flatMap((slice) => [...slice.characters])]);
  const words = described.filter((c) => !placed.has(c));
  const located = kanji(texts.places).filter((c) => !placed.has(c) && !words.includes(c));
  const apart = new Set([...placed, ...words, ...located]);
  const rest = kanji(texts.others).filter((c) => !apart.has(c));
  return [
    { name: "latin", characters: [...ascii(), ...latin].join("") },
    { name: "core", characters: [...kana().filter((c) => !latin.has(c)), ...core].join("") },
    ...[
      ...own,
      { name: "goods", characters: words.join("") },
      { name: "places", characters: located.join("") },
    ].filter((slice) => slice.characters !== ""),
    ...chunks(rest, sliceKanji).map((chunk, i) => ({
      name: `more-${i + 1}`,
      characters: chunk.join(""),
    })),
  ];
}

/** The ways to the Japanese page, which stand on English ones. */
const switches = "日本語で続ける";

/** Kanji, and what stands between them but is not among kana. */
function kanji(lines: readonly string[]): string[] {
  const found = lines.flatMap((line) => line.match(japanese) ?? []);
  const elsewhere = new Set(kana());
  return [...new Set(found)].filter((c) => !elsewhere.has(c));
}

const japanese = /[\p{Unified_Ideograph}\u3000-\u303f\uff01-\uff60※]/gu;

/** Quotation marks are left out: this font sets them full width, which tears English words apart. */
function ascii(): string[] {
  return [...between(0x20, 0x7e), ..."—–·•…×¥→←↑↓é−"];
}

function kana(): string[] {
  const syllables = [...between(0x3041, 0x3093), ...between(0x30a1, 0x30f6), "ー", "・"];
  return [...syllables, ..."〒、。「」『』（）？！：／％〜～々〆￥　①②③"];
}

function between(from: number, to: number): string[] {
  return Array.from({ length: to - from + 1 }, (_, i) => String.fromCodePoint(from + i));
}

function chunks<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, i) =>
    items.slice(i * size, (i + 1) * size),
  );
}
