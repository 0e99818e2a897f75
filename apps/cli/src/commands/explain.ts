/** `muheng explain`: why one subject has its grade, every figure with its formula, so that a calculator can follow. */
import { type Explanation, explainSubject, explanationInWords, type Viewer } from '@muheng/engine';
import type { Console } from '../console.js';
import { UsageTrouble } from '../exits.js';
import { loadInputs } from '../load.js';
import { needed, type Options } from '../options.js';
import { headingOf, warningsOf } from '../report/heading.js';
import { exitFor, type Run, runEngine } from './run.js';
import { subjectOf } from './subject.js';

const viewers: readonly Viewer[] = ['auditor', 'enterprise', 'public'];

export async function explainCommand(options: Options, console: Console): Promise<number> {
  const word = needed(options, 'subject');
  const viewer = viewerOf(options.text.viewer ?? 'auditor');
  const run = runEngine(await loadInputs(options, console), console);
  const explanation = explainSubject({
    scheme: run.scheme,
    dataset: run.dataset,
    result: run.result,
    subject: subjectOf(run.result, word),
    viewer,
  });
  console.out(options.flag.json ? JSON.stringify(explanation, null, 2) : inWords(run, explanation));
  return exitFor(run.findings, options);
}

function viewerOf(word: string): Viewer {
  const viewer = viewers.find((known) => known === word);
  if (viewer === undefined) throw new UsageTrouble(`--viewer 是 ${viewers.join('、')} 之一，收到“${word}”。`);
  return viewer;
}

/** The standing of the documents stands above the explanation: the explanation itself names the assumptions it rests on. */
function inWords({ scheme, result }: Run, explanation: Explanation): string {
  const heading = headingOf(scheme, result.year);
  const warnings = explanation.viewer === 'auditor' ? warningsOf(heading) : warningsOf({ ...heading, confidential: '' });
  return [...warnings, explanationInWords(explanation)].join('\n');
}
