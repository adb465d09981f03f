import { defineConfig } from 'vitest/config';

// Against the built process, started and killed for real: one file after the other.
export default defineConfig({
  test: {
    include: ['tests/process/*.test.ts'],
    maxWorkers: 1,
    fileParallelism: false,
    testTimeout: 600_000,
    hookTimeout: 120_000
  }
});
