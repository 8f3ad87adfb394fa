// The one place that says how the contracts are compiled: used by compile.mjs and, through foundry.toml, mirrored for the tests.
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..');
export const sourceFolder = 'src/main/solidity';
export const publishedFolder = 'src/test/solidity/published';
export const settings = {
  evmVersion: 'london',
  optimizer: { enabled: true, runs: 200 },
  metadata: { bytecodeHash: 'none', appendCBOR: false },
  outputSelection: { '*': { '*': ['abi', 'evm.bytecode.object', 'evm.deployedBytecode.object'] } },
};

/** All files below a folder of this module, as sorted paths with forward slashes. */
export function filesBelow(folder, suffix) {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(suffix))
    .map((entry) => relative(root, join(entry.parentPath ?? entry.path, entry.name)).split(sep).join('/'))
    .sort();
}

/** The compiler's input: our sources by path, imports read from node_modules. */
export function solcInput() {
  const sources = {};
  for (const path of [sourceFolder, publishedFolder].flatMap((folder) => filesBelow(folder, '.sol'))) sources[path] = { content: text(path) };
  return { language: 'Solidity', sources, settings };
}

/** Answers the compiler's question for an imported file. */
export function readImport(path) {
  try {
    return { contents: text(path.startsWith('@') ? `node_modules/${path}` : path) };
  } catch (e) {
    return { error: `${path}: ${e.message}` };
  }
}

export function text(path) {
  return readFileSync(join(root, path), 'utf8').replaceAll('\r\n', '\n');
}
