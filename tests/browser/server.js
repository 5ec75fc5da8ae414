// The program with its demo town, on a free port and in a data folder of its own.
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const startWithinMs = 120_000;
const configured = ['--config', fileURLToPath(new URL('../../data/demo/gongkai.toml', import.meta.url))];

// Resolves to { address, run, stop } once the program says where it listens. `commands` are run with
// the program once the demo town is loaded, `settings` are variables of its environment; run() runs
// another command beside the server and gives back its exit status.
export async function startServer(program, commands = [], settings = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'gongkai-browser-'));
  const env = { ...process.env, GONGKAI_DATA_FOLDER: folder, GONGKAI_SERVER_PORT: '0', ...settings };
  const withConfig = (words) => [...configured, ...words];
  for (const words of [['migrate', 'up'], ['keys', 'create'], ['demo'], ...commands]) {
    execFileSync(program, withConfig(words), { env, stdio: ['ignore', 'ignore', 'inherit'] });
  }
  const run = (words) => new Promise((resolve) => {
    spawn(program, withConfig(words), { env, stdio: ['ignore', 'ignore', 'inherit'] }).once('exit', resolve);
  });
  const child = spawn(program, withConfig(['serve']), { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  let output = '';
  const address = await new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`no address within time: ${output}`)), startWithinMs);
    ended.then((status) => reject(new Error(`the server ended with ${status}: ${output}`)));
    const read = (bytes) => {
      output += bytes;
      const found = output.match(/http:\/\/127\.0\.0\.1:\d+/);
      if (found) {
        clearTimeout(timer);
        resolve(found[0]);
      }
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
  });
  return { address, run, stop };
}
