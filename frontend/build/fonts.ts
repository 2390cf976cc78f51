import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import subsetFont from "subset-font";
import type { Plugin } from "vite";
import { type Slice, slices } from "./slices.ts";

const target = ".fonts";
const folder = "../src/main/resources";
/** Migrations name accounts, funds and purposes. */
const textual = /\.(?:properties|html|sql)$/;
const places = ["Prefecture", "JapaneseRegion"].map(
  (name) => `../src/main/java/org/lfnkr/zabuton/shipping/${name}.java`,
);
const shell = /^web\.(?!error)/;
/** Mails and papers are mostly read elsewhere, in other fonts: what they have alone comes last. */
const elsewhere = /^(?:\w+\.)?(?:mail|papers?)\./;
/** What the templates of the home page, the shelf and a product show, and what the one for giving does. */
const fronts = {
  shop: /^(?:storefront\.(?:home|shelf|product|in-stock|some|few|sold-out|made-to-order)|impact\.(?!correction)|orders\.figure|awaited\.title|catalog\.(?:motif|silhouette|colour)\.)/,
  give: /^giving\.(?:title|headline|lead|frequency|amount|other|cover|name|email|line|meaning|more|alias|cause|message|honouree|organisation|terms|together|privacy|continue|thanks\.link)\b/,
};
/** What the shelf shows besides: where costs are reckoned to, and what goods are called. */
const named = "東京都膝掛";
/** Kanji in which staff describe goods: what they are made of, how they look, are used and washed. */
const goods =
  "太糸模様少多隠外洗飾毎使縦横厚毛性剤陰干平漂白乾燥機同染味茶来各出磨油業裏鍮具釘掛割硬箱天然植物拭直射光暖房器避台棚枕元違高幅伸深二重巻長冬水湯気接当軽初練習詰熱滴綿濯湿整薬底迷縫甲袖口収風折返頭沿崩耳囲判三週始住綿麻絹所月";
const original = createRequire(import.meta.url).resolve(
  "@fontsource/biz-udpgothic/files/biz-udpgothic-japanese-400-normal.woff2",
);

/**
 * Cuts BIZ UDPGothic down to the characters that our own texts use, those of the front pages first,
 * before Vite looks for the result. A character that is none of them is drawn by the system's font.
 */
export function subsetFonts(): Plugin {
  return { name: "subset-fonts", apply: "build", config: writeFonts };
}

async function writeFonts(): Promise<void> {
  const font = await readFile(original);
  const parts = await fontParts();
  const files = await Promise.all(parts.map((part) => cut(font, part)));
  await rm(target, { recursive: true, force: true });
  await mkdir(target);
  await Promise.all(parts.map((part, i) => writeFile(file(part), files[i] ?? "")));
  await writeFile(join(target, "fonts.css"), parts.map(face).join("\n"));
}

/** All that our own texts need, by the pages on which they stand. */
export async function fontParts(): Promise<Slice[]> {
  const texts = await lines();
  const read = texts.filter((line) => !elsewhere.test(line));
  return slices({
    shell: read.filter((line) => shell.test(line)),
    fronts: {
      shop: [...read.filter((line) => fronts.shop.test(line)), named],
      give: read.filter((line) => fronts.give.test(line)),
    },
    goods,
    places: await contents(places),
    others: [...read, ...texts],
  });
}

async function lines(): Promise<string[]> {
  const names = await readdir(folder, { recursive: true }).catch(() => []);
  const files = names.filter((name) => textual.test(name)).sort();
  return contents(files.map((name) => join(folder, name)));
}

async function contents(files: readonly string[]): Promise<string[]> {
  const texts = await Promise.all(files.map((file) => readFile(file, "utf8")));
  return texts.flatMap((text) => text.split("\n"));
}

/** Hinting and layout features are left out: they are a third of the bytes and show nothing here. */
function cut(font: Uint8Array, part: Slice): Promise<Uint8Array> {
  return subsetFont(font, part.characters, {
    targetFormat: "woff2",
    noHinting: true,
    noLayoutClosure: true,
    keepFeatures: [],
    dropTables: ["vhea", "vmtx", "gasp"],
  });
}

function file(part: Slice): string {
  return join(target, `${part.name}.woff2`);
}

function face(part: Slice): string {
  return `@font-face {
  font-family: "Zabuton Sans";
  src: url("./${part.name}.woff2") format("woff2");
  font-display: swap;
  unicode-range: ${range(part.characters)};
}`;
}

/** Neighbours are joined to ranges, which keeps the style sheet small. */
function range(characters: string): string {
  const points = [...characters].map((c) => c.codePointAt(0) ?? 0).sort((a, b) => a - b);
  const ranges: [number, number][] = [];
  for (const point of points) {
    const last = ranges.at(-1);
    if (last && last[1] === point - 1) last[1] = point;
    else ranges.push([point, point]);
  }
  return ranges.map(([from, to]) => `U+${hex(from)}${to > from ? `-${hex(to)}` : ""}`).join(",");
}

function hex(point: number): string {
  return point.toString(16);
}
