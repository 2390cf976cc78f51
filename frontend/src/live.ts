type Load = (address: string) => Promise<Document>;

/** How long to wait before a stream that was refused is asked for again: the first and the longest. */
const PAUSES = { first: 2_000, longest: 60_000 };

/**
 * Keeps a page up to date: `data-live` on its <main> is an event stream, and each "changed" on it
 * brings the page's new <main>. Focus stays where it was, and the new heading is spoken.
 */
export function followPage(main: HTMLElement, load: Load = loadPage): void {
  const spoken = main.ownerDocument.body.appendChild(status(main.ownerDocument));
  const refresh = oneAtATime(async () => {
    const next = (await load(location.href)).querySelector("main");
    if (!next) return;
    swap(main, next);
    spoken.textContent = next.querySelector("h1")?.textContent ?? "";
    if (next.dataset.live) main.dataset.live = next.dataset.live;
    else delete main.dataset.live;
  });
  listen(main, PAUSES.first, async (stream) => {
    await refresh();
    if (!main.dataset.live) stream.close();
  });
}

/**
 * Of two pages that are loaded at once the older may arrive last and stay. What is asked for
 * meanwhile is done once more afterwards.
 */
function oneAtATime(act: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  let again = false;
  const run = async () => {
    do {
      again = false;
      await act();
    } while (again);
  };
  return () => {
    again = true;
    running ??= run().finally(() => {
      running = undefined;
    });
    return running;
  };
}

/**
 * A browser takes up a stream that broke off by itself, but not one that a proxy answered with an
 * error, as it does while a node is replaced. Where the page could not be loaded the stream is
 * opened anew as well, which tells again of what the page does not show yet.
 */
function listen(
  main: HTMLElement,
  pause: number,
  changed: (stream: EventSource) => Promise<void>,
): void {
  if (!main.dataset.live) return;
  const stream = new EventSource(main.dataset.live);
  let wait = pause;
  const listenLater = () => {
    setTimeout(() => listen(main, Math.min(wait * 2, PAUSES.longest), changed), wait);
  };
  stream.addEventListener("open", () => {
    wait = PAUSES.first;
  });
  stream.addEventListener("changed", () => {
    changed(stream).catch(() => {
      if (stream.readyState === EventSource.CLOSED) return;
      stream.close();
      listenLater();
    });
  });
  stream.addEventListener("error", () => {
    if (stream.readyState === EventSource.CLOSED) listenLater();
  });
}

/**
 * Copies nodes, never text: the browser has parsed the page already. What was typed, chosen or
 * opened meanwhile stays so.
 */
export function swap(main: HTMLElement, next: HTMLElement): void {
  const focused = main.ownerDocument.activeElement;
  const id = focused && main.contains(focused) ? focused.id : "";
  const again = touched(main);
  main.replaceChildren(
    ...[...next.childNodes].map((node) => main.ownerDocument.importNode(node, true)),
  );
  for (const apply of again) apply();
  if (id) main.ownerDocument.getElementById(id)?.focus();
}

/** What the reader has changed on a page, each to be done again on the next one. */
function touched(main: HTMLElement): (() => void)[] {
  const same = <E extends HTMLElement>(selector: string, of: E, then: (it: E) => void) => {
    return () => {
      const it = main.querySelector<E>(selector);
      if (it?.tagName === of.tagName) then(it);
    };
  };
  const opened = [...main.querySelectorAll("details")]
    .filter((details) => details.open && details.id)
    .map((details) =>
      same(`#${details.id}`, details, (it) => {
        it.open = true;
      }),
    );
  const filled = [...main.querySelectorAll("input")]
    .filter((input) => input.type !== "hidden" && input.name)
    .filter((input) => input.value !== input.defaultValue || input.checked !== input.defaultChecked)
    .map((input) => {
      const chosen = input.type === "radio" ? `[value="${input.value}"]` : "";
      return same(`input[name="${input.name}"]${chosen}`, input, (it) => {
        it.checked = input.checked;
        it.value = input.value;
      });
    });
  return [...opened, ...filled];
}

function status(page: Document): HTMLElement {
  const region = page.createElement("p");
  region.className = "visually-hidden";
  region.setAttribute("role", "status");
  return region;
}

/** XMLHttpRequest hands out a parsed page; fetch would hand out text, which no sink may take. */
function loadPage(address: string): Promise<Document> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("GET", address);
    request.responseType = "document";
    request.onload = () =>
      request.responseXML ? resolve(request.responseXML) : reject(new Error("no page"));
    request.onerror = () => reject(new Error("no answer"));
    request.send();
  });
}
