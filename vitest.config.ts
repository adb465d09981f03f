import { defineConfig } from 'vitest/config';

// Every slice's tests run twice, once on each database. A worker keeps one database for all its files.
const dialect = (name: string, databaseUrl: string) => ({
  test: {
    name,
    include: ['src/**/*.test.ts', 'server/**/*.test.ts'],
    setupFiles: ['tests/database.ts'],
    env: { DATABASE_URL: databaseUrl, LOG_LEVEL: 'silent', PALABRE_TEST_DIALECT: name },
    isolate: false,
    testTimeout: 20_000,
    hookTimeout: 60_000
  }
});

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      dialect('sqlite', ''),
      dialect('postgres', 'pglite:'),
      { test: { name: 'architecture', include: ['tests/*.test.ts'] } }
    ]
  }
});
