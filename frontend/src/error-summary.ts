/** What went wrong is read first, by eye and by screen reader. */
export function focusErrorSummary(root: ParentNode): void {
  root.querySelector<HTMLElement>("[data-error-summary]")?.focus();
}
