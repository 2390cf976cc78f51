import { defineConfig } from "vitest/config";
import { compressAssets } from "./build/compress.ts";
import { subsetFonts } from "./build/fonts.ts";
import { emitIcon } from "./build/icon.ts";

const out = "../target/classes/static";

export default defineConfig({
  publicDir: false,
  plugins: [subsetFonts(), emitIcon("src/images/favicon.svg"), compressAssets(`${out}/assets`)],
  build: {
    outDir: out,
    // Maven puts other files beside ours; compressAssets empties only our own folder.
    emptyOutDir: false,
    manifest: "manifest.json",
    modulePreload: false,
    // light-dark() is kept as written: each colour of the palette stands once, with its night.
    cssTarget: ["chrome123", "firefox120", "safari17.5"],
    // A data: URI would need a hole in the content security policy.
    assetsInlineLimit: 0,
    rolldownOptions: { input: ["src/main.ts", "src/styles/main.css"] },
  },
  test: { environment: "happy-dom", include: ["test/**/*.test.ts"] },
});
