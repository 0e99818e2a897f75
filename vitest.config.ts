import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const source = (name: string): string => fileURLToPath(new URL(`packages/${name}/src/index.ts`, import.meta.url));
const packages = ['finding', 'quantity', 'formula', 'scheme', 'engine', 'sheets', 'bundle'];

export default defineConfig({
  resolve: { alias: Object.fromEntries(packages.map((name) => [`@muheng/${name}`, source(name)])) },
  test: {
    include: [
      'packages/**/*.test.ts',
      'apps/**/*.test.ts',
      'tools/**/*.test.ts',
      'tests/**/*.test.ts',
      'catalog/**/*.test.ts',
      'e2e/**/*.test.ts',
    ],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
  },
});
