/** 导入 — what the dry run says is what the run does; bad rows are named by sheet, row and column; nothing enters silently. */
import { readBook, readTables, writeCsv, writeWorkbook } from '@muheng/sheets';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { insertRegionCode } from '../../../corridors/people/queries/regions.js';
import { perform } from '../../../forms/action.js';
import type { Actor } from '../../../forms/house.js';
import { inScope, wholeOffice } from '../../../store/scope.js';
import { exportAction } from '../actions/export.js';
import { importAction } from '../actions/import.js';
import { askCorrectionAction } from '../actions/own.js';
import { undoAction } from '../actions/undo.js';
import { type ImportOutcome, importKinds } from '../contract.js';
import { type TestRegister, testRegister } from '../fixtures/register.js';
import { readSubjects, readTotals } from '../reads/lists.js';
import { dryRun } from './dryRun.js';
import { readImportFile } from './file.js';
import { blankTable } from './template.js';
import { type ImportKind, vocabularies } from './vocabulary.js';

const [codeA, codeB, codeC, codeD] = ['91320621MA1MXW0Y42', '91120113550399693Q', '91410482395881454M', '911201127612605019'];
type Cell = string | number | null;

describe('import', () => {
  let at: TestRegister;
  beforeAll(async () => {
    at = await testRegister();
  });
  afterAll(() => at.drop());

  const header = [
    '统一社会信用代码',
    '企业名称',
    '镇街',
    '曾用名',
    '企业类型',
    '法定代表人',
    '行业代码',
    '住所',
    '成立日期',
    '经营状态',
    '注销日期',
  ];
  const csv = (rows: readonly (readonly Cell[])[], columns: readonly string[] = header): Uint8Array => writeCsv(columns, rows);
  const asked = (bytes: Uint8Array, more: { readonly kind?: ImportKind; readonly goodRowsOnly?: boolean } = {}) => ({
    ...{ bytes, name: '名单.csv', kind: more.kind ?? ('subjects' as const), goodRowsOnly: more.goodRowsOnly ?? false },
  });
  type Asked = ReturnType<typeof asked>;
  const dry = async (input: Asked, actor: Actor = at.clerk): Promise<ImportOutcome> => {
    const read = await readImportFile(input);
    return at.reading((r) => dryRun(r, { ...input, read }), actor);
  };
  const runAs = async ({ bytes, ...input }: Asked & { readonly digest: string }, actor: Actor = at.clerk) =>
    perform(importAction, { ...input, read: await readImportFile({ bytes, ...input }) }, at.own.asked(actor));
  const run = async (input: Asked, actor: Actor = at.clerk) =>
    runAs({ ...input, digest: (await dry(input, actor)).digest }, actor);
  const count = async (): Promise<number> => (await at.reading((r) => readTotals(r, {}))).count;
  const find = async (q: string) => (await at.reading((r) => readSubjects(r, { q, sort: 'name', limit: 20 }))).items;

  const good: readonly (readonly Cell[])[] = [
    [
      codeA,
      '岚屿一号机械有限公司',
      '浣峙',
      '岚屿老机械厂',
      '有限责任公司',
      '王小二',
      '3311',
      '浣峙路 1 号',
      '2010-05-06',
      '存续',
      null,
    ],
    [codeB, '岚屿二号纺织有限公司', '溧浦镇', null, '有限责任公司', null, 'C1711', null, '2015年3月1日', '注销', '2024/6/30'],
    [null, '岚屿三号铁匠铺', '浣峙街道', null, '个体工商户', null, null, null, null, null, null],
  ];

  it('[ALL-5] the dry run writes nothing and says what the run then does, which is one action that can be undone', async () => {
    const before = await count();
    const said = await dry(asked(csv(good)));
    expect(said).toMatchObject({ rows: 3, added: 3, changed: 0, unchanged: 0, refused: 0, stops: false });
    expect(await count()).toBe(before);
    const done = await run(asked(csv(good)));
    const { actionId, ...outcome } = done;
    expect(outcome).toEqual(said);
    expect(await count()).toBe(before + 3);
    const [first] = await find('老机械厂');
    expect(first).toMatchObject({
      name: '岚屿一号机械有限公司',
      creditCode: codeA,
      industryCode: 'C3311',
      regionName: '浣峙街道',
      foundedOn: '2010-05-06',
    });
    const page = await at.page(first!.subjectId);
    expect(page.contacts).toMatchObject([{ role: 'legal_representative', nameMasked: '王**' }]);
    expect((await find(codeB))[0]).toMatchObject({ status: 'cancelled', industryCode: 'C1711' });
    expect((await find('铁匠铺'))[0]).toMatchObject({ kind: 'workshop', creditCode: null });
    // Again: nothing is new, nothing changes.
    expect(await dry(asked(csv(good)))).toMatchObject({ added: 0, changed: 0, unchanged: 3, refused: 0 });
    await perform(undoAction, { actionId, reason: '导错文件' }, at.own.asked(at.clerk));
    expect(await count()).toBe(before);
    expect(await find('老机械厂')).toEqual([]);
    await run(asked(csv(good)));
  });

  it('[R81] [R80] [R83] bad rows stop the import, each named by its cell; with 只收合格行 the others enter', async () => {
    const rows: readonly (readonly Cell[])[] = [
      [codeC, '岚屿四号铸造有限公司', '浣峙街道', null, null, null, 'C3391', null, null, null, null],
      ['91320621MA1MXWOY42', '岚屿五号有限公司', '浣峙街道', null, null, null, null, null, null, null, null],
      [codeD, '岚屿六号有限公司', '没有的镇', null, null, null, null, null, null, null, null],
      [null, null, '浣峙街道', null, null, null, null, '有地址没有名称', null, null, null],
      [null, '岚屿七号有限公司', '浣峙街道', null, null, null, 'X99', null, null, null, null],
      ['91410923581749967U', '岚屿八号有限公司', '浣峙街道', null, null, null, null, null, null, null, null],
      ['91410923581749967U', '岚屿九号有限公司', '浣峙街道', null, null, null, null, null, null, null, null],
    ];
    const said = await dry(asked(csv(rows)));
    expect(said).toMatchObject({ added: 1, refused: 6, stops: true });
    const errors = said.findings.filter(({ severity }) => severity === 'error').map(({ code, row, cell }) => [code, row, cell]);
    expect(errors).toEqual(
      expect.arrayContaining([
        ['code_letters_for_digits', 3, 'A3'],
        ['import_region_unknown', 4, 'C4'],
        ['import_name_missing', 5, 'B5'],
        ['import_industry_wrong', 6, 'G6'],
        ['code_twice', 7, 'A7'],
      ]),
    );
    await expect(run(asked(csv(rows)))).rejects.toMatchObject({ code: 'registry.import_stops' });
    const before = await count();
    expect(await run(asked(csv(rows), { goodRowsOnly: true }))).toMatchObject({ added: 1, refused: 6 });
    expect(await count()).toBe(before + 1);
  });

  it('[R83] a town may be named by the code it bears today, not by one it has given up', async () => {
    const { officeId } = at.own.office;
    const [region_id] = at.towns;
    await inScope(at.own.store, wholeOffice(officeId), async (tx) => {
      await insertRegionCode(tx, { office_id: officeId, region_id, code: '320683109', from: '2015-01-01', until: '2020-07-01' });
      await insertRegionCode(tx, { office_id: officeId, region_id, code: '320612109', from: '2020-07-01', until: null });
    });
    const row = (name: string, region: string): Cell[] => [null, name, region, null, null, null, null, null, null, null, null];
    const said = await dry(asked(csv([row('岚屿代码一号有限公司', '320612109'), row('岚屿代码二号有限公司', '320683109')])));
    expect(said).toMatchObject({ added: 1, refused: 1 });
    expect(said.findings.map(({ code, cell }) => [code, cell])).toContainEqual(['import_region_unknown', 'C3']);
  });

  it('[R80] a code that a workbook keeps as a number is refused with its cell', async () => {
    const bytes = await writeWorkbook([
      {
        name: '名单',
        columns: [{ header: '统一社会信用代码' }, { header: '企业名称' }, { header: '镇街' }],
        rows: [[Number('911201127612605019'), '岚屿数字有限公司', '浣峙街道']],
      },
    ]);
    const said = await dry({ ...asked(bytes), name: '名单.xlsx' });
    expect(said).toMatchObject({ added: 0, refused: 1, stops: true });
    expect(said.findings.find(({ severity }) => severity === 'error')).toMatchObject({
      code: 'code_is_number',
      sheet: '名单',
      row: 2,
      cell: 'A2',
    });
  });

  it('[R81] a new name under a known code is a renaming with the old name kept; blank cells change nothing', async () => {
    const said = await dry(asked(csv([[codeA, '岚屿一号智造有限公司', '浣峙', null, null, null, null, null, null, null, null]])));
    expect(said).toMatchObject({ changed: 1, added: 0 });
    expect(said.findings.map(({ code }) => code)).toContain('import_name_differs');
    await run(asked(csv([[codeA, '岚屿一号智造有限公司', '浣峙', null, null, null, null, null, null, null, null]])));
    const [subject] = await find(codeA);
    expect(subject).toMatchObject({ name: '岚屿一号智造有限公司', address: '浣峙路 1 号', industryCode: 'C3311' });
    expect((await at.page(subject!.subjectId)).formerNames.map(({ name }) => name).sort()).toEqual([
      '岚屿一号机械有限公司',
      '岚屿老机械厂',
    ]);
  });

  it('a file or a register that moved since the dry run is refused', async () => {
    const input = asked(csv([[codeA, '岚屿一号智造有限公司', '浣峙', null, null, null, null, '新地址', null, null, null]]));
    const { digest } = await dry(input);
    const other = asked(csv([[codeA, '岚屿一号智造有限公司', '浣峙', null, null, null, null, '别的地址', null, null, null]]));
    await expect(runAs({ ...other, digest })).rejects.toMatchObject({
      code: 'registry.import_changed_since',
    });
    const [subject] = await find(codeA);
    await at.add('industry', { subjectId: subject!.subjectId, code: 'C3599', from: '2025-01-01' });
    await expect(runAs({ ...input, digest })).rejects.toMatchObject({
      code: 'registry.import_changed_since',
    });
    await expect(dry(asked(new TextEncoder().encode('什么也没有')))).rejects.toMatchObject({ code: 'registry.import_empty' });
  });

  it('[ALL-5] what others have built upon since is not taken away: the undo says so and changes nothing', async () => {
    const input = asked(csv([[null, '岚屿撤销机械有限公司', '浣峙', null, null, null, null, null, null, null, null]]));
    const { actionId } = await run(input);
    const [subject] = await find('岚屿撤销');
    const subjectId = subject!.subjectId;
    const enterprise = await at.own.actor('enterprise_user', { subjectIds: [subjectId] });
    await perform(askCorrectionAction, { subjectId, topic: 'land', words: '面积不对' }, at.own.asked(enterprise));
    const before = await count();
    await expect(perform(undoAction, { actionId, reason: '导错了' }, at.own.asked(at.clerk))).rejects.toMatchObject({
      ...{ code: 'registry.undo_used_since', status: 409 },
    });
    expect(await count()).toBe(before);
  });

  it('[TZ-4] an area office imports into its own area only; a code of elsewhere is named before anything is written', async () => {
    const [officer, neighbour] = at.officers;
    const rows: readonly (readonly Cell[])[] = [
      ['91440300708461136T', '岚屿本区有限公司', '浣峙街道', null, null, null, null, null, null, null, null],
      ['11150400011563415C', '岚屿外区有限公司', '溧浦镇', null, null, null, null, null, null, null, null],
    ];
    const said = await dry(asked(csv(rows)), officer);
    expect(said.findings.filter(({ severity }) => severity === 'error').map(({ code, row }) => [code, row])).toEqual([
      ['import_region_outside', 3],
    ]);
    await run(asked(csv(rows), { goodRowsOnly: true }), officer);
    const taken = await dry(
      asked(csv([['91440300708461136T', '岚屿本区有限公司', '溧浦镇', null, null, null, null, null, null, null, null]])),
      neighbour,
    );
    expect(taken.findings.filter(({ severity }) => severity === 'error').map(({ code }) => code)).toEqual([
      'import_taken_elsewhere',
    ]);
  });

  it('[R34] [R37] the export holds the columns asked for, reads back equal, and its texts stay texts', async () => {
    const name = '=HYPERLINK("x")有限公司';
    await at.register(name);
    const answer = await perform(
      exportAction,
      { sort: 'name', columns: ['name', 'creditCode', 'regionName'], format: 'csv' },
      at.own.asked(at.clerk),
    );
    const bytes = answer.content instanceof Uint8Array ? answer.content : new Uint8Array();
    expect(new TextDecoder().decode(bytes)).toContain(`'=HYPERLINK`);
    // The highest class of what is in it, and whose secrets, stand above the table and are no row of it.
    expect(new TextDecoder().decode(bytes)).toContain('数据级别：一般，含个人信息');
    const again = await dry(asked(bytes));
    expect(again).toMatchObject({ rows: await count(), added: 0, changed: 0, unchanged: await count(), refused: 0 });
    const xlsx = await perform(
      exportAction,
      { filter: { q: '岚屿' }, sort: 'code', columns: ['name', 'ownLandSqm'], format: 'xlsx' },
      at.own.asked(at.clerk),
    );
    expect(xlsx.name).toMatch(/\.xlsx$/);
    const { book } = await readBook(xlsx.content instanceof Uint8Array ? xlsx.content : new Uint8Array(), xlsx.name);
    expect(book?.sheets[0]?.rows[1]?.cells[0]).toBe('数据级别：一般，含个人信息、商业秘密');
    const trail = await at.reading(({ tx }) =>
      tx
        .selectFrom('audit_row')
        .select('summary')
        .where('office_id', '=', at.own.office.officeId)
        .where('action', '=', 'registry.export_subjects')
        .execute(),
    );
    expect(trail).toHaveLength(2);
  });

  it('what is said of columns is said for people who have no mapping file', async () => {
    const header = ['企业名称', '企业名称', '企业规模情况', '统一信用代码证', '联络备注', '面积(吨)', '所属乡鎮'];
    const cells = Array.from({ length: 40 }, (_, at) => [`甲${at}`, `乙${at}`, '规上', '', '无', '3', '某镇']);
    const { findings } = await readImportFile({ bytes: writeCsv(header, cells), name: 'a.csv', kind: 'subjects' });
    expect(findings.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['column_not_recognised', 'column_twice_best_taken']),
    );
    for (const { message, remedy } of findings) expect(`${message}${remedy}`).not.toContain('对列表');
  });

  it('a blank table holds columns that are all recognised again, for every kind', async () => {
    for (const kind of importKinds) {
      const { content } = await blankTable(kind);
      const bytes = content instanceof Uint8Array ? content : new Uint8Array();
      const { tables } = await readTables(bytes, '空白.xlsx', { vocabulary: vocabularies[kind] });
      expect(
        tables.flatMap(({ unmatched }) => unmatched),
        kind,
      ).toEqual([]);
      expect(
        tables[0]?.columns.map(({ term }) => term.id),
        kind,
      ).toEqual(vocabularies[kind].map(({ id }) => id));
    }
  });

  it('parcels, leases with head contracts and unknown lessors, meters with shares', async () => {
    const subject = async (name: string) => (await find(name))[0]!.subjectId;
    const parcels = csv(
      [
        [
          codeA,
          '岚屿一号智造有限公司',
          '浣峙街道',
          '339981001GB00001',
          '浙(2018)不动产权第0000001号',
          100,
          '工业用地',
          '20000.5',
          '2018-01-01',
          '已建成',
          '9000',
        ],
      ],
      [
        '权利人证件号',
        '权利人',
        '镇街',
        '宗地号',
        '不动产权证号',
        '共有份额',
        '用途',
        '证载用地面积(平方米)',
        '登记日期',
        '建设状态',
        '厂房建筑面积(平方米)',
      ],
    );
    expect(await run(asked(parcels, { kind: 'parcels' }))).toMatchObject({ added: 1 });
    const leaseHeader = [
      '承租方信用代码',
      '承租方',
      '出租方',
      '合同编号',
      '上级合同编号',
      '宗地号',
      '租赁建筑面积(平方米)',
      '分摊用地面积(平方米)',
      '租赁起',
      '租赁止',
    ];
    const leases = csv(
      [
        [
          codeC,
          '岚屿四号铸造有限公司',
          '岚屿一号智造有限公司',
          'Z-1',
          null,
          '339981001GB00001',
          3000,
          2000,
          '2023-01-01',
          '2025-12-31',
        ],
        [null, '岚屿三号铁匠铺', '岚屿四号铸造有限公司', 'Z-2', 'Z-1', '339981001GB00001', 500, 300, '2023-06-01', '2025-12-31'],
        [null, '岚屿三号铁匠铺', '浣峙村股份经济合作社', 'Z-3', null, null, 100, 120, '2023-06-01', null],
        [null, '没有这一户', '某人', 'Z-4', null, null, 100, 120, '2023-06-01', null],
      ],
      leaseHeader,
    );
    const said = await run(asked(leases, { kind: 'leases', goodRowsOnly: true }));
    expect(said).toMatchObject({ added: 3, refused: 1 });
    const smith = await at.page(await subject('铁匠铺'));
    expect(
      smith.occupancies.map(({ kind, lessorKind, counterpart, until }) => [kind, lessorKind, counterpart, until]).sort(),
    ).toEqual([
      ['collective', 'village_factory', '浣峙村股份经济合作社', null],
      ['in', 'company', '岚屿四号铸造有限公司', '2026-01-01'],
    ]);
    const foundry = await at.page(await subject('四号铸造'));
    expect(foundry.occupancies.map(({ kind }) => kind).sort()).toEqual(['in', 'out']);
    expect(smith.occupancies.find(({ kind }) => kind === 'in')?.parentLeaseId).toBe(
      foundry.occupancies.find(({ kind }) => kind === 'in')?.leaseId,
    );
    expect(await dry(asked(leases, { kind: 'leases', goodRowsOnly: true }))).toMatchObject({
      added: 0,
      unchanged: 3,
      refused: 1,
    });
    expect(
      await run(
        asked(csv([[codeA, '岚屿一号智造有限公司', '7001', '交流10kV']], ['统一社会信用代码', '户名', '户号', '电压等级']), {
          kind: 'meters',
        }),
      ),
    ).toMatchObject({ added: 1 });
    const shares = csv(
      [
        [codeC, '岚屿四号铸造有限公司', '7001', '30%', '2023-01-01'],
        [null, '岚屿三号铁匠铺', '7001', '80%', '2023-01-01'],
      ],
      ['实际用电方信用代码', '实际用电方', '户号', '分摊比例(%)', '起始日期'],
    );
    const split = await dry(asked(shares, { kind: 'meters' }));
    expect(split).toMatchObject({ added: 1, refused: 1 });
    expect(split.findings.map(({ code }) => code)).toContain('import_share_over');
  });
});
