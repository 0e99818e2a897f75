/** `muheng compare`: two runs side by side, who moves and why. An internal paper: it names enterprises and what moved them. */
import { type Comparison, compare, comparisonInWords } from '@muheng/engine';
import { gradeName, type Scheme } from '@muheng/scheme';
import { type Console, textTable } from '../console.js';
import { deliveredInputs } from '../district/delivered.js';
import { UsageTrouble } from '../exits.js';
import { factsWords, filesWords, getScheme, type Inputs, loadData, loadInputs, sideTableWord } from '../load.js';
import { type Options, wholeNumber } from '../options.js';
import { headingOf, warningsOf } from '../report/heading.js';
import { exitFor, runEngine } from './run.js';

export async function compareCommand(options: Options, console: Console): Promise<number> {
  requireDifference(options);
  const first = runEngine(await loadInputs(options, console), console);
  const second = runEngine(await loadOther(options, first.scheme, console), console);
  const comparison = compare(first, second);
  if (options.flag.json) console.out(JSON.stringify(comparison, null, 2));
  else {
    for (const { scheme, result } of [first, second])
      console.out([scheme.title, ...warningsOf(headingOf(scheme, result.year))].join('\n'));
    printComparison(console, comparison, [first.scheme, second.scheme]);
  }
  return exitFor([...first.findings, ...second.findings], options);
}

function requireDifference({ text, list }: Options): void {
  const given =
    text['with-scheme'] !== undefined ||
    text['with-year'] !== undefined ||
    list['with-facts'].length > 0 ||
    list['with-table'].length > 0;
  if (!given) throw new UsageTrouble('缺少另一次的 --with-scheme、--with-facts、--with-table 或 --with-year，至少给出一项。');
}

/** What is not named for the other run is as in the first. */
function loadOther(options: Options, scheme: Scheme, console: Console): Promise<Inputs> {
  const { text, list } = options;
  const other = text['with-scheme'] === undefined ? scheme : getScheme(text['with-scheme'], console);
  const files = filesWords(options);
  if (files.length > 0) {
    const year = text['with-year'] ?? text.year;
    const again: Options = { ...options, text: { ...text, ...(year === undefined ? {} : { year }) } };
    return deliveredInputs(files, other, { options: again, console });
  }
  const facts = list['with-facts'].length > 0 ? list['with-facts'] : factsWords(options);
  const tables = (list['with-table'].length > 0 ? list['with-table'] : list.table).map(sideTableWord);
  return loadData(
    { scheme: other, facts, tables, year: wholeNumber(options, 'with-year') ?? wholeNumber(options, 'year') },
    console,
  );
}

/** The table of old grade × new grade, then each mover with its reasons. */
function printComparison(console: Console, comparison: Comparison, schemes: readonly [Scheme, Scheme]): void {
  const [before, after] = schemes;
  const all = comparison.counts.find((count) => count.group === null)?.cells ?? [];
  const name = (scheme: Scheme, key: string): string => gradeName(scheme, key === '-' ? null : key);
  console.out(
    `\n${textTable(
      ['前一次', '后一次', `${after.subject.measure}数`],
      all.map((cell) => [name(before, cell.from), name(after, cell.to), String(cell.count)]),
    )}\n`,
  );
  console.out(comparisonInWords(comparison, schemes).trimEnd());
}
