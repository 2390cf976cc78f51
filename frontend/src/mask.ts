/**
 * What somebody told us is shown for a quarter of an hour, also on a page that is left open:
 * `data-shown-for` says for how many seconds, and what stands behind it, hidden until then, says that
 * it is masked. A device that slept meanwhile stops its timers, so waking looks at the clock too.
 */
export function maskInTime(shown: HTMLElement): void {
  const page = shown.ownerDocument;
  const left = Number(shown.dataset.shownFor) * 1_000;
  const end = Date.now() + left;
  const look = () => {
    if (Date.now() >= end) mask(shown);
  };
  setTimeout(look, left);
  page.addEventListener("visibilitychange", look);
  page.defaultView?.addEventListener("pageshow", look);
}

/** The words leave the page itself, not just its picture. */
function mask(shown: HTMLElement): void {
  const masked = shown.nextElementSibling;
  if (masked instanceof HTMLElement) masked.hidden = false;
  shown.remove();
}
