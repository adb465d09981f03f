/**
 * `npm start`: builds when a source is newer than the build, then starts the process. Plain JavaScript, so that a
 * Node too old to read TypeScript still reads the sentence that says so. `--built` starts what was built, as it is.
 */
import { spawnSync } from 'node:child_process';
// Not by name: a Node without globSync would stop here, before the sentence that it is too old.
import fs from 'node:fs';

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 18))
  stop(
    `Palabre needs Node 22.18 or newer and this is ${process.version}; run it through npm (npm start), which brings its own.`
  );

const { readSettings } = await import('../src/lib/server/env.ts');
try {
  readSettings(process.env);
} catch (error) {
  stop(error.message);
}

if (process.argv.includes('--dev')) {
  const { createServer } = await import('vite');
  const { host, port } = readSettings(process.env);
  const vite = await createServer({ server: { host, port, strictPort: true } });
  await vite.listen();
} else {
  if (!process.argv.includes('--built') && isStale()) build();
  const { start } = await import('../build/server/start.js');
  try {
    await start(() => import('../build/handler.js'));
  } catch (error) {
    stop(sentence(error));
  }
}

/** Whether any source is newer than the last build. */
function isStale() {
  if (!fs.existsSync('build/handler.js')) return true;
  const built = fs.statSync('build/handler.js').mtimeMs;
  const sources = [
    'src/**/*',
    'server/**/*.ts',
    'messages/**/*.json',
    'static/**/*',
    'package.json',
    'package-lock.json',
    'vite.config.ts'
  ];
  return fs
    .globSync(sources, {
      exclude: (path) => path.includes('paraglide') || path.endsWith('.test.ts')
    })
    .some((path) => {
      const file = fs.statSync(path);
      return file.isFile() && file.mtimeMs > built;
    });
}

function build() {
  console.log('Building Palabre (about half a minute, only after a change) ...');
  const run = spawnSync('npx', ['vite', 'build', '--logLevel', 'error'], {
    stdio: ['ignore', 'ignore', 'inherit']
  });
  if (run.status !== 0) stop('The build failed; its messages are above.');
}

/** What an operator can act on is one sentence; anything else is a fault and keeps its stack. */
function sentence(error) {
  const { PORT = '3000', HOST = '127.0.0.1' } = process.env;
  if (error.code === 'EADDRINUSE')
    return `Port ${PORT} on ${HOST} is taken by another program; set PORT to a free one.`;
  if (error.code === 'EACCES' && error.syscall === 'listen')
    return `This user may not listen on port ${PORT}; set PORT to one above 1023.`;
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND')
    return `HOST ${HOST} is not an address of this machine.`;
  if (['EACCES', 'EROFS', 'EPERM', 'ENOTDIR', 'SQLITE_CANTOPEN', 'SQLITE_READONLY'].includes(error.code))
    return `The data folder cannot be written (${error.code}); set DATA_DIR to a folder that this user may write.`;
  if (error.code === 'SQLITE_NOTADB')
    return 'The database file is not a SQLite database; set DATABASE_URL to the right file.';
  if (error.name === 'Refusal' && error.reason === 'demo-unfinished')
    return 'The demo world was interrupted while it was made; delete the database in DATA_DIR and start again.';
  if (error.name === 'NewerDatabase' || error.name === 'SettingError') return error.message;
  return error.stack;
}

function stop(message) {
  console.error(message);
  process.exit(1);
}
