import { beforeEach, describe, expect, it, vi } from "vitest";
import { moveByKeys } from "../src/keys.ts";

const list = `
  <input type="search">
  <main><table><tbody>
    <tr><th scope="row"><input type="checkbox"> <a href="#one">1</a></th><td><a href="#x">x</a></td></tr>
    <tr><th scope="row"><input type="checkbox"> <a href="#two">2</a></th></tr>
  </tbody></table></main>
  <a data-keys href="#keys">Keys</a>`;

function press(key: string, from: Element = document.activeElement ?? document.body, more = {}) {
  const event = new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...more });
  from.dispatchEvent(event);
  return event.defaultPrevented;
}

const at = () => document.activeElement?.getAttribute("href");

moveByKeys(document);

describe("keys", () => {
  beforeEach(() => {
    document.body.innerHTML = list;
  });

  it("leads through the rows and stops at both ends", () => {
    expect(press("j")).toBe(true);
    expect(at()).toBe("#one");
    press("j");
    expect(at()).toBe("#two");
    expect(press("j")).toBe(false);
    expect(at()).toBe("#two");
    press("k");
    expect(at()).toBe("#one");
    expect(press("k")).toBe(false);
    expect(at()).toBe("#one");
  });

  it("ticks the row that has the focus, and goes on from the tick", () => {
    press("j");
    const box = document.querySelector<HTMLInputElement>("tbody input");
    expect(press("x")).toBe(true);
    expect(box?.checked).toBe(true);
    box?.focus();
    press("j");
    expect(at()).toBe("#two");
  });

  it("leaves keys to whoever writes, and to the browser", () => {
    const field = document.querySelector("input[type=search]") as Element;
    expect(press("j", field)).toBe(false);
    expect(press("?", field)).toBe(false);
    expect(press("j", document.body, { ctrlKey: true })).toBe(false);
    expect(press("z", document.body)).toBe(false);
    expect(at()).not.toBe("#one");
  });

  it("tells of itself by the question mark", () => {
    const help = document.querySelector("[data-keys]") as HTMLAnchorElement;
    const clicked = vi.fn((event: Event) => event.preventDefault());
    help.addEventListener("click", clicked);
    expect(press("?", document.body, { shiftKey: true })).toBe(true);
    expect(clicked).toHaveBeenCalledOnce();
  });
});
