/**
 * No code file over 600 lines, a warning over 400. A file that must be longer stands in `tools/tidy/long-files.yaml` with the
 * reason; a row there that is no longer needed is a violation too.
 */
import { parse } from 'yaml';
import { z } from 'zod';
import { type CodeFile, errorAt, type Repository, type Rule, type Violation } from '../repository.js';

export const longestFile = 600;
export const longFile = 400;
export const allowList = 'tools/tidy/long-files.yaml';

export const fileSize: Rule = {
  name: 'file-size',
  check: (repository) => {
    const allowed = readAllowList(repository);
    const stale = [...allowed.keys()].filter(
      (path) => !repository.code.some((file) => file.path === path && linesIn(file) > longestFile),
    );
    return [
      ...repository.code.flatMap((file) => checkSize(file, allowed)),
      ...stale.map((path) => errorAt(allowList, 1, `${path} is not over ${longestFile} lines any more: take its row out`)),
    ];
  },
};

function checkSize(file: CodeFile, allowed: ReadonlyMap<string, string>): Violation[] {
  const lines = linesIn(file);
  if (lines <= longFile || allowed.has(file.path) || file.path.endsWith('.generated.ts')) return [];
  if (lines > longestFile)
    return [errorAt(file.path, 1, `${lines} lines, more than ${longestFile}: split it, or give the reason in ${allowList}`)];
  return [{ path: file.path, line: 1, message: `${lines} lines, more than ${longFile}`, severity: 'warning' }];
}

const linesIn = (file: CodeFile): number => file.text.trimEnd().split('\n').length;

function readAllowList({ files }: Repository): Map<string, string> {
  const file = files.find((one) => one.path === allowList);
  const rows = z.record(z.string(), z.string().min(10)).parse((file && parse(file.text)) ?? {});
  return new Map(Object.entries(rows));
}
