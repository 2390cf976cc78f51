/** The key / leads to the desk's search, except where somebody writes. */
export function leadToSearch(root: Document): void {
  const field = root.querySelector<HTMLInputElement>("form[data-search] input[type=search]");
  if (field === null) return;
  root.addEventListener("keydown", (event) => {
    if (event.key !== "/" || !isPlain(event)) return;
    event.preventDefault();
    field.focus();
  });
}

/** Whether a key is meant for the page: alone, and nowhere where somebody writes or chooses. */
export function isPlain(event: KeyboardEvent): boolean {
  return !event.ctrlKey && !event.metaKey && !event.altKey && !isWriting(event);
}

function isWriting(event: KeyboardEvent): boolean {
  return (
    event.target instanceof Element &&
    event.target.closest("input:not([type=checkbox]), textarea, select") !== null
  );
}
