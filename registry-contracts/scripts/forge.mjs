//   node scripts/forge.mjs [--profile NAME] ARGUMENTS
// Runs forge as packaged for this platform, or the one on the PATH.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './solc-input.mjs';

const arch = { x64: 'amd64', arm64: 'arm64' }[process.arch];
const packaged = join(root, `node_modules/@foundry-rs/forge-${process.platform}-${arch}/bin/forge`);
const [option, profile, ...rest] = process.argv.slice(2);
const thorough = option === '--profile';
const run = spawnSync(existsSync(packaged) ? packaged : 'forge', thorough ? rest : process.argv.slice(2), {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, ...(thorough ? { FOUNDRY_PROFILE: profile } : {}) },
});
if (run.error) console.error(`forge cannot be started (${run.error.code}): run "npm ci" in registry-contracts.`);
process.exit(run.status ?? 1);
