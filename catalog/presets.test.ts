/** Every preset reads without an error; what it is warned of, and what it assumes, stands in the golden file and is reviewed as a diff. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { presets, readPreset } from './examples.js';

const golden = z
  .record(z.string(), z.strictObject({ warnings: z.array(z.string()), assumptions: z.int() }))
  .parse(parse(readFileSync(new URL('warnings.golden.yaml', import.meta.url), 'utf8')));

/** `code path`, in the order of the file. */
function warningsOf(preset: string): string[] {
  const { findings } = readPreset(preset);
  return findings.filter(({ severity }) => severity === 'warning').map(({ code, where }) => `${code} ${where.path ?? ''}`);
}

test('the golden file speaks of every preset and of no other', () => {
  expect(Object.keys(golden).sort()).toEqual([...presets].sort());
});

describe('presets', () => {
  for (const preset of presets) {
    test(`${preset} reads without an error, its warnings and assumptions are the known ones`, () => {
      const { scheme, findings } = readPreset(preset);
      expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
      expect(scheme?.id).toBe(preset);
      expect(warningsOf(preset)).toEqual(golden[preset]?.warnings);
      expect(scheme?.assumptions.length).toBe(golden[preset]?.assumptions);
    });
  }
});

test('standing and dates of the source documents are as published', () => {
  const documents = presets.flatMap((preset) => readPreset(preset).scheme?.documents ?? []);
  const numbered = documents.flatMap(({ number, standing, from, to }) =>
    number === undefined ? [] : [[number, standing, from, to].join(' ')],
  );
  expect([...new Set(numbered)].sort()).toEqual([
    '临政发〔2022〕22号 in_force 2022-07-16 2023-12-31',
    '赤政发〔2020〕172号 in_force  ',
    '赤政发〔2020〕172号附件1 trial  ',
    '赤政发〔2020〕172号附件2 trial  ',
    '通州湾办发〔2022〕47号 in_force 2022-01-01 ',
  ]);
});

test('[CF-2] the three readings of 赤峰 differ in how rank points fall and in nothing else', () => {
  const texts = ['chifeng-2020', 'chifeng-2020-to-zero', 'chifeng-2020-by-value'].map((preset) =>
    readFileSync(new URL(`schemes/${preset}/scheme.yaml`, import.meta.url), 'utf8')
      .split('\n')
      .filter((line) => !line.startsWith('#') && !/^(id|title):/.test(line))
      .map((line) => line.replace(/falls: (by_place|to_zero|by_value)/, 'falls: …').replace(/读法.*?；名次/, '读法…；名次'))
      .join('\n'),
  );
  expect(new Set(texts).size).toBe(1);
  expect(texts[0]?.match(/falls: …/g)).toHaveLength(11);
});
