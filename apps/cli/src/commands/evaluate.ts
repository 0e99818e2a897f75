/** `muheng evaluate`: scheme and facts → graded subjects; a summary on the terminal, papers where `--out` says. */
import { explainer, explanationInWords } from '@muheng/engine';
import { describeScheme } from '@muheng/scheme';
import { type Console, printFindings } from '../console.js';
import { type Format, type Target, targetsOf, writeAtomically } from '../files.js';
import { loadInputs } from '../load.js';
import type { Options } from '../options.js';
import { bundleOf, bundleWishOf } from '../report/bundle.js';
import { csvOf } from '../report/csv.js';
import { htmlOf } from '../report/html.js';
import { type Paper, paperOf } from '../report/paper.js';
import { printSummary } from '../report/summary.js';
import { workbookOf } from '../report/workbook.js';
import { exitFor, type IdentifiedJson, identifiedJson, type Run, runEngine } from './run.js';

export async function evaluateCommand(options: Options, console: Console): Promise<number> {
  const targets = targetsOf(options.list.out, inputFiles(options));
  const wish = targets.some(({ format }) => format === '.bundle') ? bundleWishOf(options, console) : undefined;
  const run = runEngine(await loadInputs(options, console), console);
  const json = identifiedJson(run);
  const paper = paperOfRun(run, json);
  const bundle = (): Uint8Array => bundleOf(run, wish ?? bundleWishOf(options, console));
  await writePapers(targets, { paper, json, bundle }, console);
  if (options.flag.json) console.out(JSON.stringify(json, null, 2));
  else printSummary(console, paper);
  if (!options.flag.json) printFindings(console, run.findings);
  if (!options.flag.json && targets.length > 0) console.out(`\n已写\n${targets.map((target) => `  ${target.file}`).join('\n')}`);
  return exitFor(run.findings, options);
}

function inputFiles(options: Options): string[] {
  return [
    ...options.list.facts,
    ...options.words,
    ...options.list.table.map((word) => word.slice(word.indexOf('=') + 1)),
    ...(options.text.scheme === undefined ? [] : [options.text.scheme]),
  ];
}

function paperOfRun({ scheme, dataset, result, findings }: Run, json: IdentifiedJson): Paper {
  const explained = explainer({ scheme, dataset, result });
  const explain = (subject: string): string => explanationInWords(explained(subject, 'auditor'));
  return paperOf({ scheme, result, findings, identity: json.identity, method: describeScheme(scheme), explain });
}

interface Written {
  readonly paper: Paper;
  readonly json: IdentifiedJson;
  readonly bundle: () => Uint8Array;
}
const writers: Readonly<Record<Format, (written: Written) => Promise<Uint8Array | string> | Uint8Array | string>> = {
  '.json': ({ json }) => `${JSON.stringify(json, null, 2)}\n`,
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
