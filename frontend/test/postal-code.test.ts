import { beforeEach, describe, expect, it } from "vitest";
import { fillFromPostalCode, sevenDigits, type Town } from "../src/postal-code.ts";

const nishikata: Town = {
  prefectureCode: "13",
  prefecture: "東京都",
  city: "文京区",
  town: "西片",
};
const hongo: Town = { ...nishikata, town: "本郷" };

let form: HTMLFormElement;
let asked: string[];

function value(name: string): string {
  return (form.elements.namedItem(name) as HTMLInputElement).value;
}

async function type(name: string, text: string): Promise<void> {
  const input = form.elements.namedItem(name) as HTMLInputElement;
  input.value = text;
  input.dispatchEvent(new Event("input", { bubbles: true }));
  await new Promise((done) => setTimeout(done));
}

function knowing(...towns: Town[]): void {
  fillFromPostalCode(form, async (address) => {
    asked.push(address);
    return towns;
  });
}

beforeEach(() => {
  document.body.innerHTML = `<form data-postal-codes="/ja/postal-codes/" data-postal-choice="どの町名ですか" data-postal-only="この町名です">
    <div class="field"><input name="postalCode"></div>
    <select name="prefecture"><option value=""></option><option value="13">東京都</option></select>
    <input name="city"><input name="street"></form>`;
  form = document.querySelector("form") as HTMLFormElement;
  asked = [];
});

describe("sevenDigits", () => {
  it.each(["1130024", "113-0024", "１１３－００２４", "〒113 0024"])("understands %s", (typed) => {
    expect(sevenDigits(typed)).toBe("1130024");
  });

  it.each(["", "113", "11300245"])("waits at %s", (typed) => {
    expect(sevenDigits(typed)).toBe("");
  });
});

describe("postal code", () => {
  it("fills an empty address", async () => {
    knowing(nishikata);
    await type("postalCode", "113-0024");
    expect(asked).toEqual(["/ja/postal-codes/1130024"]);
    expect([value("prefecture"), value("city"), value("street")]).toEqual(["13", "文京区", "西片"]);
  });

  it("fills what the cart has left open, where the code agrees with its prefecture", async () => {
    (form.elements.namedItem("prefecture") as HTMLSelectElement).value = "13";
    knowing(nishikata);
    await type("postalCode", "113-0024");
    expect([value("prefecture"), value("city"), value("street")]).toEqual(["13", "文京区", "西片"]);
  });

  it("offers a choice where the cart was of another prefecture", async () => {
    (form.elements.namedItem("prefecture") as HTMLSelectElement).value = "13";
    knowing({ ...nishikata, prefectureCode: "27", prefecture: "大阪府" });
    await type("postalCode", "530-0001");
    expect([value("prefecture"), value("city")]).toEqual(["13", ""]);
    expect(form.querySelector("[data-towns]")).not.toBeNull();
  });

  it("offers a choice where the code has several towns", async () => {
    knowing(nishikata, hongo);
    await type("postalCode", "1130024");
    expect(value("city")).toBe("");
    expect(form.querySelector("legend")?.textContent).toBe("どの町名ですか");
    const second = form.querySelectorAll<HTMLInputElement>("[name=found-town]")[1];
    second?.dispatchEvent(new Event("change"));
    expect(value("street")).toBe("本郷");
  });

  it("asks before it overwrites what somebody typed", async () => {
    knowing(nishikata);
    await type("city", "横浜市");
    await type("postalCode", "1130024");
    expect(value("city")).toBe("横浜市");
    expect(form.querySelector("[data-towns]")?.textContent).toBe("この町名です東京都文京区西片");
  });

  it("replaces what it filled in itself", async () => {
    let town = nishikata;
    fillFromPostalCode(form, async () => [town]);
    await type("postalCode", "1130024");
    town = hongo;
    await type("postalCode", "1130033");
    expect(value("street")).toBe("本郷");
  });

  it("stays silent when the look-up fails", async () => {
    fillFromPostalCode(form, () => Promise.reject(new Error("offline")));
    await type("postalCode", "1130024");
    expect(value("city")).toBe("");
  });

  it("fills in the address of its own part of a form with two", async () => {
    form.innerHTML = `<input name="city"><section data-postal-codes="/ja/postal-codes/" data-postal-prefix="to">
      <div class="field"><input name="toPostalCode"></div>
      <select name="toPrefecture"><option value=""></option><option value="13">東京都</option></select>
      <input name="toCity"><input name="toStreet"></section>`;
    fillFromPostalCode(form.querySelector("section") as HTMLElement, async () => [nishikata]);
    await type("toPostalCode", "113-0024");
    expect([value("toPrefecture"), value("toCity"), value("toStreet"), value("city")]).toEqual([
      "13",
      "文京区",
      "西片",
      "",
    ]);
  });
});
