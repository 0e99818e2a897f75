import { describe, expect, it } from 'vitest';
import { csvBytes, likenessKey, matchText, readTable, readTables, storedText, writeWorkbook } from './index.js';

const name = '虚构𬭎㛃𠮷机械（集团）有限公司';

describe('texts', () => {
  it('[R94] are stored in NFC, trimmed of odd spaces, rare characters kept', () => {
    expect(storedText('\u00a0e\u0301\u3000')).toBe('é');
    expect(storedText(`\u3000${name}\u200b`)).toBe(name);
    expect(storedText('ＡＢＣ１２')).toBe('ＡＢＣ１２');
  });

  it('[R94] are matched in NFKC, without spaces, brackets of one kind', () => {
    expect(matchText(' 用地 面积【㎡】')).toBe('用地面积(m2)');
    expect(matchText('ＡＢＣ公司')).toBe(matchText('abc公司'));
    expect(matchText('甲公司')).not.toBe(matchText('乙公司'));
  });

  it('[R94] a traditional form is linked by its key and not rewritten', async () => {
    expect(likenessKey('臺灣電機實業')).toBe(likenessKey('台湾电机实业'));
    expect(matchText('臺灣電機')).not.toBe(matchText('台湾电机'));
    const { tables } = await readTables(
      new TextEncoder().encode('统一社会信用代码,企业名称\n91120113550399693Q,臺灣電機實業\n'),
      'a.csv',
    );
    expect(tables[0]?.rows[0]).toEqual(['91120113550399693Q', '臺灣電機實業']);
  });

  it.each(['utf-8', 'gb18030'] as const)('[R94] rare characters come through CSV in %s', async (encoding) => {
    const { table } = await readTable(csvBytes({ columns: ['id', '企业名称'], rows: [['1', name]], encoding }), 'a.csv');
    expect(table?.rows).toEqual([['1', name]]);
  });

  it('[R94] rare characters come through a workbook', async () => {
    const { table } = await readTable(
      await writeWorkbook([{ name: '表', columns: [{ header: 'id' }, { header: '企业名称' }], rows: [['1', name]] }]),
      'a.xlsx',
    );
    expect(table?.rows).toEqual([['1', name]]);
  });
});
