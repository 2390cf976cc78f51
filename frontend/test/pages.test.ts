import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { focusErrorSummary } from "../src/error-summary.ts";
import { followPage, swap } from "../src/live.ts";
import { maskInTime } from "../src/mask.ts";
import { sendOnce } from "../src/send-once.ts";

class Stream extends EventTarget {
  static readonly CLOSED = 2;
  static opened: Stream[] = [];
  readyState = 1;
  constructor(readonly address: string) {
    super();
    Stream.opened.push(this);
  }
  close(): void {
    this.readyState = Stream.CLOSED;
  }
  isRefused(): void {
    this.close();
    this.dispatchEvent(new Event("error"));
  }
}

beforeEach(() => {
  document.body.replaceChildren();
  Stream.opened = [];
  globalThis.EventSource = Stream as unknown as typeof EventSource;
});

afterEach(() => {
  vi.useRealTimers();
});

function page(markup: string): HTMLElement {
  document.body.innerHTML = markup;
  return document.body.firstElementChild as HTMLElement;
}

describe("error summary", () => {
  it("takes the focus", () => {
    const summary = page('<div data-error-summary tabindex="-1">!</div>');
    focusErrorSummary(document);
    expect(document.activeElement).toBe(summary);
  });
});

describe("what somebody told us", () => {
  const opened = `<section>
    <div data-shown-for="900"><p>Sakura 9-8-7</p></div><p hidden>masked again</p>
    <input name="tracking"></section>`;

  function isMasked(section: HTMLElement): boolean {
    const hidden = section.querySelector<HTMLElement>("p:last-of-type")?.hidden;
    return !section.textContent?.includes("Sakura") && hidden === false;
  }

  it("is masked when its time is over, and what was typed beside it stays", () => {
    vi.useFakeTimers();
    const section = page(opened);
    maskInTime(section.firstElementChild as HTMLElement);
    const field = section.querySelector("input") as HTMLInputElement;
    field.value = "1234";
    vi.advanceTimersByTime(899_000);
    expect(isMasked(section)).toBe(false);
    vi.advanceTimersByTime(1_000);
    expect(isMasked(section)).toBe(true);
    expect(field.value).toBe("1234");
    expect(field.isConnected).toBe(true);
  });

  it("is masked at once on a device that slept until then", () => {
    vi.useFakeTimers();
    const section = page(opened);
    maskInTime(section.firstElementChild as HTMLElement);
    document.dispatchEvent(new Event("visibilitychange"));
    expect(isMasked(section)).toBe(false);
    vi.setSystemTime(Date.now() + 900_000);
    document.dispatchEvent(new Event("visibilitychange"));
    expect(isMasked(section)).toBe(true);
  });
});

describe("a form that was sent", () => {
  function press(form: HTMLElement): boolean {
    return form.dispatchEvent(new Event("submit", { bubbles: true, cancelable: true }));
  }

  it("isn't sent twice, and lives again when the page comes back", () => {
    sendOnce(document);
    const form = page('<form method="post"><button>Order</button></form>');
    expect(press(form)).toBe(true);
    expect(press(form)).toBe(false);
    expect(form.querySelector("button")?.disabled).toBe(false);
    window.dispatchEvent(new Event("pageshow"));
    expect(press(form)).toBe(true);
  });

  it("may be sent as often as one likes when it only asks", () => {
    sendOnce(document);
    const form = page('<form method="get"></form>');
    expect([press(form), press(form)]).toEqual([true, true]);
  });
});

describe("a page that follows its order", () => {
  function answering(markup: string): () => Promise<Document> {
    return async () => new DOMParser().parseFromString(markup, "text/html");
  }

  it("shows the newer of two changes, whichever is loaded first", async () => {
    const answers: ((page: Document) => void)[] = [];
    const main = page('<main data-live="/events"><h1>Paid</h1></main>');
    followPage(main, () => new Promise((resolve) => answers.push(resolve)));
    const answer = async (markup: string) => {
      answers.shift()?.(new DOMParser().parseFromString(markup, "text/html"));
      await new Promise((done) => setTimeout(done));
    };
    Stream.opened[0]?.dispatchEvent(new Event("changed"));
    Stream.opened[0]?.dispatchEvent(new Event("changed"));
    expect(answers).toHaveLength(1);
    await answer('<main data-live="/events"><h1>On its way back</h1></main>');
    await answer('<main data-live="/events"><h1>Gone back</h1></main>');
    expect(main.textContent).toBe("Gone back");
    expect(answers).toHaveLength(0);
  });

  it("asks again for a page that could not be loaded", async () => {
    vi.useFakeTimers();
    const main = page('<main data-live="/events"><h1>Paid</h1></main>');
    followPage(main, () => Promise.reject(new Error("no answer")));
    Stream.opened[0]?.dispatchEvent(new Event("changed"));
    Stream.opened[0]?.dispatchEvent(new Event("changed"));
    await vi.advanceTimersByTimeAsync(10_000);
    expect(Stream.opened.map((stream) => stream.readyState)).toEqual([Stream.CLOSED, 1]);
    expect(main.textContent).toBe("Paid");
  });

  it("shows the new state, speaks it, and stops when there is nothing left to follow", async () => {
    const main = page('<main data-live="/events"><h1>Waiting</h1></main>');
    followPage(main, answering("<main><h1>Paid</h1></main>"));
    Stream.opened[0]?.dispatchEvent(new Event("changed"));
    await new Promise((done) => setTimeout(done));
    expect(main.textContent).toBe("Paid");
    expect(document.querySelector("[role=status]")?.textContent).toBe("Paid");
    expect(Stream.opened[0]?.readyState).toBe(Stream.CLOSED);
  });

  it("asks again, ever more slowly, when the stream was refused", () => {
    vi.useFakeTimers();
    followPage(page('<main data-live="/events"></main>'));
    Stream.opened[0]?.isRefused();
    vi.advanceTimersByTime(2_000);
    Stream.opened[1]?.isRefused();
    vi.advanceTimersByTime(2_000);
    expect(Stream.opened).toHaveLength(2);
    vi.advanceTimersByTime(2_000);
    expect(Stream.opened).toHaveLength(3);
  });

  it("is as quick again once a stream was open, and asks at least each minute", () => {
    vi.useFakeTimers();
    followPage(page('<main data-live="/events"></main>'));
    for (let tries = 1; tries <= 8; tries++) {
      Stream.opened.at(-1)?.isRefused();
      vi.advanceTimersByTime(60_000);
      expect(Stream.opened).toHaveLength(tries + 1);
    }
    Stream.opened.at(-1)?.dispatchEvent(new Event("open"));
    Stream.opened.at(-1)?.isRefused();
    vi.advanceTimersByTime(2_000);
    expect(Stream.opened).toHaveLength(10);
  });

  it("asks for what came after the state that it shows", async () => {
    const main = page('<main data-live="/events?seen=1"></main>');
    followPage(main, answering('<main data-live="/events?seen=2"></main>'));
    Stream.opened[0]?.dispatchEvent(new Event("changed"));
    await new Promise((done) => setTimeout(done));
    expect(main.dataset.live).toBe("/events?seen=2");
  });

  it("keeps what was typed, chosen and opened", () => {
    const form = (open: string) => `
      <p>${open}</p>
      <details id="amount"><summary>Amount</summary><input name="other" value="3000">
        <input type="radio" name="frequency" value="monthly" checked>
        <input type="radio" name="frequency" value="yearly"></details>`;
    const main = page(`<main>${form("3000")}</main>`);
    const at = <E extends Element>(selector: string) => main.querySelector(selector) as E;
    at<HTMLDetailsElement>("#amount").open = true;
    at<HTMLInputElement>("[name=other]").value = "5000";
    at<HTMLInputElement>("[value=yearly]").checked = true;
    const next = document.createElement("main");
    next.innerHTML = form("4000");
    swap(main, next);
    expect(at("p").textContent).toBe("4000");
    expect(at<HTMLDetailsElement>("#amount").open).toBe(true);
    expect(at<HTMLInputElement>("[name=other]").value).toBe("5000");
    expect(at<HTMLInputElement>("[value=yearly]").checked).toBe(true);
  });

  it("leaves the focus where it was", () => {
    const main = page('<main><a id="pdf" href="#">PDF</a></main>');
    document.getElementById("pdf")?.focus();
    const next = document.createElement("main");
    next.innerHTML = '<p>Paid</p><a id="pdf" href="#">PDF</a>';
    swap(main, next);
    expect(document.activeElement?.id).toBe("pdf");
  });
});
