import { describe, expect, it } from "vitest";
import { slices } from "../build/slices.ts";

const alphabet = Array.from({ length: 300 }, (_, i) => String.fromCodePoint(0x4e00 + i));

describe("slices", () => {
  it("always carries Latin and kana in the first slice", () => {
    const [core] = slices([], []);
    expect(core?.characters).toMatch(/A.*z.*ぁ.*ん.*ァ.*ヶ/u);
  });

  it("puts the kanji of most lines into the first slice", () => {
    const [core] = slices([], [...alphabet, "円座", "円布", "円編"]);
    expect(core?.characters).toContain("円");
  });

  it("puts the kanji of the shell into the first slice, however rare", () => {
    const [core] = slices(["座"], [...alphabet, ...alphabet]);
    expect(core?.characters).toContain("座");
  });

  it("carries each kanji exactly once", () => {
    const all = slices([], alphabet).flatMap((slice) => [...slice.characters]);
    expect(new Set(all).size).toBe(all.length);
    expect(all).toEqual(expect.arrayContaining(alphabet));
  });
});
