/**
 * 演示区 — the invented district as plain files and places for `buildDemonstration` of the server. The seed knows nothing of the server,
 * the server nothing of the seed: this is the only place where they meet.
 */
import { deliver, makeDistrict } from './seed/index.js';

const files = [
  ['subjects', '市场监管局/工业企业登记信息.xlsx'],
  ['parcels', '自然资源局/工业用地不动产登记台账.xlsx'],
  ['leases', '园区办/工业厂房租赁台账.xlsx'],
  ['meters', '供电公司/2024年工业用户用电量.csv'],
  ['meters', '供电公司/转供电分摊登记.xlsx'],
  ['titles', '科技局/企业称号名录.xlsx'],
] as const;

/** Fits `DemonstrationDistrict` of apps/server/src/demonstration. */
export async function demoDistrict({ seed, size }: { readonly seed: number; readonly size: number }) {
  const truth = makeDistrict({ seed, size });
  const { district, blocks } = truth;
  const wanted: ReadonlySet<string> = new Set(files.map(([, path]) => path));
  const { files: delivered } = await deliver(truth, { dirt: 'none', only: (path) => wanted.has(path) });
  const years = [2022, 2023, 2024] as const;
  const scaleLines = blocks.flatMap(({ enterprises }) =>
    enterprises.flatMap((one) =>
      years.flatMap((year) =>
        one.foundedOn <= `${year}-12-31` && (one.cancelledOn === undefined || one.cancelledOn >= `${year}-01-01`)
          ? [`${year},${one.code},${one.name},${one.scaleOf[year]}`]
          : [],
      ),
    ),
  );
  const scales = new TextEncoder().encode(`\ufeff年度,统一社会信用代码,企业名称,规模\r\n${scaleLines.join('\r\n')}\r\n`);
  return {
    ...{ name: district.name, code: district.code, years: [...years] },
    towns: district.towns.map(({ name, code, villages }) => ({
      kind: 'town' as const,
      name,
      code,
      villages: villages.map((one) => ({ name: one.name, code: one.code })),
    })),
    parks: district.parks.map(({ name, kind }) => ({ name, small: kind === '小微企业园', town: townOf(district, name) })),
    files: [
      ...files.flatMap(([kind, path]) =>
        delivered.filter((file) => file.path === path).map(({ bytes }) => ({ kind, name: path, bytes })),
      ),
      { kind: 'scales' as const, name: '统计局/规上规下名单.csv', bytes: scales },
    ],
  };
}

const townOf = (district: ReturnType<typeof makeDistrict>['district'], park: string): string =>
  (district.towns.find(({ parks }) => parks.some(({ name }) => name === park)) ?? district.towns[0]!).name;
