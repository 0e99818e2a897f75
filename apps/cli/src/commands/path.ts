/** `muheng path`: the smallest single changes that would reach a grade. For reference, never a promise. */
import { path, pathInWords, subjectInWords } from '@muheng/engine';
import type { Console } from '../console.js';
import { loadInputs } from '../load.js';
import { needed, type Options } from '../options.js';
import { headingOf, warningsOf } from '../report/heading.js';
import { gradeOf } from './grade.js';
import { exitFor, runEngine } from './run.js';
import { subjectOf } from './subject.js';

export async function pathCommand(options: Options, console: Console): Promise<number> {
  const [subjectWord, gradeWord] = [needed(options, 'subject'), needed(options, 'grade')];
  const run = runEngine(await loadInputs(options, console), console);
  const { scheme, dataset, result } = run;
  const task = { scheme, dataset, result, subject: subjectOf(result, subjectWord), grade: gradeOf(scheme, gradeWord) };
  console.progress(`逐项测算 ${task.subject} 到 ${task.grade} 的改变`);
  const found = path(task);
  const name = result.names[result.subjects.indexOf(task.subject)] ?? '';
  if (options.flag.json)
    console.out(
      JSON.stringify({ ...found, disclaimer: '仅供测算参考，不作为评价承诺', assumptions: scheme.assumptions }, null, 2),
    );
  else
    console.out(
      [
        `${scheme.title}  ${subjectInWords({ id: task.subject, name })}`,
        ...warningsOf(headingOf(scheme, result.year)),
        pathInWords(found, scheme).trimEnd(),
      ].join('\n'),
    );
  return exitFor(run.findings, options);
}
