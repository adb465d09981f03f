/** Starts and ends the real, built process, as an operator would. Only what was started here is ever signalled. */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface House {
  origin: string;
  dataDir: string;
  child: ChildProcess;
  /** Everything it printed so far. */
  said(): string;
  /** Sends the signal and waits for the end. */
  end(signal: NodeJS.Signals): Promise<number | null>;
}

export const freshFolder = (): string => mkdtempSync(join(tmpdir(), 'palabre-process-'));

export function freePort(): Promise<number> {
  return new Promise((found) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => found(port));
    });
  });
}

/** Runs the process until it ends by itself; for starts that must fail. */
export async function runToEnd(
  environment: Record<string, string>
): Promise<{ code: number | null; said: string }> {
  const child = launch(environment);
  const said = collect(child);
  const code = await new Promise<number | null>((ended) => child.once('exit', ended));
  return { code, said: said() };
}

export async function openHouse(environment: Record<string, string> = {}): Promise<House> {
  const port = environment.PORT ?? String(await freePort());
  const dataDir = environment.DATA_DIR ?? freshFolder();
  const child = launch({
    PALABRE_DEMO: 'off',
    LOG_LEVEL: 'warn',
    ...environment,
    PORT: port,
    DATA_DIR: dataDir
  });
  const said = collect(child);
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const origin = `http://127.0.0.1:${port}`;
  await ready(origin, child, said);
  return {
    origin,
    dataDir,
    child,
    said,
    end: (signal) => {
      child.kill(signal);
      return ended;
    }
  };
}

/** A test that fails half-way must not leave its process behind. */
const started = new Set<ChildProcess>();
process.on('exit', () => started.forEach((child) => child.kill('SIGKILL')));

function launch(environment: Record<string, string>): ChildProcess {
  const child = spawn(process.execPath, ['server/launch.js', '--built'], {
    env: { ...withoutOurs(process.env), ...environment },
    stdio: ['ignore', 'pipe', 'pipe']
  });
  started.add(child);
  child.once('exit', () => started.delete(child));
  return child;
}

/** The settings of whoever runs the tests must not leak into the process under test. */
function withoutOurs(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const {
    PORT: _p,
    HOST: _h,
    DATA_DIR: _d,
    DATABASE_URL: _u,
    PALABRE_DEMO: _m,
    NODE_ENV: _n,
    VITEST: _v,
    ...rest
  } = environment;
  return rest;
}

function collect(child: ChildProcess): () => string {
  let text = '';
  child.stdout?.on('data', (chunk: Buffer) => (text += chunk));
  child.stderr?.on('data', (chunk: Buffer) => (text += chunk));
  return () => text;
}

async function ready(origin: string, child: ChildProcess, said: () => string): Promise<void> {
  for (let tries = 0; tries < 600; tries++) {
    if (child.exitCode !== null) throw new Error(`it ended with ${child.exitCode}: ${said()}`);
    const answer = await fetch(`${origin}/readyz`).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((later) => setTimeout(later, 50));
  }
  throw new Error(`it never became ready: ${said()}`);
}
