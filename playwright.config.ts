import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from '@playwright/test';
import { chromiumPath } from './tests/chromium.ts';

const port = Number(process.env.JOURNEYS_PORT ?? 3210);
const executablePath = await chromiumPath();

// The journeys run against the real process, built as for production, on a fresh data folder with the demo world.
export default defineConfig({
  testDir: 'tests/journeys',
  timeout: 60_000,
  expect: { timeout: 10_000 },
  workers: 2,
  fullyParallel: false,
  forbidOnly: true,
  reporter: [['list'], ['json', { outputFile: 'test-results/journeys.json' }]],
  use: {
    baseURL: `http://127.0.0.1:${port}`,
    locale: 'en-GB',
    timezoneId: 'Africa/Dakar',
    actionTimeout: 20_000,
    launchOptions: {
      executablePath,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync'
      ]
    },
    // A trace of every step costs a third of the time; it is asked for when a journey fails.
    trace: process.env.JOURNEYS_TRACE ? 'retain-on-failure' : 'off'
  },
  webServer: {
    command: 'node server/launch.js --built',
    url: `http://127.0.0.1:${port}/readyz`,
    timeout: 180_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 10_000 },
    env: {
      PORT: String(port),
      DATA_DIR: mkdtempSync(join(tmpdir(), 'palabre-journeys-')),
      PALABRE_LOCALES: 'en,fr,ar',
      PALABRE_DEMO: 'on',
      LOG_LEVEL: 'warn'
    }
  }
});
