/** Long enough for a slow answer; after it, whoever presses again means it. */
const patience = 15_000;

/**
 * A second press on a button sends nothing. The server makes a double submit harmless; this only
 * keeps the page calm. Buttons are never disabled, which would take the focus and the button's value.
 */
export function sendOnce(root: Document): void {
  root.addEventListener("submit", (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || form.method !== "post") return;
    if (form.dataset.sent !== undefined) event.preventDefault();
    else hold(form);
  });
  root.defaultView?.addEventListener("pageshow", () => release(root));
}

function hold(form: HTMLFormElement): void {
  form.dataset.sent = "";
  setTimeout(() => {
    delete form.dataset.sent;
  }, patience);
}

/** Coming back to the page by the Back button must not leave its forms dead. */
function release(root: Document): void {
  for (const form of root.querySelectorAll<HTMLFormElement>("form[data-sent]"))
    delete form.dataset.sent;
}
