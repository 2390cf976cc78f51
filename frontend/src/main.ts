import { focusErrorSummary } from "./error-summary.ts";
import { moveByKeys } from "./keys.ts";
import { followPage } from "./live.ts";
import { maskInTime } from "./mask.ts";
import { askForPasskey } from "./passkey.ts";
import { fillFromPostalCode } from "./postal-code.ts";
import { leadToSearch } from "./search.ts";
import { sendOnce } from "./send-once.ts";

// Every page works without this script. It writes no markup from text: the pages' Trusted Types
// policy would refuse that.
sendOnce(document);
leadToSearch(document);
moveByKeys(document);
focusErrorSummary(document);
for (const part of document.querySelectorAll<HTMLElement>("[data-postal-codes]"))
  fillFromPostalCode(part);
for (const shown of document.querySelectorAll<HTMLElement>("[data-shown-for]")) maskInTime(shown);
for (const form of document.querySelectorAll<HTMLFormElement>("form[data-passkey]"))
  askForPasskey(form);
for (const main of document.querySelectorAll<HTMLElement>("main[data-live]")) followPage(main);
