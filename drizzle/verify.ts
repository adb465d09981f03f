/** Fails when the schema says something that the generated migrations of either dialect do not. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const aside = mkdtempSync('drizzle/verify-');
try {
  for (const [dialect, url] of [
    ['sqlite', ''],
    ['postgres', 'postgres://schema-only']
  ]) {
    const out = join(aside, dialect);
    cpSync(join('drizzle', dialect), out, { recursive: true });
    const run = spawnSync('npx', ['drizzle-kit', 'generate', '--config', 'drizzle.config.ts'], {
      encoding: 'utf8',
      env: { ...process.env, DATABASE_URL: url, DRIZZLE_OUT: out }
    });
    const before = readdirSync(join('drizzle', dialect)).length;
    if (run.status !== 0 || readdirSync(out).length !== before) {
      console.error(
        `The ${dialect} migrations do not match the schema; run "npm run db:generate -- --name what-changed".\n${run.stdout}${run.stderr}`
      );
      process.exitCode = 1;
    }
  }
} finally {
  rmSync(aside, { recursive: true, force: true });
}
