/** 保密 — figures planted as canaries must not turn up where they do not belong, in any notation. */
import { datasetFrom, evaluate } from '@muheng/engine';
import { describe, expect, test } from 'vitest';
import { exampleRuns, salt, schemeOf } from '../fixtures/runs.js';
import { openBundle } from '../open.js';
import { writeBundle, writeEnterpriseBundles } from '../write.js';
import { verifyBundle } from './verify.js';

const [base] = exampleRuns(['huangyan-2022']);
if (base === undefined) throw new Error('no run');
const scheme = schemeOf(base.texts);
/** Figures nobody would meet by accident; each subject has its own. */
const figures = (subject: number): readonly number[] => [
  71371.137 + subject * 1000,
  4139.713 + subject * 1000,
  55117.771 + subject * 1000,
];
/** In the order of the result's rows. */
const subjects = ['alpha', 'beta', 'delta', 'epsilon', 'gamma'];
const table = {
  header: ['id', 'name', '规模', '评价税收', '用地面积', '工业增加值', '备注甲'],
  rows: subjects.map((id, at) => [id, `企业${at}`, '规上', figures(at)[0]!, figures(at)[1]!, figures(at)[2]!, `秘密${at}`]),
};
const { dataset } = datasetFrom({ scheme, tables: [table], year: 2022 });
if (dataset === undefined) throw new Error('no dataset');
const run = { texts: base.texts, scheme, dataset, result: evaluate(scheme, dataset) };

function textOf(bundle: Uint8Array): string {
  const opened = openBundle(bundle);
  if (opened.finding !== undefined) throw new Error(opened.finding.code);
  return [...opened.bundle.files].map(([path, content]) => `${path}\n${Buffer.from(content).toString('utf8')}`).join('\n');
}

/** As text, and as the eight bytes of a double in either order. */
function holds(bundle: Uint8Array, figure: number): boolean {
  const whole = Buffer.from(bundle);
  const double = Buffer.alloc(8);
  double.writeDoubleLE(figure);
  const turned = Buffer.from(double).reverse();
  return whole.includes(String(figure)) || whole.includes(double) || whole.includes(turned);
}

/** Every number the engine computed for a subject: values, scores, totals. */
const computed = (at: number): number[] => {
  const { leaves, total, baseTotal } = run.result;
  return [...leaves.flatMap((leaf) => [leaf.value.values[at]!, leaf.score[at]!]), total[at]!, baseTotal[at]!].filter(
    (value) => !Number.isNaN(value) && !Number.isInteger(value),
  );
};

describe('[R39] the public bundle', () => {
  const bundle = writeBundle({ ...run, viewer: 'public', salt });

  test('holds no base figure, no value, no score, no total of anybody', () => {
    expect(verifyBundle(bundle).ok).toBe(true);
    for (const at of subjects.keys())
      for (const figure of [...figures(at), ...computed(at)])
        expect(holds(bundle, figure), `${subjects[at]} ${figure}`).toBe(false);
    const auditor = writeBundle({ ...run, viewer: 'auditor', salt });
    for (const at of subjects.keys())
      for (const figure of figures(at)) expect(holds(auditor, figure), 'the canary is alive').toBe(true);
  });

  test('has only the allowed fields, and hashes that cannot be tried out without the salt', () => {
    const text = textOf(bundle);
    expect([...text.matchAll(/^(\S+\.(?:json|txt))$/gm)].map(([path]) => path)).toEqual([
      'public/counts.json',
      'public/grades.json',
      'public/members.json',
      'public/method.txt',
    ]);
    const plain = openBundle(writeBundle({ ...run, viewer: 'auditor', salt }));
    if (plain.finding !== undefined) throw new Error(plain.finding.code);
    for (const hash of [plain.bundle.head.identity.data, plain.bundle.head.identity.figures, salt])
      expect(Buffer.from(bundle).includes(hash)).toBe(false);
    const other = textOf(writeBundle({ ...run, viewer: 'public', salt: salt.replaceAll('0', '1') }));
    const hashes = (from: string): string[] => from.match(/[0-9a-f]{64}/g) ?? [];
    expect(hashes(other).filter((hash) => hashes(text).includes(hash))).toEqual([]);
    expect(hashes(text)).toHaveLength(subjects.length);
  });
});

describe('[ALL-4] an enterprise bundle', () => {
  const write = writeEnterpriseBundles({ ...run, salt });

  test.each(subjects.map((id, at) => [id, at] as const))('of %s holds its own figures and nobody else’s', (id, at) => {
    const bundle = write(id);
    expect(verifyBundle(bundle).ok).toBe(true);
    for (const figure of figures(at)) expect(holds(bundle, figure)).toBe(true);
    const text = textOf(bundle);
    for (const other of subjects.keys()) {
      if (other === at) continue;
      for (const figure of figures(other)) expect(holds(bundle, figure), `${subjects[other]} ${figure}`).toBe(false);
      const lines = new Set(run.result.pools.flatMap((pool) => pool.cuts.map((cut) => cut.lastTotal)));
      for (const figure of computed(other))
        if (!computed(at).includes(figure) && !lines.has(figure))
          expect(holds(bundle, figure), `${subjects[other]} ${figure}`).toBe(false);
      for (const word of [subjects[other]!, `企业${other}`, `秘密${other}`]) expect(text.includes(word), word).toBe(false);
    }
    expect(Buffer.from(bundle).includes(salt)).toBe(false);
  });
});
