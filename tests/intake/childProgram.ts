/** Reads the file it is given, says when it begins, and prints what came out: run as a child with limits on memory and time. */
import { readFileSync, writeSync } from 'node:fs';
import { readTables } from '@muheng/sheets';

const file = process.argv[2] ?? '';
const bytes = new Uint8Array(readFileSync(file));
writeSync(1, 'begun\n');
const { tables, findings } = await readTables(bytes, 'a.xlsx');
console.log(JSON.stringify({ rows: tables[0]?.dataRows ?? 0, codes: findings.map(({ code }) => code) }));
