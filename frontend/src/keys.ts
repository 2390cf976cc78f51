import { isPlain } from "./search.ts";

/**
 * Lists of the desk by keys: j and k lead to the next and the last row, x ticks it, ? tells of all
 * keys. What has the focus is a link, so Enter opens it by itself. Never where somebody writes.
 */
export function moveByKeys(root: Document): void {
  root.addEventListener("keydown", (event) => {
    const help = root.querySelector<HTMLAnchorElement>("a[data-keys]");
    if (help !== null && isPlain(event) && act(root, event.key, help)) event.preventDefault();
  });
}

function act(root: Document, key: string, help: HTMLAnchorElement): boolean {
  if (key === "j" || key === "k") return move(root, key === "j" ? 1 : -1);
  if (key === "x") return tick(root);
  if (key === "?") help.click();
  return key === "?";
}

function rows(root: Document): HTMLAnchorElement[] {
  return [
    ...root.querySelectorAll<HTMLAnchorElement>(
      "main tbody th[scope=row] a:first-of-type, main .entries a:first-of-type",
    ),
  ];
}

function row(link: Element): Element | null {
  return link.closest("tr, li");
}

/** From where the focus is, or from the head of the page. */
function move(root: Document, step: number): boolean {
  const links = rows(root);
  const here = root.activeElement === null ? null : row(root.activeElement);
  const at = here === null ? -1 : links.findIndex((link) => row(link) === here);
  const next = links[at < 0 && step < 0 ? links.length - 1 : at + step];
  next?.focus();
  return next !== undefined;
}

function tick(root: Document): boolean {
  const here = root.activeElement === null ? null : row(root.activeElement);
  const box = here?.querySelector<HTMLInputElement>("input[type=checkbox]");
  box?.click();
  return box != null;
}
