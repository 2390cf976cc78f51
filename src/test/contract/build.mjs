// Usage: node build.mjs OUTPUT.json
// Installs and generates only what is older than what it is made of, so that a repeated build costs nothing.
import { execFileSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));
const output = resolve(process.argv[2]);
const installed = `${here}node_modules/.package-lock.json`;
const sources = ['package-lock.json', 'contract.ts', 'generate.mjs', 'build.mjs'].map((name) => here + name);

if (!isFresh(output, sources)) {
  if (!isFresh(installed, [`${here}package-lock.json`])) {
    execFileSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: here, stdio: ['ignore', 'ignore', 'inherit'] });
  }
  process.argv[2] = output;
  await import('./generate.mjs');
}

function isFresh(made, parts) {
  return existsSync(made) && parts.every((part) => statSync(part).mtimeMs <= statSync(made).mtimeMs);
}
