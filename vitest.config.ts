import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const source = (path: string): string => fileURLToPath(new URL(`${path}/src/index.ts`, import.meta.url));
const packages = ['finding', 'quantity', 'formula', 'scheme', 'engine', 'sheets', 'district', 'bundle'];

export default defineConfig({
  resolve: {
    alias: Object.fromEntries([
      ...packages.map((name) => [`@muheng/${name}`, source(`packages/${name}`)]),
      ['@muheng/server', source('apps/server')],
    ]),
  },
  test: {
    include: [
      'packages/**/*.test.ts',
      'apps/**/*.test.ts',
      'tools/**/*.test.ts',
      'tests/**/*.test.ts',
      'catalog/**/*.test.ts',
      'e2e/**/*.test.ts',
    ],
    globalSetup: ['apps/server/src/store/fixtures/vitest.teardown.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
  },
});
