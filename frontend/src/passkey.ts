/**
 * Before a form is sent that asks for a passkey, the browser makes one or shows one, and its answer
 * goes along. `data-passkey` says which of the two, `data-options` what to ask for.
 */
export function askForPasskey(form: HTMLFormElement): void {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    tell(form, false);
    answer(form).then(
      (json) => {
        const field = form.elements.namedItem("answer");
        if (field instanceof HTMLInputElement) field.value = json;
        form.submit();
      },
      () => tell(form, true),
    );
  });
}

async function answer(form: HTMLFormElement): Promise<string> {
  const options = JSON.parse(form.dataset.options ?? "{}");
  const credential =
    form.dataset.passkey === "make"
      ? await navigator.credentials.create({
          publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options),
        })
      : await navigator.credentials.get({
          publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options),
        });
  if (!(credential instanceof PublicKeyCredential)) throw new Error("no passkey");
  return JSON.stringify(credential.toJSON());
}

/** The browser has its own words for what went wrong; the page says that nothing was sent. */
function tell(form: HTMLFormElement, failed: boolean): void {
  const notice = form.querySelector<HTMLElement>("[data-passkey-failed]");
  if (notice) notice.hidden = !failed;
}
