import { describe, expect, it } from "vitest";
import { slices } from "../build/slices.ts";

const alphabet = Array.from({ length: 300 }, (_, i) => String.fromCodePoint(0x4e00 + i));
const none = { shell: [], fronts: {}, goods: "", places: [], others: [] };

function characters(name: string, texts = {}): string {
  return slices({ ...none, ...texts }).find((slice) => slice.name === name)?.characters ?? "";
}

describe("slices", () => {
  it("leaves all Japanese but the way to it out of what an English page needs", () => {
    expect(characters("latin")).toMatch(/A.*z.*日本語で続ける$/u);
  });

  it("always carries kana in the core", () => {
    expect(characters("core")).toMatch(/ぁ.*ん.*ァ.*ヶ/u);
  });

  it("puts the kanji of the shell and of several front pages into the core", () => {
    const core = characters("core", { shell: ["座"], fronts: { shop: ["円布"], give: ["円"] } });
    expect(core).toContain("座");
    expect(core).toContain("円");
    expect(core).not.toContain("布");
  });

  it("keeps together what a front page has alone", () => {
    const texts = {
      fronts: { shop: ["円布", "編"], give: ["円贈寄"] },
      goods: "円綿贈",
      others: alphabet,
    };
    expect(characters("goods", texts)).toBe("綿");
    expect(characters("shop", texts)).toBe("布編");
    expect(characters("give", texts)).toBe("寄");
    expect(characters("core", texts)).toContain("贈");
  });

  it("keeps the names of places together, though others use some of them", () => {
    const texts = { shell: ["丁"], places: ["一丁", "七"], others: ["七", ...alphabet] };
    expect(characters("places", texts)).toBe("一七");
  });

  it("carries each character exactly once", () => {
    const texts = {
      ...none,
      shell: ["一丁"],
      fronts: { shop: ["丁七日"], give: ["七丄"] },
      others: [...alphabet, "、。（）々"],
    };
    const all = slices(texts).flatMap((slice) => [...slice.characters]);
    expect(new Set(all).size).toBe(all.length);
    expect(all).toEqual(expect.arrayContaining(alphabet));
  });
});
