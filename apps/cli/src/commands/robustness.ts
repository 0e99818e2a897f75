/** `muheng robustness`: how often each subject keeps its grade when weights and facts wobble. An internal paper. */
import { type Robustness, type RobustnessTask, robustness, robustnessInWords } from '@muheng/engine';
import type { Ratio } from '@muheng/quantity';
import { type Console, textTable } from '../console.js';
import { UsageTrouble } from '../exits.js';
import { loadInputs } from '../load.js';
import { type Options, wholeNumber } from '../options.js';
import { headingOf, warningsOf } from '../report/heading.js';
import { percentInWords } from '../report/numbers.js';
import { gradeName } from '../report/subjects.js';
import { exitFor, type Run, runEngine } from './run.js';

const leastSteady = 20;
const mostDraws = 100_000;

export async function robustnessCommand(options: Options, console: Console): Promise<number> {
  const seed = wholeNumber(options, 'seed') ?? 1;
  const draws = wholeNumber(options, 'draws');
  if (draws !== undefined && (draws < 1 || draws > mostDraws)) throw new UsageTrouble(`--draws 应为 1 到 ${mostDraws} 的整数。`);
  const weights = shareOf(options.text.weights);
  const run = runEngine(await loadInputs(options, console), console);
  const found = robustness({ ...declared(run, { draws, weights }), scheme: run.scheme, dataset: run.dataset, seed });
  if (options.flag.json) console.out(JSON.stringify(asJson(run, found), null, 2));
  else printRobustness(console, run, found);
  return exitFor(run.findings, options);
}

const defaultDraws = 500;

/** What the scheme declares, unless the command says otherwise; the wobble of the weights has no silent default. */
function declared(
  { scheme }: Run,
  given: { readonly draws: number | undefined; readonly weights: Ratio | undefined },
): Pick<RobustnessTask, 'draws' | 'weights'> {
  const weights = given.weights ?? scheme.robustness?.weights;
  if (weights === undefined) throw new UsageTrouble('办法没有声明权重的变动幅度。请给出 --weights，例如 --weights 10%。');
  return { weights, draws: given.draws ?? scheme.robustness?.draws ?? defaultDraws };
}

/** `10%`, `2.5%` → exact ratio. */
function shareOf(word: string | undefined): Ratio | undefined {
  if (word === undefined) return undefined;
  const digits = /^(\d{1,2})(?:\.(\d{1,3}))?%$/.exec(word);
  if (digits === null) throw new UsageTrouble(`--weights 写成百分数，例如 10%，收到“${word}”。`);
  const part = digits[2] ?? '';
  return { over: Number(`${digits[1]}${part}`), under: Number(`100${'0'.repeat(part.length)}`) };
}

interface Steadiness {
  readonly id: string;
  readonly name: string;
  readonly grade: string | null;
  readonly kept: number | null;
}

/** Least steady first; those without a grade last. */
function subjectsOf({ result }: Run, found: Robustness): readonly Steadiness[] {
  const all = found.subjects.map((id, row): Steadiness => {
    const kept = found.kept[row] ?? Number.NaN;
    return {
      id,
      name: result.names[row] ?? '',
      grade: result.gradeKeys[result.grade[row] ?? -1] ?? null,
      kept: Number.isNaN(kept) ? null : kept,
    };
  });
  return all.sort((a, b) => (a.kept ?? 2) - (b.kept ?? 2));
}

const asJson = (run: Run, found: Robustness) => ({
  internal: true,
  seed: found.seed,
  draws: found.draws,
  grades: found.grades,
  subjects: subjectsOf(run, found),
  assumptions: run.scheme.assumptions,
});

function printRobustness(console: Console, run: Run, found: Robustness): void {
  const { scheme } = run;
  console.out(
    [scheme.title, '内部资料：稳健性模拟，不作为评价结果。', ...warningsOf(headingOf(scheme, run.result.year))].join('\n'),
  );
  console.out(`\n${robustnessInWords(found, scheme)}`);
  const unsteady = subjectsOf(run, found).filter((one) => one.kept !== null && one.kept < 1);
  if (unsteady.length === 0) {
    console.out('全部对象在每次模拟中类别都不变。');
    return;
  }
  const rows = unsteady
    .slice(0, leastSteady)
    .map((one) => [
      one.id,
      one.name,
      gradeName(scheme, run.result.gradeKeys.indexOf(one.grade ?? '')),
      percentInWords(one.kept ?? 0, 1),
    ]);
  console.out(
    `类别最不稳的${unsteady.length > leastSteady ? `前 ${leastSteady} ` : ''}${scheme.subject.noun}\n${textTable(['id', '名称', '类别', '保持不变'], rows)}`,
  );
}
