import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import subsetFont from "subset-font";
import type { Plugin } from "vite";
import { type Slice, slices } from "./slices.ts";

const target = ".fonts";
const folder = "../src/main/resources";
const textual = /\.(?:properties|html)$/;
const shell = /^web\.(?!error)/;
/** Mails and papers are read elsewhere, in other fonts. */
const elsewhere = /^(?:\w+\.)?(?:mail|papers?)\./;
/** The pages at which most visits begin and end: their kanji weigh five times. */
const busy = /^(?:storefront|impact)\./;
const original = createRequire(import.meta.url).resolve(
  "@fontsource/biz-udpgothic/files/biz-udpgothic-japanese-400-normal.woff2",
);

/**
 * Cuts BIZ UDPGothic down to the characters that our own texts use, most used first, before Vite
 * looks for the result. A character that appears in no text of ours is drawn by the system's font.
 */
export function subsetFonts(): Plugin {
  return { name: "subset-fonts", apply: "build", config: writeFonts };
}

async function writeFonts(): Promise<void> {
  const font = await readFile(original);
  const texts = await lines();
  const parts = slices(
    texts.filter((line) => shell.test(line)),
    texts.filter((line) => !shell.test(line) && !elsewhere.test(line)).flatMap(weighed),
  );
  const files = await Promise.all(parts.map((part) => cut(font, part)));
  await rm(target, { recursive: true, force: true });
  await mkdir(target);
  await Promise.all(parts.map((part, i) => writeFile(file(part), files[i] ?? "")));
  await writeFile(join(target, "fonts.css"), parts.map(face).join("\n"));
}

async function lines(): Promise<string[]> {
  const names = await readdir(folder, { recursive: true }).catch(() => []);
  const contents = names
    .filter((name) => textual.test(name))
    .sort()
    .map((name) => readFile(join(folder, name), "utf8"));
  return (await Promise.all(contents)).flatMap((content) => content.split("\n"));
}

function weighed(line: string): string[] {
  return busy.test(line) ? Array<string>(5).fill(line) : [line];
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
