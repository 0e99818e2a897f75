/** The table of findings, as it stands in workbook and HTML. */
import type { Finding, Place } from '@muheng/finding';
import { describe, expect, it } from 'vitest';
import { findingTable } from './lines.js';

const finding = (where: Place, severity: Finding['severity'] = 'warning'): Finding => ({
  ...{ code: 'x', severity, where, message: '某事。', remedy: '请核对。' },
});

describe('the table of findings', () => {
  it('[ALL-5] names no key of a scheme file without its file, and what must be handled comes first', () => {
    const { header, rows } = findingTable({
      findings: [
        finding({ path: 'groups' }),
        finding({ file: 'scheme.yaml', path: 'groups.below' }),
        finding({ file: '税收.xlsx', cell: 'S' }, 'error'),
      ],
    });
    expect(header).toEqual(['级别', '位置', '情况', '处理办法', '疑点编号']);
    expect(rows.map(([level, place]) => [level, place])).toEqual([
      ['必须处理', '税收.xlsx S 列'],
      ['请核对', '评价办法'],
      ['请核对', 'scheme.yaml groups.below'],
    ]);
  });
});
