/** Keeps a file that was interesting: `npx tsx tests/intake/corpus/add.ts <file> "<why>"`. It is replayed on every check from then on. */
import { createHash } from 'node:crypto';
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { replay } from '../replay.js';

const [file, why] = process.argv.slice(2);
if (file === undefined || why === undefined) throw new Error('add.ts <file> "<why>"');
const bytes = new Uint8Array(readFileSync(file));
const { tables, codes } = await replay(bytes);
const name = `${createHash('sha256').update(bytes).digest('hex').slice(0, 12)}.bin`;
const list = new URL('corpus.yaml', import.meta.url);
const count = new URL('count.txt', import.meta.url);
if (readFileSync(list, 'utf8').includes(name)) throw new Error(`${name} is kept already`);
writeFileSync(new URL(name, import.meta.url), bytes);
appendFileSync(list, `- { file: ${name}, tables: ${tables}, codes: [${codes.join(', ')}], why: ${JSON.stringify(why)} }\n`);
writeFileSync(count, `${Number(readFileSync(count, 'utf8')) + 1}\n`);
console.log(`${name}: ${tables} tables, ${codes.join(' ')}`);
