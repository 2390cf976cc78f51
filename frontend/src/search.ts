/** The key / leads to the desk's search, except where somebody writes. */
export function leadToSearch(root: Document): void {
  const field = root.querySelector<HTMLInputElement>("form[data-search] input[type=search]");
  if (field === null) return;
  root.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || isWriting(event))
      return;
    event.preventDefault();
    field.focus();
  });
}

function isWriting(event: KeyboardEvent): boolean {
  return (
    event.target instanceof Element && event.target.closest("input, textarea, select") !== null
  );
}
