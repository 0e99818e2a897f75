/** 篡改 — flipped bytes are refused with their place; forgers who seal anew are caught by recomputing. */
import { describe, expect, test } from 'vitest';
import { bytesOf } from '../bytes.js';
import { canonicalJson } from '../canonical.js';
import { exampleRuns, salt, type TestRun } from '../fixtures/runs.js';
import { openBundle } from '../open.js';
import { type BundleHead, type BundleViewer, sealBundle } from '../seal.js';
import { writeBundle } from '../write.js';
import { verifyBundle } from './verify.js';

const deep = process.env.MUHENG_TIER === 'deep';
const flips = 1_000;

function get(name: string): TestRun {
  const run = exampleRuns([name.split(' ')[0] ?? '']).find((one) => one.name.startsWith(name));
  if (run === undefined) throw new Error(`no example ${name}`);
  return run;
}
const run = get('huangyan-2022 district');
const subject = run.result.subjects[run.result.grade.findIndex((grade) => grade >= 0)] ?? '';
const bundles: Readonly<Record<BundleViewer, Uint8Array>> = {
  auditor: writeBundle({ ...run, viewer: 'auditor', salt }),
  enterprise: writeBundle({ ...run, viewer: 'enterprise', subject, salt }),
  public: writeBundle({ ...run, viewer: 'public', salt }),
};
const viewers: readonly BundleViewer[] = ['auditor', 'enterprise', 'public'];

/** A small generator of our own, so that a failure can be run again. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state;
  };
}

/** Why a flip at this place was not refused with its place; undefined when it was. */
function unnoticed(bundle: Uint8Array, at: number, by: number): string | undefined {
  const copy = bundle.slice();
  copy[at]! ^= by;
  const { ok, level, findings } = verifyBundle(copy);
  const [finding] = findings;
  const near =
    finding?.bytes != null && finding.bytes.from <= at && at <= finding.bytes.to && finding.bytes.to - finding.bytes.from < 4096;
  return !ok && level === null && near ? undefined : `byte ${at} ^ ${by}: ${JSON.stringify(finding)}`;
}

describe('[R65] a flipped byte', () => {
  test.each(viewers)(`is refused with its place at ${flips} random places of the bundle for %s`, (viewer) => {
    const bundle = bundles[viewer];
    const next = numbers(65);
    const missed = Array.from({ length: flips }, () => unnoticed(bundle, next() % bundle.length, 1 + ((next() >>> 8) % 255)));
    console.log(`${viewer}: ${flips} flips over ${bundle.length} bytes, seed 65`);
    expect(missed.filter((one) => one !== undefined)).toEqual([]);
  });

  test.runIf(deep)('is refused with its place at every place of a public bundle', { timeout: 3_600_000 }, () => {
    const bundle = bundles.public;
    const missed = Array.from(bundle, (_, at) => unnoticed(bundle, at, 1 + (at % 255))).filter((one) => one !== undefined);
    console.log(`public: all ${bundle.length} places`);
    expect(missed).toEqual([]);
  });

  test.each(viewers)('and a bundle cut short, lengthened or doubled are refused: %s', (viewer) => {
    const bundle = bundles[viewer];
    const next = numbers(66);
    const cut = Array.from({ length: 50 }, () => bundle.subarray(0, next() % bundle.length));
    for (const part of [...cut, new Uint8Array(0)]) expect(verifyBundle(part).ok).toBe(false);
    expect(verifyBundle(Uint8Array.from([...bundle, 0])).findings[0]?.code).toBe('archive_trailing');
    expect(verifyBundle(Uint8Array.from([...bundle, ...bundle])).findings[0]?.code).toBe('archive_trailing');
  });
});

/** What a forger with this very program would do: change files or head, and seal anew so that every hash fits. */
function forged(
  viewer: BundleViewer,
  change: (files: Map<string, Uint8Array>) => void,
  head: Partial<BundleHead> = {},
): Uint8Array {
  const opened = openBundle(bundles[viewer]);
  if (opened.finding !== undefined) throw new Error(opened.finding.code);
  const files = new Map(opened.bundle.files);
  change(files);
  return sealBundle({ ...opened.bundle.head, ...head }, files);
}
const replaced =
  (path: string, from: string | RegExp, to: string) =>
  (files: Map<string, Uint8Array>): void => {
    const text = Buffer.from(files.get(path) ?? []).toString();
    const changed = text.replace(from, to);
    if (changed === text) throw new Error(`${path} has no ${from}`);
    files.set(path, bytesOf(changed));
  };
function flipIn(files: Map<string, Uint8Array>, wanted: RegExp): void {
  const path = [...files.keys()].find((one) => wanted.test(one)) ?? '';
  const copy = (files.get(path) ?? new Uint8Array(8)).slice();
  copy[0]! ^= 1;
  files.set(path, copy);
}

function twice(files: Map<string, Uint8Array>): void {
  const grades = JSON.parse(Buffer.from(files.get('public/grades.json') ?? []).toString());
  files.set('public/grades.json', bytesOf(canonicalJson({ ...grades, subjects: [grades.subjects[0], ...grades.subjects] })));
}

const codesOf = (bundle: Uint8Array, against?: Uint8Array): string[] =>
  verifyBundle(bundle, against === undefined ? {} : { against }).findings.map(({ code }) => code);

describe('[R65] a forger who seals anew is caught', () => {
  test('one digit of a published result', () => {
    const bundle = forged('auditor', replaced('result/subjects.jsonl', /"total":(\d)/, '"total":9$1'));
    const [finding] = verifyBundle(bundle).findings;
    expect([finding?.code, finding?.where.file]).toEqual(['recomputed_differs', 'result/subjects.jsonl']);
    const [at = 0] = [finding?.bytes?.from];
    expect(Buffer.from(bundle.subarray(at - 8, at + 1)).toString()).toBe('"total":9');
    expect(finding?.message).toMatch(/首个不同在第 \d+ 字节：包内“.*"total":9/);
  });

  test.each<[string, string, Uint8Array]>([
    ['a grade', 'recomputed_differs', forged('auditor', replaced('result/subjects.jsonl', '"grade":"B"', '"grade":"A"'))],
    ['a line', 'recomputed_differs', forged('auditor', replaced('result/summary.json', '"places":', '"places":1'))],
    ['a benchmark of the scheme', 'recomputed_differs', forged('auditor', replaced('scheme/scheme.yaml', '24.097', '24.098'))],
    ['the closure', 'recomputed_differs', forged('auditor', replaced('scheme/closure.json', '24.097', '24.098'))],
    ['a broken scheme', 'scheme_unreadable', forged('auditor', replaced('scheme/scheme.yaml', 'language: 1', 'language: 7'))],
    ['a fact', 'file_malformed', forged('auditor', (files) => flipIn(files, /^snapshot\/facts\/.*f64$/))],
    [
      'a cell of provenance',
      'file_malformed',
      forged('auditor', (files) =>
        files.set([...files.keys()].find((path) => path.startsWith('provenance/')) ?? '', bytesOf('[]')),
      ),
    ],
    [
      'a missing column',
      'file_malformed',
      forged('auditor', (files) => void files.delete([...files.keys()].find((path) => path.endsWith('.f64')) ?? '')),
    ],
    ['a file more', 'file_unlisted', forged('auditor', (files) => files.set('variants/one.json', bytesOf('{}')))],
    [
      'another identity',
      'recomputed_differs',
      forged('auditor', () => undefined, { identity: { scheme: '0', data: '0', figures: '0' } }),
    ],
    ['another count', 'recomputed_differs', forged('auditor', () => undefined, { counts: { subjects: 1 } })],
    ['own total', 'own_row_differs', forged('enterprise', replaced('own/figures.json', /"total":(\d)/, '"total":1$1'))],
    ['own score', 'own_row_differs', forged('enterprise', replaced('own/figures.json', /"score":(\d)/, '"score":1$1'))],
    ['own grade', 'own_row_differs', forged('enterprise', replaced('own/figures.json', /"grade":"\w"/, '"grade":"X"'))],
    ['own status', 'own_row_differs', forged('enterprise', replaced('own/figures.json', '"status":"graded"', '"status":"out"'))],
    [
      'own tax',
      'own_row_differs',
      forged('enterprise', replaced('own/facts.json', /"tax_evaluated":(\d)/, '"tax_evaluated":1$1')),
    ],
    ['own name', 'own_row_differs', forged('enterprise', replaced('own/facts.json', /"name":"/, '"name":"x'))],
    ['own rank', 'own_place_differs', forged('enterprise', replaced('own/figures.json', /"rank":\d+,/, '"rank":999,'))],
    [
      'a fact that is not read',
      'proof_differs',
      forged('enterprise', replaced('own/facts.json', '{"2022":{', '{"2022":{"a":1,')),
    ],
    ['the proof', 'proof_differs', forged('enterprise', replaced('own/proof.json', /"leaf":"./, '"leaf":"g'))],
    ['a salt that is none', 'file_malformed', forged('enterprise', replaced('own/proof.json', /"salt":"./, '"salt":"g'))],
    ['a field more', 'file_malformed', forged('enterprise', replaced('own/frozen.json', '{"benchmarks"', '{"a":1,"benchmarks"'))],
    ['spaces in JSON', 'file_malformed', forged('enterprise', replaced('own/facts.json', '{', '{ '))],
    ['no frozen figures', 'file_malformed', forged('enterprise', (files) => void files.delete('own/frozen.json'))],
    ['a foreign row', 'file_malformed', forged('enterprise', (files) => files.set('own/other.json', bytesOf('{}')))],
    ['another subject', 'file_malformed', forged('enterprise', () => undefined, { subject: 'other' })],
    ['a grade of the list', 'counts_differ', forged('public', replaced('public/grades.json', '"grade":"B"', '"grade":"A"'))],
    ['a class that is none', 'counts_differ', forged('public', replaced('public/grades.json', /"grade":"\w"/, '"grade":"Z"'))],
    ['a count', 'counts_differ', forged('public', replaced('public/counts.json', /"graded":\d+/, '"graded":1'))],
    ['a subject twice', 'counts_differ', forged('public', twice)],
    ['a hash more', 'counts_differ', forged('public', replaced('public/members.json', '[', `["${'0'.repeat(64)}",`))],
    ['a base figure', 'file_malformed', forged('public', replaced('public/grades.json', '"grade":', '"tax":1,"grade":'))],
    ['a file more for all', 'file_malformed', forged('public', (files) => files.set('own/facts.json', bytesOf('{}')))],
    ['a viewer it is not', 'file_malformed', forged('public', () => undefined, { viewer: 'auditor' })],
  ])('%s', (_, code, bundle) => {
    expect(codesOf(bundle)).toEqual([code]);
    expect(verifyBundle(bundle).level).toBeNull();
  });

  test('swapped grades in a public bundle, whose counts still add up, are found by the auditor and by the enterprise', () => {
    const grades = JSON.parse(Buffer.from(openFiles('public').get('public/grades.json') ?? []).toString());
    const own = grades.subjects.find(({ id }: { id: string }) => id === subject);
    const other = grades.subjects.find(({ grade }: { grade: string }) => grade !== own.grade);
    [own.grade, other.grade] = [other.grade, own.grade];
    const against = forged('public', (files) => files.set('public/grades.json', bytesOf(canonicalJson(grades))));
    expect(codesOf(bundles.enterprise, against)).toEqual(['published_grade_differs']);
    expect(codesOf(bundles.auditor, against)).toEqual(['published_list_differs']);
  });

  test('an enterprise left out of the public hashes finds out', () => {
    const { leaf } = JSON.parse(Buffer.from(openFiles('enterprise').get('own/proof.json') ?? []).toString());
    const against = forged(
      'public',
      replaced('public/members.json', leaf, `${leaf.slice(0, -1)}${leaf.endsWith('0') ? '1' : '0'}`),
    );
    expect(codesOf(against)).toEqual([]);
    expect(codesOf(bundles.enterprise, against)).toEqual(['not_a_member']);
  });

  const openFiles = (viewer: BundleViewer): ReadonlyMap<string, Uint8Array> => {
    const opened = openBundle(bundles[viewer]);
    if (opened.finding !== undefined) throw new Error(opened.finding.code);
    return opened.bundle.files;
  };

  test('semantics nobody knows, and a newer format, are refused with words', () => {
    const newer = verifyBundle(forged('auditor', () => undefined, { semantics: 7 }));
    expect([newer.ok, newer.unreadable, newer.findings[0]?.code]).toEqual([false, true, 'semantics_unknown']);
    expect(newer.findings[0]?.message).toBe('本包由引擎语义 7 算出，本程序能复算的只有 1');
    expect(newer.findings[0]?.remedy).toContain('更新版本');
    for (const foreign of [bytesOf('{}'), new Uint8Array(4096), bytesOf('x'.repeat(5000))])
      expect(verifyBundle(foreign)).toMatchObject({ ok: false, unreadable: true, findings: [{ code: 'bundle_unreadable' }] });
  });
});
