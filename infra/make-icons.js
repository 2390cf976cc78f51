// Makes src/main/resources/static/favicon.ico and apple-touch-icon.png of frontend/src/images/favicon.svg, for whatever
// can't show that. Needs Chromium, or the browser that CHROMIUM names: node infra/make-icons.js
const { execFileSync } = require("node:child_process");
const { mkdtempSync, readFileSync, writeFileSync } = require("node:fs");
const { tmpdir } = require("node:os");
const { join } = require("node:path");

const root = join(__dirname, "..");
const folder = mkdtempSync(join(tmpdir(), "icons-"));
const mark = readFileSync(join(root, "frontend/src/images/favicon.svg"), "utf8").replace(/@media.*?}}/, "");

function png(size, ground, margin) {
  const page = join(folder, "page.html");
  const image = join(folder, `${size}.png`);
  writeFileSync(page, `<style>body{margin:0}div{box-sizing:border-box;width:${size}px;height:${size}px;padding:${margin}px;
    background:${ground}}svg{display:block}</style><div>${mark}</div>`);
  execFileSync(process.env.CHROMIUM ?? "chromium", ["--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars",
    "--force-device-scale-factor=1", "--default-background-color=00000000", `--window-size=${size},${size}`,
    `--screenshot=${image}`, page], { stdio: "ignore" });
  return readFileSync(image);
}

/** An icon file is a directory of pictures, which may be PNG. */
function ico(images) {
  const head = Buffer.alloc(6 + 16 * images.length);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(images.length, 4);
  let at = head.length;
  images.forEach(({ size, bytes }, i) => {
    const entry = 6 + 16 * i;
    head.writeUInt8(size, entry);
    head.writeUInt8(size, entry + 1);
    head.writeUInt16LE(1, entry + 4);
    head.writeUInt16LE(32, entry + 6);
    head.writeUInt32LE(bytes.length, entry + 8);
    head.writeUInt32LE(at, entry + 12);
    at += bytes.length;
  });
  return Buffer.concat([head, ...images.map((image) => image.bytes)]);
}

const out = join(root, "src/main/resources/static");
writeFileSync(join(out, "favicon.ico"), ico([16, 32, 48].map((size) => ({ size, bytes: png(size, "transparent", 0) }))));
writeFileSync(join(out, "apple-touch-icon.png"), png(180, "#f5f0e4", 22));
