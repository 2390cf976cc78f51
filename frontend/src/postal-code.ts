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
export function fillFromPostalCode(part: HTMLElement, lookUp: LookUp = fetchTowns): void {
  const code = field(part, "postalCode");
  part.querySelector("[data-postal-code-button]")?.remove();
  let known = sevenDigits(code.value);
  code.addEventListener("input", async () => {
    const digits = sevenDigits(code.value);
    if (!digits || digits === known) return;
    known = digits;
    const towns = await lookUp(`${part.dataset.postalCodes}${digits}`).catch(() => []);
    if (sevenDigits(code.value) === digits) answer(part, code, towns);
  });
}

function answer(part: HTMLElement, code: HTMLElement, towns: readonly Town[]): void {
  part.querySelector("[data-towns]")?.remove();
  const [only] = towns;
  if (only && towns.length === 1 && isUntouched(part, only)) fill(part, only);
  else if (only) code.closest(".field")?.after(choice(part, towns));
}

/** The cart may have chosen the prefecture; where the code agrees with it, nobody has typed it. */
function isUntouched(part: HTMLElement, town: Town): boolean {
  const [prefecture, ...typed] = addressFields(part);
  return (isEmpty(prefecture) || prefecture?.value === town.prefectureCode) && typed.every(isEmpty);
}

function isEmpty(part: HTMLInputElement | undefined): boolean {
  return !part?.value || part.dataset.filled === part.value;
}

function fill(part: HTMLElement, town: Town): void {
  const [prefecture, city, street] = addressFields(part);
  write(prefecture, town.prefectureCode);
  write(city, town.city);
  write(street, town.town);
}

function write(part: HTMLInputElement | undefined, value: string): void {
  if (!part) return;
  part.value = value;
  part.dataset.filled = value;
}

function choice(part: HTMLElement, towns: readonly Town[]): HTMLElement {
  const page = part.ownerDocument;
  const group = page.createElement("fieldset");
  group.className = "field";
  group.dataset.towns = "";
  const legend = group.appendChild(page.createElement("legend"));
  const said = towns.length === 1 ? part.dataset.postalOnly : part.dataset.postalChoice;
  legend.textContent = said ?? "";
  for (const town of towns) group.append(option(part, town));
  return group;
}

function option(part: HTMLElement, town: Town): HTMLElement {
  const page = part.ownerDocument;
  const label = page.createElement("label");
  label.className = "choice";
  const radio = page.createElement("input");
  radio.type = "radio";
  radio.name = called(part, "found-town");
  radio.addEventListener("change", () => fill(part, town));
  const words = page.createElement("span");
  words.lang = "ja";
  words.textContent = `${town.prefecture}${town.city}${town.town}`;
  label.append(radio, words);
  return label;
}

function addressFields(part: HTMLElement): HTMLInputElement[] {
  return ["prefecture", "city", "street"].map((name) => field(part, name));
}

/** A form may ask for two addresses; the fields of the second have a prefix. */
function field(part: HTMLElement, name: string): HTMLInputElement {
  return part.querySelector(`[name="${called(part, name)}"]`) as HTMLInputElement;
}

function called(part: HTMLElement, name: string): string {
  const prefix = part.dataset.postalPrefix;
  return prefix ? prefix + name.charAt(0).toUpperCase() + name.slice(1) : name;
}

async function fetchTowns(address: string): Promise<readonly Town[]> {
  const response = await fetch(address, { headers: { Accept: "application/json" } });
  return response.ok ? ((await response.json()) as Town[]) : [];
}
