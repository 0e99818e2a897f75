/**
 * Worked examples of the presets, read from disk for the tests: `examples/<name>.yaml` beside each scheme. Start at `presets` and
 * `examplesOf`. Refuses an example with a key it does not know.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sideTableIds } from '@muheng/engine';
import { readScheme } from '@muheng/scheme';
import { parse } from 'yaml';
import { z } from 'zod';
const root = dirname(fileURLToPath(import.meta.url));
const schemes = join(root, 'schemes');
export const presets = readdirSync(schemes).sort();
/** A preset as it stands, or with its scheme text edited. */
export function readPreset(id, edit = (text) => text) {
    const text = (name) => readFileSync(join(schemes, id, name), 'utf8');
    return readScheme({
        file: `${id}/scheme.yaml`,
        text: edit(text('scheme.yaml')),
        sourceFile: `${id}/source.yaml`,
        sourceText: text('source.yaml'),
        catalogueFile: 'facts.yaml',
        catalogueText: readFileSync(join(root, 'facts.yaml'), 'utf8'),
    });
}
export function getScheme(id) {
    const { scheme, findings } = readPreset(id);
    if (scheme === undefined)
        throw new Error(`${id} does not read: ${findings.map(({ message }) => message).join('; ')}`);
    return scheme;
}
/** Printed `"105.7041"`: equal when rounded to its decimals; a bare number: equal; null: none. */
const printed = z.union([z.string().regex(/^-?\d+(\.\d+)?$/), z.number(), z.null()]);
const cell = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const rows = z.union([z.string(), z.array(z.record(z.string(), cell)).min(1)]);
const exampleShape = z.strictObject({
    name: z.string(),
    demand: z.array(z.string()).min(1),
    year: z.int(),
    facts: rows,
    /** Cells that differ from the facts, by id and column: a variation of a file. */
    change: z.record(z.string(), z.record(z.string(), cell)).optional(),
    tables: z.partialRecord(z.enum(sideTableIds), rows).optional(),
    expect: z.strictObject({
        /** Codes that must be among the findings. */
        findings: z.array(z.string()).optional(),
        cuts: z.array(z.strictObject({ pool: z.string(), grade: z.string(), places: z.int() })).optional(),
        subjects: z.record(z.string(), z.strictObject({
            group: z.string().optional(),
            status: z.string().optional(),
            total: printed.optional(),
            rank: printed.optional(),
            computedGrade: z.string().nullable().optional(),
            grade: z.string().nullable().optional(),
            indicators: z
                .record(z.string(), z.strictObject({ value: printed.optional(), benchmark: printed.optional(), score: printed.optional() }))
                .optional(),
            bonus: z.record(z.string(), printed).optional(),
        })),
    }),
});
export function examplesOf(scheme) {
    const folder = join(schemes, scheme, 'examples');
    return readdirSync(folder)
        .filter((name) => name.endsWith('.yaml'))
        .sort()
        .map((name) => ({ ...exampleShape.parse(parse(readFileSync(join(folder, name), 'utf8'))), scheme, file: name }));
}
/** The facts of an example, with its changes. */
export function factsOf(example) {
    const { change = {} } = example;
    const table = tableOf(example, example.facts);
    const id = table.header.indexOf('id');
    const changed = table.rows.map((row) => {
        const cells = change[String(row[id])] ?? {};
        return table.header.map((name, index) => cells[name] ?? row[index] ?? null);
    });
    return { ...table, rows: changed };
}
/** Rows as a plain table: written there, or in a CSV file named relative to the example. */
export function tableOf(example, written) {
    if (typeof written === 'string')
        return readCsv(join(schemes, example.scheme, 'examples', written), written);
    const header = [...new Set(written.flatMap((row) => Object.keys(row)))];
    return { file: example.file, header, rows: written.map((row) => header.map((name) => row[name] ?? null)), firstRow: 1 };
}
/** The CSV files of the catalog hold no quotes and no commas inside a cell. */
function readCsv(path, file) {
    const text = readFileSync(path, 'utf8');
    if (text.includes('"'))
        throw new Error(`${file}: quoted cells are not for this reader`);
    const [header = [], ...lines] = text
        .trimEnd()
        .split('\n')
        .map((line) => line.split(','));
    return {
        file,
        header,
        rows: lines.map((line) => header.map((_name, index) => line[index] ?? '')),
        firstRow: 2,
    };
}
/** Whether a computed number prints as the example says. */
export function prints(expected, actual) {
    if (expected === null || actual === null)
        return expected === actual;
    if (typeof expected === 'number')
        return Math.abs(actual - expected) <= 1e-9 * Math.max(1, Math.abs(expected));
    const decimals = expected.split('.')[1]?.length ?? 0;
    return Math.abs(actual - Number(expected)) <= 0.5 / Number(`1e${decimals}`) + 1e-9;
}
//# sourceMappingURL=examples.js.map