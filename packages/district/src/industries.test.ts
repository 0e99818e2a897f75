/** Codes of industries in department files: what is a class stays, what was one in 2011 is turned and shown, the rest is refused by its cell. */
import { industryTable, readTables, type Term } from '@muheng/sheets';
import { describe, expect, it } from 'vitest';
import type { DepartmentFile } from './district.js';
import { codes } from './fixtures/files.js';
import { withIndustries } from './industries.js';

const industries = industryTable(
  [
    { code: 'C', name: '制造业', level: 1, parent: '' },
    { code: 'C36', name: '汽车制造业', level: 2, parent: 'C' },
    ...[
      ['361', '汽车整车制造'],
      ['362', '汽车用发动机制造'],
      ['366', '汽车车身、挂车制造'],
      ['367', '汽车零部件及配件制造'],
    ].map(([digits = '', name = '']) => ({ code: `C${digits}`, name, level: 3 as const, parent: 'C36' })),
    { code: 'C3660', name: '汽车车身、挂车制造', level: 4, parent: 'C366' },
    { code: 'C3670', name: '汽车零部件及配件制造', level: 4, parent: 'C367' },
    { code: 'C3620', name: '汽车用发动机制造', level: 4, parent: 'C362' },
    { code: 'C3612', name: '新能源车整车制造', level: 4, parent: 'C361' },
  ],
  [
    { code: '3660', name: '汽车零部件及配件制造', now: ['C3670'] },
    { code: '3610', name: '汽车整车制造', now: ['C3612', 'C3620'] },
  ],
);
const industry: Term = { id: 'industry_code', term: '行业代码', also: [], type: 'text' };
const subjects = Object.values(codes);

async function read(header: string, cells: readonly string[], term: Term = industry): Promise<DepartmentFile> {
  const lines = cells.map((cell, at) => `${subjects[at]},${cell}`);
  const bytes = new TextEncoder().encode(`统一社会信用代码,${header}\n${lines.join('\n')}\n`);
  const file = { path: '企业.csv', ...(await readTables(bytes, '企业.csv', { vocabulary: [term], rowsPerSubject: 'many' })) };
  return withIndustries([file], industries)[0]!;
}
const values = ({ tables }: DepartmentFile): unknown[] => tables[0]!.rows.map((row) => row[1]);
const said = ({ findings }: DepartmentFile) => findings.filter(({ code }) => code.startsWith('industry_'));
const told = (file: DepartmentFile): string[] =>
  said(file).map(({ code, severity, where }) => `${severity} ${code} ${where.cell}`);

describe('industries of department files', () => {
  it('[R82] a class of 2017 is taken as it is written, with or without its letter', async () => {
    const file = await read('行业代码', ['C3660', '3670', 'c36', '缺', '']);
    expect(values(file)).toEqual(['C3660', '3670', 'c36', '缺', null]);
    expect(told(file)).toEqual([]);
  });

  it('[R82] under a header that says 2011 a code is turned and shown; one that was split is for a person and not taken', async () => {
    const file = await read('行业代码（2011）', ['C3660', '3660', '3660', '3610', '3829']);
    expect(values(file)).toEqual(['C3670', '3670', '3670', null, null]);
    expect(told(file)).toEqual([
      'warning industry_turned B2',
      'warning industry_turned B3',
      'error industry_refused B5',
      'error industry_refused B6',
    ]);
    expect(said(file)[1]?.message).toBe(
      '行业代码“3660”是 2011 年版的“汽车零部件及配件制造”，按 2017 年版的 C3670（汽车零部件及配件制造） 采用（2 行）。',
    );
    expect(said(file)[2]?.message).toContain('分为 C3612（新能源车整车制造）、C3620（汽车用发动机制造），要由人选定');
  });

  it('[R82] what is no class is refused with its cell; a last digit nobody lists and a word are asked about and kept', async () => {
    const file = await read('行业代码', ['9999', 'A3660', '3669', '汽车制造']);
    expect(values(file)).toEqual([null, null, '3669', '汽车制造']);
    expect(told(file)).toEqual([
      'error industry_refused B2',
      'error industry_refused B3',
      'warning industry_unlisted B4',
      'warning industry_not_a_code B5',
    ]);
    expect(said(file)[2]?.message).toContain('上级是 C366（汽车车身、挂车制造）');
  });

  it('[R82] where no rule uses the industry nothing stops and nothing is changed; a file without one is left alone', async () => {
    const file = await read('行业代码', ['9999', '3660'], { ...industry, unused: true });
    expect(values(file)).toEqual(['9999', '3660']);
    expect(told(file)).toEqual(['warning industry_doubtful B2']);
    const other = { path: 'a.csv', tables: [], findings: [] };
    expect(withIndustries([other], industries)[0]).toBe(other);
  });
});
