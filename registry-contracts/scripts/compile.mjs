// Compiles src/main/solidity and writes ABI and bytecode of the contracts we use to src/main/contracts, those of the published
// shapes that tests read to src/test/contracts, together with the fingerprint of everything that went in and came out. The Java build compares that fingerprint without Node.
//   node scripts/compile.mjs           write
//   node scripts/compile.mjs --check   write nothing, exit 1 if what is checked in differs
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import solc from 'solc';
import { filesBelow, publishedFolder, readImport, root, settings, solcInput, sourceFolder, text } from './solc-input.mjs';

const outFolder = 'src/main/contracts';
const testFolder = 'src/test/contracts';
const used = ['OcnRegistry', 'OcnCertifier', 'OcnPermissions', 'SecondRegistryView', 'BulkRead'];
const published = ['FirstPublished', 'FirstPermissions', 'SecondPublished', 'SecondVerifier', 'SecondOracle', 'Crowd'];
const codeLimit = 24576; // EIP-170, in force on every chain we know

const output = JSON.parse(solc.compile(JSON.stringify(solcInput()), { import: readImport }));
// Warnings about the library are its authors' business, errors are everybody's.
const complaints = (output.errors ?? []).filter(
  (complaint) => complaint.severity === 'error' || !complaint.sourceLocation?.file.startsWith('@'),
);
if (complaints.length > 0) {
  for (const complaint of complaints) console.error(complaint.formattedMessage);
  console.error('Warnings count as errors: nothing was written.');
  process.exit(1);
}

const files = {};
for (const name of used) {
  const contract = output.contracts[`${sourceFolder}/${name}.sol`][name];
  const size = contract.evm.deployedBytecode.object.length / 2;
  if (size > codeLimit) {
    console.error(`${name} is ${size} bytes, more than the ${codeLimit} a chain accepts.`);
    process.exit(1);
  }
  console.log(`${name}: ${size} bytes of ${codeLimit}`);
  files[`${outFolder}/${name}.abi`] = `${JSON.stringify(contract.abi, null, 1)}\n`;
  files[`${outFolder}/${name}.bin`] = contract.evm.bytecode.object;
}
for (const name of published) {
  files[`${testFolder}/${name}.bin`] = output.contracts[`${publishedFolder}/${name}.sol`][name].evm.bytecode.object;
}
files[`${outFolder}/fingerprint.txt`] = fingerprint(files);

if (process.argv.includes('--check')) {
  const stale = Object.keys(files).filter((path) => !existsSync(join(root, path)) || text(path) !== files[path]);
  if (stale.length > 0) {
    console.error(`Not what the sources compile to: ${stale.join(', ')}. Run "npm run compile" and check the result in.`);
    process.exit(1);
  }
} else {
  for (const folder of [outFolder, testFolder]) mkdirSync(join(root, folder), { recursive: true });
  for (const [path, content] of Object.entries(files)) writeFileSync(join(root, path), content);
}

/** One line per file that decides the bytecode, and per file that came out: sha256, two blanks, path. */
function fingerprint(outputs) {
  const inputs = [...filesBelow(sourceFolder, '.sol'), ...filesBelow(publishedFolder, '.sol'), ...filesBelow('scripts', '.mjs'), 'package-lock.json'];
  const lines = inputs.map((path) => [path, text(path)]).concat(Object.entries(outputs));
  const sha256 = (content) => createHash('sha256').update(content, 'utf8').digest('hex');
  const head = `# solc ${solc.version()}, ${settings.evmVersion}, ${settings.optimizer.runs} runs. Written by scripts/compile.mjs.\n`;
  return head + lines.map(([path, content]) => `${sha256(content)}  ${path}\n`).join('');
}
