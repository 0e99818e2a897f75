/**
 * `npm run client -w apps/web` — types and the table of operations from `src/api/openapi.json`, which the server prints from its contracts.
 * With `--check` nothing is written: exit 1 when what is committed differs.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import openapiTS, { astToString } from 'openapi-typescript';

const folder = fileURLToPath(new URL('../src/api/', import.meta.url));
const contract = JSON.parse(readFileSync(`${folder}openapi.json`, 'utf8'));
const methods = ['get', 'post', 'put', 'patch', 'delete'];

const table = Object.entries(contract.paths).flatMap(([path, item]) =>
  methods.filter((method) => item[method] !== undefined).map((method) => [item[method].operationId, method.toUpperCase(), path]),
);
table.sort(([one], [other]) => (one < other ? -1 : 1));
const operations = [
  '/** Made by tools/client.mjs from openapi.json: where each operation is asked. */',
  'export const operationTable = {',
  ...table.map(([operation, method, path]) => `  ${operation}: ['${method}', '${path}'],`),
  '} as const;',
  '',
].join('\n');
const files = { 'schema.generated.ts': astToString(await openapiTS(contract)), 'operations.generated.ts': operations };

if (process.argv.includes('--check')) {
  const stale = Object.entries(files).filter(
    ([name, text]) => !existsSync(folder + name) || readFileSync(folder + name, 'utf8') !== text,
  );
  for (const [name] of stale) console.error(`${name} differs from openapi.json: npm run client -w apps/web`);
  process.exit(stale.length > 0 ? 1 : 0);
}
for (const [name, text] of Object.entries(files)) writeFileSync(folder + name, text);
console.log(`${table.length} operations`);
