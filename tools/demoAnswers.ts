/**
 * 部门的答复 — when the first evaluation of the demonstration asks about the unit of whole columns, the departments answer: the seed, which made
 * the files, knows in what they wrote. The questions are the findings' codes and places, the answers are written into the mapping files.
 * `tsx tools/demoAnswers.ts <findings.json> <folder of the files> <folder of the mappings>`; prints how many columns were answered.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { catalogueFacts } from '@muheng/scheme';
import { readTables, type Term } from '@muheng/sheets';
import { z } from 'zod';

const findingsShape = z.object({
  findings: z.array(
    z.object({
      code: z.string(),
      where: z.object({ file: z.string().optional(), sheet: z.string().optional(), cell: z.string().optional() }),
    }),
  ),
});
const keyShape = z.object({
  entries: z.array(
    z.object({
      ...{ file: z.string(), sheet: z.string(), kind: z.string(), column: z.string().nullable() },
      ...{ was: z.unknown(), slip: z.object({ factor: z.number() }).optional() },
    }),
  ),
});
const mappingShape = z.looseObject({ 列: z.record(z.string(), z.looseObject({ 单位: z.string().optional() })) });

/** What the files are written in, where the header says `was`: units of money of the district's departments. */
const written: Readonly<Record<string, string>> = { '万元 10000': '元', '千元 1000': '元', '元 0.0001': '万元' };

const [findingsFile = '', filesFolder = '', mappingFolder = ''] = process.argv.slice(2);
const asJson = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));
const { findings } = findingsShape.parse(asJson(findingsFile));
const { entries } = keyShape.parse(asJson(join(filesFolder, 'answer-key.json')));
const catalogue = readFileSync(fileURLToPath(new URL('../catalog/facts.yaml', import.meta.url)), 'utf8');
const vocabulary: Term[] = catalogueFacts(catalogue).map(({ id, term, unit, also }) => ({
  id,
  term,
  unit,
  also,
  type: 'number',
}));

const asked = findings.flatMap(({ code, where: { file, sheet, cell } }) =>
  code === 'column_unit_doubtful' && file !== undefined && cell !== undefined ? [{ file, sheet, letters: cell }] : [],
);
for (const file of new Set(asked.map((one) => one.file))) {
  const { tables } = await readTables(readFileSync(join(filesFolder, file)), file, { vocabulary, rowsPerSubject: 'many' });
  const place = join(mappingFolder, `${file}.json`);
  const mapping = mappingShape.parse(asJson(place));
  for (const { sheet, letters } of asked.filter((one) => one.file === file)) {
    const table = tables.find((one) => sheet === undefined || one.sheet === sheet);
    const header = table?.columns.find((column) => column.letters === letters)?.header;
    const known = entries.find(
      (entry) =>
        entry.kind === 'column_unit_slip' && entry.file === file && entry.sheet === table?.sheet && entry.column === letters,
    );
    const unit = written[`${String(known?.was)} ${known?.slip?.factor}`];
    const column = header === undefined ? undefined : mapping.列[header];
    if (column === undefined || unit === undefined)
      throw new Error(
        `${file} ${sheet ?? ''} ${letters}: 问到的列，答案里没有（${header ?? '没有表头'}，${String(known?.was)}）`,
      );
    column.单位 = unit;
  }
  writeFileSync(place, `${JSON.stringify(mapping, null, 2)}\n`);
}
process.stdout.write(`${asked.length}\n`);
