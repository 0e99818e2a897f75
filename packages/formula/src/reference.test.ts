/** docs/reference/formula.md prints the tables of the code, and its examples are formulas. */
import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { absenceKindOf } from './absence.js';
import { type Entries, frame } from './fixtures/frame.js';
import { read } from './fixtures/reading.js';
import { type Answer, printedTables } from './fixtures/reference.js';
import { space, unit } from './fixtures/space.js';
import { functionNames } from './functions.js';
import { compile } from './kernel/compile.js';
import { readFormula } from './read.js';
import { functionExamples } from './texts.zh.js';
import type { NameInfo } from './tree.js';

const file = new URL('../../../docs/reference/formula.md', import.meta.url);

/** Runs 且 or 或 itself on two cells. */
const answerOf = (word: '且' | '或'): Answer => {
  const kernel = compile(
    read(
      `甲项 ${word} 乙项`,
      { type: 'flag' },
      space({ facts: ['甲项', '乙项'].map((term): NameInfo => ({ id: term, term, type: 'flag', prior: false })) }),
    ),
  );
  const entry = ([value, absence]: readonly [number, number]) => {
    const kind = absenceKindOf(absence);
    return kind === undefined ? value : { absent: kind };
  };
  return (a, b) => {
    const row: Entries = { 甲项: entry(a), 乙项: entry(b) };
    const column = kernel.run(frame({ rows: [row] }));
    return [column.values[0]!, column.absence[0]!];
  };
};

const tables = printedTables(answerOf('且'), answerOf('或'));

test.each(Object.keys(tables))('the table “%s” of the reference is the table of the code', (name) => {
  const begin = `<!-- table ${name} -->\n`;
  const text = readFileSync(file, 'utf8');
  const from = text.indexOf(begin) + begin.length;
  const to = text.indexOf(`<!-- end ${name} -->`);
  expect(from).toBeGreaterThan(begin.length);
  if (process.env.MUHENG_WRITE_REFERENCE === '1')
    writeFileSync(file, `${text.slice(0, from)}${tables[name]!}\n${text.slice(to)}`);
  else expect(text.slice(from, to).trim()).toBe(tables[name]);
});

const named = (term: string, type: NameInfo['type'], unitText = ''): NameInfo => ({
  id: `example_${term}`,
  term,
  type,
  unit: unit(unitText),
  prior: true,
});
const exampleSpace = space({
  facts: [
    ...['实缴税金', '入库税金', '留抵退税', '评价税收', '利润总额', '销售收入'].map((term) => named(term, 'number', '万元')),
    ...['用地面积', '自有用地', '承租用地', '出租用地'].map((term) => named(term, 'number', '㎡')),
    ...['亩均税收得分', '亩均销售得分'].map((term) => named(term, 'number', '分')),
    ...['研发占比', '税收占比'].map((term) => named(term, 'number', '%')),
    ...[
      named('研发人数', 'number', '人'),
      named('亩均税收', 'number', '万元/亩'),
      named('本年固定资产投资(不含地价)', 'number', '万元'),
    ],
    ...[named('主要污染物排放量', 'number', '吨'), named('综合能耗', 'number', 'tce'), named('投产日期', 'date')],
    ...[named('规模', 'text'), named('行业代码', 'text'), named('高新企业', 'flag')],
  ],
});

const readable = (text: string): boolean =>
  (['number', 'flag', 'date', 'text'] as const).some((type) => readFormula(text, exampleSpace, { type }).formula !== undefined);

test.each(functionNames().filter((name) => name !== 'valid_on'))('the example of %s is a formula', (name) => {
  expect(readable(functionExamples[name]), functionExamples[name]).toBe(true);
});

test('every formula block of the reference can be read', () => {
  const blocks = [...readFileSync(file, 'utf8').matchAll(/```公式\n([\s\S]*?)```/g)].map((block) => block[1] ?? '');
  const lines = blocks.flatMap((block) => block.split('\n')).filter((line) => line.trim() !== '');
  expect(lines.length).toBeGreaterThan(15);
  for (const line of lines) expect(readable(line), line).toBe(true);
});
