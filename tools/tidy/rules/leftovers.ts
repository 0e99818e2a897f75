/** Nothing unfinished is kept in the text: what is not done stands in an issue. Nothing points at the machine it was written on. */
import { errorAt, type Repository, type Rule, type Violation } from '../repository.js';

/** Written with character classes so that this file does not find itself. */
const unfinished = /\b(?:TO[D]O|FIX[M]E)\b/;
const machinePlace = /(?<![\w.:/-])\/(?:w[o]rk|f[a]rm|r[o]ot|t[m]p|h[o]me)\/|\b[A-Z]:\\Users\\/;
const registryHost = /https?:\/\/[\w.-]*(?:regist[r]y|mirr[o]r)[\w.-]*/;

export const unfinishedWork: Rule = {
  name: 'unfinished-work',
  check: (repository) => findLines(repository, unfinished, (found) => `${found}: do it, or write an issue`),
};

export const places: Rule = {
  name: 'places',
  check: (repository) => [
    ...findLines(repository, machinePlace, (found) => `a place on one machine: ${found}`),
    ...findLines(repository, registryHost, (found) => `a registry host: ${found}`),
  ],
};

function findLines({ files }: Repository, pattern: RegExp, words: (found: string) => string): Violation[] {
  return files.flatMap((file) =>
    file.text.split('\n').flatMap((line, index) => {
      const found = pattern.exec(line);
      return found === null ? [] : [errorAt(file.path, index + 1, words(found[0]))];
    }),
  );
}
