/** `npm test`: every check, one after the other, with its time, and one closing line that counts. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';

interface Outcome {
  name: string;
  seconds: number;
  passed: number;
  failed: number;
}

const outcomes: Outcome[] = [];
rmSync('test-results', { recursive: true, force: true });
mkdirSync('test-results', { recursive: true });

// The build comes first: it compiles the texts and the types of routes that everything after it reads.
stage('build', ['npx', 'vite', 'build', '--logLevel', 'warn']);
stage(
  'types',
  ['npx', 'svelte-kit', 'sync'],
  ['npx', 'svelte-check', '--tsconfig', './tsconfig.json', '--threshold', 'error']
);
stage('lint', ['npx', 'eslint', '.'], ['npx', 'prettier', '--check', '--log-level', 'warn', '.']);
stage('migrations match the schema', ['node', 'drizzle/verify.ts']);
counted(
  'slices on both databases, architecture',
  ['npx', 'vitest', 'run', '--reporter=default', '--reporter=json', '--outputFile=test-results/slices.json'],
  countVitest
);
counted(
  'process: kill, start, stop',
  [
    'npx',
    'vitest',
    'run',
    '--config',
    'tests/process/vitest.config.ts',
    '--reporter=default',
    '--reporter=json',
    '--outputFile=test-results/process.json'
  ],
  countProcess
);
counted('journeys in a browser', ['npx', 'playwright', 'test'], countPlaywright);

console.log('\nTimes');
for (const { name, seconds, passed, failed } of outcomes)
  console.log(`  ${seconds.toFixed(1).padStart(6)} s  ${name}: ${passed} passed, ${failed} failed`);
const total = outcomes.reduce(
  (sum, { passed, failed }) => ({ passed: sum.passed + passed, failed: sum.failed + failed }),
  { passed: 0, failed: 0 }
);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed > 0 ? 1 : 0);

/** A stage of plain commands: each that exits with 0 passed. */
function stage(name: string, ...commands: string[][]): void {
  const before = performance.now();
  const failed = commands.filter((command) => !run(name, command)).length;
  outcomes.push({
    name,
    seconds: (performance.now() - before) / 1000,
    passed: commands.length - failed,
    failed
  });
}

/** A stage whose own report counts its tests; a runner that fails without a failed test still counts as one. */
function counted(name: string, command: string[], count: () => { passed: number; failed: number }): void {
  const before = performance.now();
  const ok = run(name, command);
  const { passed, failed } = count();
  outcomes.push({
    name,
    seconds: (performance.now() - before) / 1000,
    passed,
    failed: ok ? failed : Math.max(failed, 1)
  });
}

function run(name: string, [command, ...args]: string[]): boolean {
  console.log(`\n== ${name}: ${[command, ...args.filter((arg) => !arg.startsWith('--'))].join(' ')}`);
  return spawnSync(command, args, { stdio: ['ignore', 'inherit', 'inherit'] }).status === 0;
}

function readReport<T>(file: string): T | undefined {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as T) : undefined;
}

function countVitest(file = 'test-results/slices.json') {
  const report = readReport<{ numPassedTests: number; numFailedTests: number }>(file);
  return { passed: report?.numPassedTests ?? 0, failed: report?.numFailedTests ?? 1 };
}

function countProcess() {
  return countVitest('test-results/process.json');
}

function countPlaywright() {
  const report = readReport<{ stats: { expected: number; unexpected: number; flaky: number } }>(
    'test-results/journeys.json'
  );
  return {
    passed: report?.stats.expected ?? 0,
    failed: report ? report.stats.unexpected + report.stats.flaky : 1
  };
}
