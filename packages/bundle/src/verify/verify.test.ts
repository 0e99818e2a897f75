/** 核验 — every viewer's bundle of every example verifies; anything else than what was written is refused with its place. */
import { describe, expect, test } from 'vitest';
import { exampleRuns, salt, type TestRun } from '../fixtures/runs.js';
import { writeBundle, writeEnterpriseBundles } from '../write.js';
import { verifyBundle } from './verify.js';

const runs = exampleRuns();
const bundleOf = (run: TestRun, viewer: 'auditor' | 'public'): Uint8Array => writeBundle({ ...run, viewer, salt });

describe('[R65] a result can be recomputed from its auditor bundle', () => {
  test.each(runs.map((run) => [run.name, run] as const))('%s', (_, run) => {
    const bundle = bundleOf(run, 'auditor');
    const said = verifyBundle(bundle);
    expect(said.findings).toEqual([]);
    expect([said.ok, said.level, said.head?.counts.subjects]).toEqual([true, 'recomputed', run.result.subjects.length]);
    expect(said.proved.join()).toContain(`复算 ${run.result.subjects.length} 户`);
    expect(bundleOf(run, 'auditor')).toEqual(bundle);
  });

  test('with and without the secret, and with explanations that are only hashed', () => {
    const [run] = runs;
    if (run === undefined) throw new Error('no run');
    const bare = verifyBundle(writeBundle({ ...run, viewer: 'auditor' }), { against: bundleOf(run, 'public') });
    expect([bare.ok, bare.taken.join()]).toEqual([true, '包内没有密钥，公开包中的凭证未逐户核对']);
    const [id = ''] = run.result.subjects;
    const told = verifyBundle(writeBundle({ ...run, viewer: 'auditor', explanations: new Map([[id, '评定依据']]) }));
    expect([told.ok, told.taken.join()]).toEqual([true, '评定依据的文字只核对校验码']);
  });
});

describe('[R44] every enterprise bundle recomputes its own row against frozen lines, and proves that it is in the public bundle', () => {
  test.each(runs.map((run) => [run.name, run] as const))('%s', (_, run) => {
    const against = bundleOf(run, 'public');
    const write = writeEnterpriseBundles({ ...run, salt });
    for (const id of run.result.subjects) {
      const bundle = write(id);
      const said = verifyBundle(bundle, { against });
      expect(said.findings, id).toEqual([]);
      expect([said.ok, said.level, said.head?.subject]).toEqual([true, 'own_row_recomputed', id]);
      expect(said.proved.join()).toContain('本户凭证在公开包的名录中');
      expect(write(id)).toEqual(bundle);
    }
  });
});

describe('the public bundle', () => {
  test.each(runs.map((run) => [run.name, run] as const))(
    '%s: hashes, counts and list agree, also with the auditor’s',
    (_, run) => {
      const bundle = bundleOf(run, 'public');
      const said = verifyBundle(bundle);
      expect([said.ok, said.level, said.findings]).toEqual([true, 'membership_and_hashes', []]);
      const audited = verifyBundle(bundleOf(run, 'auditor'), { against: bundle });
      expect([audited.ok, audited.findings]).toEqual([true, []]);
      expect(audited.proved.join()).toContain('公开包中每户的凭证都由本包的数据和结果算出');
    },
  );

  test('of another run, of another secret or with other grades is told apart', () => {
    const [first, second] = [
      runs.find(({ name }) => name.startsWith('huangyan-2022 district')),
      runs.find(({ name }) => name.startsWith('huangyan-2022 arithmetic')),
    ];
    if (first === undefined || second === undefined) throw new Error('no runs');
    const [id = ''] = first.result.subjects;
    const own = writeBundle({ ...first, viewer: 'enterprise', subject: id, salt });
    const codes = (bundle: Uint8Array, against: Uint8Array): string[] =>
      verifyBundle(bundle, { against }).findings.map(({ code }) => code);
    expect(codes(own, bundleOf(second, 'public'))).toEqual(['against_other_run']);
    expect(codes(own, writeBundle({ ...first, viewer: 'public', salt: `${salt.slice(0, -1)}e` }))).toEqual(['against_other_run']);
    expect(codes(own, bundleOf(first, 'auditor'))).toEqual(['against_not_public']);
    expect(codes(own, new Uint8Array(3))).toEqual(['against_unreadable']);
    expect(codes(bundleOf(first, 'auditor'), bundleOf(second, 'public'))).toEqual(['published_list_differs']);
  });

  test('may announce only some, and counts only those', () => {
    const [run] = runs;
    if (run === undefined) throw new Error('no run');
    const [id = ''] = run.result.subjects;
    const said = verifyBundle(writeBundle({ ...run, viewer: 'public', salt, announced: new Set([id]) }));
    expect(said.ok).toBe(true);
    expect(said.proved.join()).toContain(`${run.result.subjects.length} 户中公布 1 户`);
  });
});

describe('the writer refuses', () => {
  const [run] = runs;
  if (run === undefined) throw new Error('no run');
  test.each<[string, Parameters<typeof writeBundle>[0]]>([
    ['no salt for the public', { ...run, viewer: 'public' }],
    ['no salt for an enterprise', { ...run, viewer: 'enterprise', subject: run.result.subjects[0] ?? '' }],
    ['a salt that can be guessed', { ...run, viewer: 'public', salt: '00112233' }],
    ['a salt that is not hexadecimal', { ...run, viewer: 'auditor', salt: 'zz'.repeat(16) }],
    ['an enterprise bundle of nobody', { ...run, viewer: 'enterprise', salt }],
    ['an enterprise bundle of a stranger', { ...run, viewer: 'enterprise', salt, subject: 'nobody' }],
    ['a scheme that does not read', { ...run, viewer: 'auditor', texts: { ...run.texts, scheme: 'language: 1' } }],
    ['a result of another scheme', { ...run, viewer: 'auditor', texts: runs.at(-1)?.texts ?? run.texts }],
    ['a result of another year', { ...run, viewer: 'auditor', dataset: { ...run.dataset, year: 1999 } }],
  ])('%s', (_, task) => expect(() => writeBundle(task)).toThrow(RangeError));
});
