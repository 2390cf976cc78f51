import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { fontParts } from "../build/fonts.ts";

const messages = "../src/main/resources/messages";
const prefectures = "../src/main/java/org/lfnkr/zabuton/shipping/Prefecture.java";

describe("the font", () => {
  it("has every Japanese character of the messages and of the prefectures", async () => {
    const drawn = new Set((await fontParts()).flatMap((part) => [...part.characters]));
    const files = readdirSync(messages).filter((name) => name.endsWith("_ja.properties"));
    const texts = [...files.map((name) => join(messages, name)), prefectures]
      .map((path) => readFileSync(path, "utf8"))
      .join();
    const needed = texts.match(/[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\u3000-\u303f\uff01-\uff60]/gu);
    expect([...new Set(needed)].filter((c) => !drawn.has(c))).toEqual([]);
  });
});
