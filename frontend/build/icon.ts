import { readFile } from "node:fs/promises";
import type { Plugin } from "vite";

/** Hands out a file that no script or style sheet mentions, under a hashed name in the manifest. */
export function emitIcon(path: string): Plugin {
  return {
    name: "emit-icon",
    apply: "build",
    async buildStart() {
      const source = await readFile(path);
      this.emitFile({
        type: "asset",
        name: path.replace(/.*\//, ""),
        originalFileName: path,
        source,
      });
    },
  };
}
