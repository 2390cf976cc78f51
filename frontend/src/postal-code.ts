export interface Town {
  readonly prefectureCode: string;
  readonly prefecture: string;
  readonly city: string;
  readonly town: string;
}

type LookUp = (address: string) => Promise<readonly Town[]>;

/** Seven digits in any width and with anything between them; empty for anything else. */
export function sevenDigits(typed: string): string {
  const digits = typed.normalize("NFKC").replace(/\D/g, "");
  return digits.length === 7 ? digits : "";
}

/**
 * Fills prefecture, city and town from the postal code. Where the code has several towns, or where
 * somebody has typed an address already, it offers the towns as a choice and changes nothing itself;
 * only of several it asks which.
 * The button that does the same without a script goes away.
 */
export function fillFromPostalCode(form: HTMLFormElement, lookUp: LookUp = fetchTowns): void {
  const code = field(form, "postalCode");
  form.querySelector("[data-postal-code-button]")?.remove();
  let known = sevenDigits(code.value);
  code.addEventListener("input", async () => {
    const digits = sevenDigits(code.value);
    if (!digits || digits === known) return;
    known = digits;
    const towns = await lookUp(`${form.dataset.postalCodes}${digits}`).catch(() => []);
    if (sevenDigits(code.value) === digits) answer(form, code, towns);
  });
}

function answer(form: HTMLFormElement, code: HTMLElement, towns: readonly Town[]): void {
  form.querySelector("[data-towns]")?.remove();
  const [only] = towns;
  if (only && towns.length === 1 && isUntouched(form, only)) fill(form, only);
  else if (only) code.closest(".field")?.after(choice(form, towns));
}

/** The cart may have chosen the prefecture; where the code agrees with it, nobody has typed it. */
function isUntouched(form: HTMLFormElement, town: Town): boolean {
  const [prefecture, ...typed] = addressFields(form);
  return (isEmpty(prefecture) || prefecture?.value === town.prefectureCode) && typed.every(isEmpty);
}

function isEmpty(part: HTMLInputElement | undefined): boolean {
  return !part?.value || part.dataset.filled === part.value;
}

function fill(form: HTMLFormElement, town: Town): void {
  const [prefecture, city, street] = addressFields(form);
  write(prefecture, town.prefectureCode);
  write(city, town.city);
  write(street, town.town);
}

function write(part: HTMLInputElement | undefined, value: string): void {
  if (!part) return;
  part.value = value;
  part.dataset.filled = value;
}

function choice(form: HTMLFormElement, towns: readonly Town[]): HTMLElement {
  const page = form.ownerDocument;
  const group = page.createElement("fieldset");
  group.className = "field";
  group.dataset.towns = "";
  const legend = group.appendChild(page.createElement("legend"));
  const said = towns.length === 1 ? form.dataset.postalOnly : form.dataset.postalChoice;
  legend.textContent = said ?? "";
  for (const town of towns) group.append(option(form, town));
  return group;
}

function option(form: HTMLFormElement, town: Town): HTMLElement {
  const page = form.ownerDocument;
  const label = page.createElement("label");
  label.className = "choice";
  const radio = page.createElement("input");
  radio.type = "radio";
  radio.name = "found-town";
  radio.addEventListener("change", () => fill(form, town));
  const words = page.createElement("span");
  words.lang = "ja";
  words.textContent = `${town.prefecture}${town.city}${town.town}`;
  label.append(radio, words);
  return label;
}

function addressFields(form: HTMLFormElement): HTMLInputElement[] {
  return ["prefecture", "city", "street"].map((name) => field(form, name));
}

function field(form: HTMLFormElement, name: string): HTMLInputElement {
  return form.elements.namedItem(name) as HTMLInputElement;
}

async function fetchTowns(address: string): Promise<readonly Town[]> {
  const response = await fetch(address, { headers: { Accept: "application/json" } });
  return response.ok ? ((await response.json()) as Town[]) : [];
}
