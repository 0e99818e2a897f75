/** 一次评价 — inputs of a command run through the engine, with the result's JSON and identity. Shared by the commands that need a result. */

import { createHash } from 'node:crypto';
import { identityOf, type NewHash, resultHash } from '@muheng/bundle';
import { evaluate, type Result, type ResultJson, resultAsJson } from '@muheng/engine';
import { type Finding, hasErrors } from '@muheng/finding';
import type { Standing } from '@muheng/scheme';
import type { Console } from '../console.js';
import { farFromBenchmark } from '../district/farFromBenchmark.js';
import type { FileLine } from '../district/fileLine.js';
import { exits } from '../exits.js';
import type { Inputs } from '../load.js';
import type { Options } from '../options.js';
import type { PaperIdentity } from '../report/paper.js';
import { printedJson } from '../report/printedJson.js';
import { subjectTexts } from '../report/subjectTexts.js';

export interface Run extends Inputs {
  readonly result: Result;
  /** Of reading and of computing, in that order. */
  readonly findings: readonly Finding[];
}

export function runEngine(inputs: Inputs, console: Console): Run {
  const { scheme, dataset } = inputs;
  console.progress(`计算：${dataset.subjects.length} ${scheme.subject.measure} × ${scheme.leaves.length} 项指标`);
  const result = evaluate(scheme, dataset);
  const far = inputs.delivered === undefined ? [] : farFromBenchmark(scheme, result);
  return { ...inputs, result, findings: distinct([...inputs.findings, ...result.findings, ...far]) };
}

function distinct(findings: readonly Finding[]): readonly Finding[] {
  const seen = new Set<string>();
  return findings.filter((finding) => {
    const key = JSON.stringify([finding.code, finding.where, finding.message]);
    return !seen.has(key) && seen.add(key);
  });
}

export interface IdentifiedJson extends Omit<ResultJson, 'semantics'> {
  readonly identity: PaperIdentity;
  /** Department files, when the data came as such. */
  readonly files?: readonly FileLine[];
  /** What the method rests on, with its standing. */
  readonly documents: readonly {
    readonly title: string;
    readonly number: string | null;
    readonly issuer: string;
    readonly standing: Standing;
  }[];
}

/** 校验码 — of the method, the data and the figures: the same as an auditor's bundle carries. */
export const identityOfRun = ({ scheme, dataset, result }: Run): PaperIdentity => ({
  ...identityOf(scheme, dataset, nodeHash),
  result: resultHash(result, scheme, nodeHash),
});

const nodeHash: NewHash = () => createHash('sha256');

/** The JSON of docs/reference/result.md, with the subjects of these rows. */
function identifiedJson(run: Run, identity: PaperIdentity, rows: Iterable<number>): IdentifiedJson {
  const { semantics: _inIdentity, findings: _withRows, scheme, year, ...rest } = resultAsJson(run.result, run.scheme, rows);
  const documents = run.scheme.documents.map(({ title, number, issuer, standing }) => ({
    title,
    number: number ?? null,
    issuer,
    standing,
  }));
  return {
    scheme,
    year,
    documents,
    identity,
    ...rest,
    ...(run.delivered === undefined ? {} : { files: run.delivered.files }),
    findings: run.findings,
  };
}

/** What was accepted with `--accept-good-rows` ends no run with 1; `--strict` had its say before. */
export function exitFor(all: readonly Finding[], options: Options, accepted: readonly Finding[] = []): number {
  const passed = new Set(accepted);
  const findings = all.filter((finding) => !passed.has(finding));
  const warned = options.flag.strict && findings.some((finding) => finding.severity === 'warning');
  return hasErrors(findings) || warned ? exits.findings : exits.ok;
}

/** The same printed, subject by subject: a text of a million of them would be longer than a text can be. */
export function* jsonLines(run: Run, identity: PaperIdentity): Generator<string> {
  const textOf = subjectTexts(run.result, run.scheme);
  const subjects = function* (): Generator<string> {
    for (const row of run.result.subjects.keys()) yield textOf(row);
  };
  yield* printedJson({ ...identifiedJson(run, identity, []) }, new Map([['subjects', subjects]]));
}
