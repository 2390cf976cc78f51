import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const css = readFileSync("src/styles/tokens.css", "utf8");
const palette = new Map(
  [...css.matchAll(/--([\w-]+): light-dark\((#\w{6}), (#\w{6})\)/g)].map(([, name, day, night]) => [
    name ?? "",
    { day: day ?? "", night: night ?? "" },
  ]),
);

function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

const grounds = ["paper", "paper-raised", "paper-sunken"];
const text = ["ink", "ink-soft", "indigo"].flatMap((ink) => grounds.map((ground) => [ink, ground]));
const washes = [
  ["ink", "indigo-wash"],
  ["ink", "persimmon-wash"],
  ["ink", "beni-wash"],
  ["indigo", "indigo-wash"],
  ["indigo-deep", "indigo-wash"],
  ["persimmon-ink", "paper"],
  ["persimmon-ink", "paper-raised"],
  ["on-indigo", "indigo"],
  ["on-indigo", "indigo-deep"],
  ["on-bar", "bar"],
  ["ink", "moss-wash"],
  ["indigo", "moss-wash"],
  ["indigo", "beni-wash"],
  ["beni", "paper"],
  ["beni", "beni-wash"],
];
const marks = [
  ["edge", "paper"],
  ["edge", "paper-raised"],
  ["persimmon", "paper"],
  ["persimmon", "paper-raised"],
  ["indigo", "wool"],
  ["beni", "paper-raised"],
  ["moss", "paper"],
];

describe.each(["day", "night"] as const)("by %s", (time) => {
  function ratio(front: string, ground: string): number {
    return contrast(palette.get(front)?.[time] ?? "", palette.get(ground)?.[time] ?? "");
  }

  it.each([...text, ...washes])("text in %s on %s is AAA", (front = "", ground = "") => {
    expect(ratio(front, ground)).toBeGreaterThanOrEqual(7);
  });

  it.each(marks)("%s stands out from %s", (front = "", ground = "") => {
    expect(ratio(front, ground)).toBeGreaterThanOrEqual(3);
  });
});
