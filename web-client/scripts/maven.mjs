// What Maven runs: `node scripts/maven.mjs build <directory>` and `node scripts/maven.mjs check`.
// Both install the packages first; nothing is done again whose inputs are the same as last time.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const client = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const schema = resolve(client, '../schema');
const notBuilt = new Set(['node_modules', 'dist', 'gql', 'e2e', 'testing', '.gitignore']);

function npm(args, env = {}) {
  console.log(`web-client: npm ${args.join(' ')}`);
  const result = spawnSync('npm', args, {
    cwd: client,
    stdio: 'inherit',
    env: { ...process.env, ...env },
    // npm is a script on Windows, which only a shell starts.
    shell: process.platform === 'win32',
  });
  if (result.error !== undefined) {
    console.error(
      `web-client: npm cannot be started (${result.error.message}). Node.js 20 or newer with npm is needed.`,
    );
  }
  if (result.status !== 0) {
    process.exit(result.status ?? 1);
  }
}

function filesUnder(directory) {
  return readdirSync(directory, { withFileTypes: true })
    .filter((entry) => !notBuilt.has(entry.name) && !/\.test\.tsx?$/.test(entry.name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(directory, entry.name);
      return entry.isDirectory() ? filesUnder(path) : [path];
    });
}

function fingerprint(files) {
  const hash = createHash('sha256');
  for (const file of files) {
    hash.update(file).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

function unchanged(stamp, current) {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === current;
}

function install() {
  const stamp = join(client, 'node_modules/.installed');
  const current = fingerprint([join(client, 'package-lock.json'), join(client, '.npmrc')]);
  if (!unchanged(stamp, current)) {
    npm(['ci', '--no-audit', '--no-fund', '--loglevel=error']);
    writeFileSync(stamp, current);
  }
}

function build(target) {
  const stamp = resolve(target, '../../web-client.fingerprint');
  const current = fingerprint([...filesUnder(client), ...filesUnder(schema)]);
  if (unchanged(stamp, current) && existsSync(join(target, 'index.html'))) {
    console.log('web-client: up to date');
    return;
  }
  install();
  mkdirSync(target, { recursive: true });
  npm(['run', 'build', '--silent'], { WEB_CLIENT_OUT: target });
  writeFileSync(stamp, current);
}

const [task, argument] = process.argv.slice(2);
if (task === 'build' && argument !== undefined) {
  build(resolve(argument));
} else if (task === 'check') {
  if (argument !== 'true') {
    install();
    npm(['run', 'check', '--silent']);
  }
} else {
  console.error('Usage: node scripts/maven.mjs build <directory> | check [<whether to skip>]');
  process.exit(2);
}
