/** `muheng evaluate`: scheme and facts → graded subjects; a summary on the terminal, papers where `--out` says. */
import type { District } from '@muheng/district';
import { explainer, explanationInWords } from '@muheng/engine';
import { describeScheme } from '@muheng/scheme';
import { type Console, printFindings } from '../console.js';
import { StoppedByFindings, UnreadableInput } from '../exits.js';
import { type Content, type Format, type Target, targetsOf, together, writeAtomically } from '../files.js';
import { type Inputs, loadInputs } from '../load.js';
import type { Options } from '../options.js';
import { bundleOf, bundleWishOf } from '../report/bundle.js';
import { csvOf } from '../report/csv.js';
import { doubtfulGrades } from '../report/doubtful.js';
import { htmlOf } from '../report/html.js';
import { type Movers, moversFromFile, moversFromFiles } from '../report/movers.js';
import { type Paper, type PaperIdentity, paperOf } from '../report/paper.js';
import { printGrouped } from '../report/stopped.js';
import { printSummary } from '../report/summary.js';
import { findingsWorkbook, stepsFit, workbookOf } from '../report/workbook.js';
import { exitFor, identityOfRun, jsonLines, type Run, runEngine } from './run.js';

export async function evaluateCommand(options: Options, console: Console): Promise<number> {
  const targets = targetsOf(options.list.out, inputFiles(options));
  const wish = targets.some(({ format }) => format === '.bundle') ? bundleWishOf(options, console) : undefined;
  const inputs = await inputsOrStop(options, targets, console);
  for (const { file, format } of targets) if (format === '.xlsx') refuseLargeWorkbook(file, inputs);
  const run = runEngine(inputs, console);
  const movers = await moversOf(run, options, console);
  const identity = identityOfRun(run);
  const json = (): Iterable<string> => jsonLines(run, identity);
  const paper = paperOfRun(run, identity, movers);
  const bundle = (): Uint8Array => bundleOf(run, wish ?? bundleWishOf(options, console));
  await writePapers(targets, { paper, json, bundle }, console);
  if (options.flag.json) for (const lines of together(json())) console.out(lines);
  else {
    printSummary(console, paper);
    if (run.delivered === undefined) printFindings(console, run.findings);
    else printDelivered(console, run);
  }
  if (!options.flag.json && targets.length > 0) console.out(`\n已写\n${targets.map((target) => `  ${target.file}`).join('\n')}`);
  console.progress(effortInWords());
  return exitFor(run.findings, options, run.delivered?.accepted);
}

/** Of the whole command. */
function effortInWords(): string {
  const memory = process.resourceUsage().maxRSS / 1024;
  return `用时 ${(performance.now() / 1000).toFixed(1)} 秒，内存最多 ${memory.toFixed(0)} MB`;
}

/** Said before the work is done. */
function refuseLargeWorkbook(file: string, { scheme, dataset }: Inputs): void {
  const [subjects, indicators] = [dataset.subjects.length, scheme.leaves.length];
  if (stepsFit(subjects, indicators)) return;
  throw new UnreadableInput(
    `没有写 ${file}：“计算步骤”有 ${subjects} ${scheme.subject.measure} × ${indicators} 项指标，一张工作表放不下。请改用 --out 结果.csv 或 --out 结果.json。`,
  );
}

/** When department files stop the run, what stops it is still written: as a workbook, as JSON. */
async function inputsOrStop(options: Options, targets: readonly Target[], console: Console): Promise<Inputs> {
  try {
    return await loadInputs(options, console);
  } catch (error) {
    if (!(error instanceof StoppedByFindings)) throw error;
    for (const { file, format } of targets.filter(({ format }) => format === '.xlsx' || format === '.json')) {
      const { findings, files } = error;
      const json = `${JSON.stringify({ stopped: true, files, findings }, null, 2)}\n`;
      writeAtomically(file, format === '.json' ? json : await findingsWorkbook('部门文件的疑点', error));
      console.progress(`疑点写入 ${file}`);
    }
    if (options.flag.json) console.out(JSON.stringify({ stopped: true, files: error.files, findings: error.findings }, null, 2));
    throw error;
  }
}

async function moversOf(run: Run, options: Options, console: Console): Promise<Movers | undefined> {
  const file = options.text['last-year'];
  if (file !== undefined) return moversFromFile(file, run.scheme, run.result);
  const before = run.delivered?.before;
  if (before === undefined) return undefined;
  console.progress(`上年对照：用 ${before.dataset.year} 年的数据按本办法测算`);
  return moversFromFiles(before, run);
}

/** Errors and questions by file, the whole in the papers. */
function printDelivered(console: Console, { findings }: Run): void {
  for (const [severity, words] of [
    ['error', '必须处理（没有采用）'],
    ['warning', '请核对'],
  ] as const) {
    const own = findings.filter((finding) => finding.severity === severity);
    if (own.length === 0) continue;
    console.err(`\n${words} ${own.length} 条`);
    printGrouped(console, own);
  }
}

function inputFiles(options: Options): string[] {
  return [
    ...options.list.facts,
    ...options.list.files,
    ...options.words,
    ...options.list.table.map((word) => word.slice(word.indexOf('=') + 1)),
    ...[options.text.scheme, options.text['last-year'], options.text.mapping].filter((word) => word !== undefined),
  ];
}

function paperOfRun(
  { scheme, dataset, result, findings, delivered }: Run,
  identity: PaperIdentity,
  movers: Movers | undefined,
): Paper {
  const explained = explainer({ scheme, dataset, result });
  const doubtful = delivered === undefined ? [] : doubtfulGrades({ scheme, dataset, result, findings, delivered });
  const explain = (subject: string): string => explanationInWords(explained(subject, 'auditor'));
  return paperOf({
    ...{ scheme, result, findings, identity, method: describeScheme(scheme), explain },
    ...(movers === undefined ? {} : { movers }),
    ...(delivered === undefined
      ? {}
      : { doubtful, delivery: { files: delivered.files }, towns: townsOf(delivered.district, result.year) }),
  });
}

function townsOf({ register, store }: District, year: number): ReadonlyMap<string, string> {
  return new Map(
    register.subjects.flatMap(({ code }, at): [string, string][] => {
      const town = store.get('town', year, at)?.value;
      return typeof town === 'string' ? [[code, town]] : [];
    }),
  );
}

interface Written {
  readonly paper: Paper;
  readonly json: () => Iterable<string>;
  readonly bundle: () => Uint8Array;
}
const writers: Readonly<Record<Format, (written: Written) => Promise<Content> | Content>> = {
  '.json': ({ json }) => ({ lines: json() }),
  '.xlsx': ({ paper }) => workbookOf(paper),
  '.csv': ({ paper }) => csvOf(paper),
  '.html': ({ paper }) => htmlOf(paper),
  '.bundle': ({ bundle }) => bundle(),
};

async function writePapers(targets: readonly Target[], written: Written, console: Console): Promise<void> {
  for (const { file, format } of targets) {
    console.progress(`写 ${file}`);
    writeAtomically(file, await writers[format](written));
  }
}
