/** Reads the file it is given and prints what came out: run as a child with limits on memory and time. */
import { readFileSync } from 'node:fs';
import { readTables } from '@muheng/sheets';

const file = process.argv[2] ?? '';
const { tables, findings } = await readTables(new Uint8Array(readFileSync(file)), 'a.xlsx');
console.log(JSON.stringify({ rows: tables[0]?.dataRows ?? 0, codes: findings.map(({ code }) => code) }));
