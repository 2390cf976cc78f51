/** A part of the font that the browser loads only when a page uses one of its characters. */
export interface Slice {
  readonly name: string;
  readonly characters: string;
}

/** Kanji in the part that every page loads (about 150 bytes each), and in each part after it. */
const coreKanji = 190;
const sliceKanji = 28;

/**
 * The first slice holds Latin, kana, punctuation, the kanji of the shell that is on every page, and
 * those that stand in most other lines. The rest follows in the order in which the texts bring it, so
 * that a page finds its own kanji together.
 */
export function slices(shell: readonly string[], others: readonly string[]): Slice[] {
  const everywhere = [...count(shell).keys()];
  const used = count(others);
  const ranked = [...used].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([c]) => c);
  const core = new Set([...new Set([...everywhere, ...ranked])].slice(0, coreKanji));
  const rest = [...used.keys()].filter((c) => !core.has(c));
  return [
    { name: "core", characters: [...always(), ...core].join("") },
    ...chunks(rest, sliceKanji).map((chunk, i) => ({
      name: `more-${i + 1}`,
      characters: chunk.join(""),
    })),
  ];
}

function count(lines: readonly string[]): Map<string, number> {
  const used = new Map<string, number>();
  for (const line of lines)
    for (const c of new Set(line.match(/\p{Unified_Ideograph}/gu) ?? []))
      used.set(c, (used.get(c) ?? 0) + 1);
  return used;
}

/** Quotation marks are left out: this font sets them full width, which tears English words apart. */
function always(): string[] {
  const ascii = between(0x20, 0x7e);
  const kana = [...between(0x3041, 0x3093), ...between(0x30a1, 0x30f6), "ー", "・"];
  return [...ascii, ...kana, ..."〒、。「」『』（）？！：／％〜～々〆…—–·•×¥￥→←↑↓é−　①②③"];
}

function between(from: number, to: number): string[] {
  return Array.from({ length: to - from + 1 }, (_, i) => String.fromCodePoint(from + i));
}

function chunks<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, i) =>
    items.slice(i * size, (i + 1) * size),
  );
}
