/** The joining of department files against the truth of the district they were drawn from: clean files exactly, dirty files by the key. */
import { describe, expect, it } from 'vitest';
import { catalogueFacts, type JoinedDelivery, joinedDelivery, truthRecords } from './districtFiles.js';
import { emptyJoining, scoreJoining } from './joiningScore.js';

const deep = process.env.MUHENG_TIER === 'deep';
const cleanRuns = deep
  ? [
      { seed: 31, size: 1_200 },
      { seed: 32, size: 1_200 },
    ]
  : [{ seed: 31, size: 300 }];

const bare = (header: string): string => header.replace(/\(.*\)$/, '');

/** Facts of the truth that a department delivers for this subject: patents of small enterprises are in nobody's file. */
const isDelivered = (fact: string, scale: string | undefined): boolean => fact !== '有效发明专利数' || scale === '规上';

interface Tally {
  compared: number;
  absent: number;
  readonly wrong: string[];
}

function compareFacts({ truth, district }: JoinedDelivery): Tally {
  const tally: Tally = { compared: 0, absent: 0, wrong: [] };
  const ids = new Map(catalogueFacts().map(({ term, id }) => [term, id]));
  for (const record of truthRecords(truth, 'facts')) {
    const subject = district.register.byCode.get(record.id ?? '') ?? -1;
    const year = Number(record.年度);
    for (const [header, wanted] of Object.entries(record)) {
      const term = bare(header);
      const id = ids.get(term);
      if (id === undefined || id === 'enterprise_name' || !isDelivered(term, record.规模)) continue;
      const got = district.store.get(id, year, subject)?.value;
      if (sameValue(wanted, got, term.endsWith('用地') || term === '用地面积' ? hundredth : 0)) tally.compared++;
      else tally.wrong.push(`${record.id} ${year} ${term}: ${wanted} ≠ ${got}`);
      if (wanted === '' || wanted === '/' || wanted === '未报') tally.absent++;
    }
  }
  return tally;
}

/** ㎡: the seed rounds the last place in binary, where the twelfths of an area end in a five. */
const hundredth = 0.010001;

function sameValue(wanted: string, got: unknown, within: number): boolean {
  if (wanted === '' || wanted === '/' || wanted === '未报')
    return got === undefined || got === '缺' || got === '未报' || got === '不适用';
  return typeof got === 'number' ? Math.abs(got - Number(wanted)) <= within + 1e-9 * Math.abs(got) : String(got) === wanted;
}

describe.each(cleanRuns)('clean department files of seed $seed, $size enterprises', async ({ seed, size }) => {
  const delivery = await joinedDelivery({ seed, size, dirt: 'none' });
  const { district, truth } = delivery;
  const code = (at: number): string => district.register.subjects[at]?.code ?? '';

  it('[ALL-5] give every fact of every year exactly, none too many and none too few', () => {
    const { compared, absent, wrong } = compareFacts(delivery);
    console.log(`joining clean: seed ${seed}, ${compared} values compared, ${absent} of them absent, ${wrong.length} wrong`);
    expect(wrong.slice(0, 20)).toEqual([]);
    expect(compared).toBeGreaterThan(size * 3 * 30);
    const years = truthRecords(truth, 'facts').map((record) => `${record.id} ${record.年度}`);
    const given = district.years.flatMap((year) =>
      district.register.subjects.flatMap((subject, at) =>
        district.store.get('town', year, at) === undefined ? [] : [`${subject.code} ${year}`],
      ),
    );
    expect(given.sort()).toEqual([...years].sort());
  });

  it('[ALL-5] give occupancy, meters, titles and events row by row', () => {
    const number = (value: number): string => (Number.isNaN(value) ? '' : String(Number(value.toFixed(2))));
    const occupancy = district.land.occupancy.map((one) =>
      [code(one.subject), one.parcel, one.kind, one.counterpart, number(one.area), number(one.floor), one.from, one.to].join(','),
    );
    expect(occupancy.sort()).toEqual(
      truthRecords(truth, 'occupancy')
        .map((row) =>
          Object.values({ ...row, area: '' })
            .slice(0, 8)
            .join(','),
        )
        .sort(),
    );
    const words = { 自有: '自有', 转供: '转供出', 受电: '转供入' };
    const meters = district.power.meters.map((one) =>
      [code(one.subject), one.year, one.meter, one.kind, one.power, number(one.share), code(one.counterpart)].join(','),
    );
    const stood = truthRecords(truth, 'meters').filter((row) => row['表计电量(kWh)'] !== '0');
    expect(meters.sort()).toEqual(
      stood.map((row) => Object.values({ ...row, 用电方式: words[row.用电方式 as keyof typeof words] }).join(',')).sort(),
    );
    for (const [kind, columns] of [
      ['titles', ['title_name', 'title_level', 'valid_from', 'valid_to']],
      ['events', ['event_kind', 'event_level', 'event_date']],
    ] as const) {
      const rows = district.ledgers
        .filter(({ joined }) => joined.view.kind === kind)
        .flatMap(({ joined, rows }) =>
          rows.map((row) => [code(joined.subject[row]!), ...columns.map((id) => joined.view.text(row, id))].join(',')),
        );
      expect(rows.sort()).toEqual(
        truthRecords(truth, kind)
          .map((row) => Object.values(row).join(','))
          .sort(),
      );
      expect(rows.length).toBeGreaterThan(10);
    }
  });

  it('[ALL-5] raise no error and no question about whose a row is', () => {
    const codes = new Set(district.findings.map((finding) => finding.code));
    expect(district.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    for (const never of [
      'joined_by_name',
      'name_differs',
      'row_unknown',
      'register_only',
      'fact_conflict',
      'incomplete_land',
      'incomplete_power',
    ])
      expect([...codes]).not.toContain(never);
  });
});

const dirtySeeds = deep ? [41, 42, 43, 44, 45, 46] : [41, 42];
const dirtySize = deep ? 1_200 : 300;

describe('dirty department files', async () => {
  const score = emptyJoining();
  for (const seed of dirtySeeds) scoreJoining(await joinedDelivery({ seed, size: dirtySize, dirt: 'real' }), score);
  const lines = [...score.seen].sort().map(([kind, tally]) => `  ${kind.padEnd(24)} ${JSON.stringify(tally)}`);
  console.log(
    [
      `joining dirty: seeds ${dirtySeeds.join(' ')}, ${dirtySize} enterprises each; ${score.rowsTaken} clean rows taken, ${score.rowsDropped.length} dropped, ${score.wronglyJoined.length} given to another; ${score.valuesRight} values right, ${score.valuesTold} differ and are told, ${score.valuesSilent.length} differ silently`,
      ...lines,
    ].join('\n'),
  );

  it('[ALL-5] [R81] [R94] find or tolerate every piece of dirt that only the register shows', () => {
    expect(score.misses.slice(0, 20)).toEqual([]);
    for (const kind of [
      'code_former',
      'name_former',
      'name_typo',
      'name_traditional',
      'town_short',
      'row_missing',
      'row_other_district',
      'row_cancelled',
    ])
      expect(score.seen.get(kind)?.met ?? 0, kind).toBeGreaterThan(0);
  });

  it('[ALL-5] [R80] join a row with a broken code by its exact name, with a finding, or leave it and say so', () => {
    expect(score.wronglyJoined).toEqual([]);
    expect(score.joinedByName).toBeGreaterThan(20);
  });

  it('[ALL-5] drop no clean row of a known enterprise', () => {
    expect(score.rowsDropped.slice(0, 20)).toEqual([]);
    expect(score.rowsTaken).toBeGreaterThan(dirtySeeds.length * dirtySize * 10);
  });

  it('[ALL-5] let no value in that is not the true one without a word about it', () => {
    expect(score.valuesSilent.slice(0, 20)).toEqual([]);
    expect(score.valuesRight).toBeGreaterThan(dirtySeeds.length * dirtySize * 60);
  });
});
