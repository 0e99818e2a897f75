/** A delivery of an invented district, read as the command line reads it and joined; and its truth as tables. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type District, departmentTerms, type FactTerm, joinDistrict, referencesFrom } from '@muheng/district';
import { parseUnit } from '@muheng/quantity';
import { readTables } from '@muheng/sheets';
import { parse } from 'yaml';
import { z } from 'zod';
import { type AnswerKey, type DirtLevel, deliver, makeDistrict, type Truth, truthTables } from '../../tools/seed/index.js';

const shape = z.object({
  facts: z.record(
    z.string(),
    z.object({
      id: z.string(),
      type: z.enum(['number', 'text', 'date', 'flag']),
      unit: z.string().default(''),
      also: z.array(z.string()).default([]),
      from: z.string().default(''),
      plausible: z.tuple([z.number(), z.number()]).optional(),
      must_be: z.enum(['any', 'not_negative', 'positive']).default('any'),
    }),
  ),
});

const pure = { text: '', dimension: '', factor: { over: 1, under: 1 } };

/** The fact catalogue as the joining wants it. */
export function catalogueFacts(): readonly FactTerm[] {
  const file = fileURLToPath(new URL('../../catalog/facts.yaml', import.meta.url));
  return Object.entries(shape.parse(parse(readFileSync(file, 'utf8'))).facts).map(([term, fact]): FactTerm => {
    const { id, also, type, from, must_be: mustBe, plausible } = fact;
    const unit = parseUnit(fact.unit, { mu: '2000/3' }) ?? pure;
    return { id, term, also, type, unit, from, mustBe, ...(plausible === undefined ? {} : { plausible }) };
  });
}

export interface JoinedDelivery {
  readonly truth: Truth;
  readonly key: AnswerKey;
  readonly district: District;
}

export async function joinedDelivery({
  seed,
  size,
  dirt,
}: {
  seed: number;
  size: number;
  dirt: DirtLevel;
}): Promise<JoinedDelivery> {
  const truth = makeDistrict({ seed, size });
  const { files, key } = await deliver(truth, { dirt });
  const facts = catalogueFacts();
  const options = { vocabulary: departmentTerms(facts), rowsPerSubject: 'many' } as const;
  const read = async (references?: ReturnType<typeof referencesFrom>) =>
    Promise.all(
      files.map(async ({ path, bytes }) => {
        const reference = references === undefined ? {} : { reference: references(path) };
        return { path, ...(await readTables(bytes, path, { ...options, ...reference })) };
      }),
    );
  const references = referencesFrom(await read(), facts);
  return { truth, key, district: joinDistrict({ files: await read(references), facts }) };
}

/** A truth table as records by header. */
export function truthRecords(truth: Truth, name: string): readonly Readonly<Record<string, string>>[] {
  const table = truthTables.find((one) => one.name === name);
  if (table === undefined) throw new Error(`no truth table ${name}`);
  const lines = [table.header, ...truth.blocks.flatMap((block) => table.linesOf(block))];
  const [header = [], ...rows] = lines.map((line) => line.split(','));
  return rows.map((row) => Object.fromEntries(header.map((title, at) => [title, row[at] ?? ''])));
}
