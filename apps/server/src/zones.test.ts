/** 时区 — the same work in processes of three time zones: the same days, the same deadlines, the same hashes. */
import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';

const zones = ['UTC', 'Asia/Shanghai', 'America/Los_Angeles'];
const days = ['1900-01-01', '1986-05-04', '1988-07-01', '1991-09-14', '2024-02-29'];
const told = z.object({
  ...{ zone: z.string(), hash: z.string() },
  out: z.object({
    ...{ stored: z.array(z.tuple([z.string(), z.string(), z.string()])), shown: z.array(z.string()) },
    ...{
      csv: z.unknown(),
      xlsx: z.unknown(),
      today: z.array(z.string()),
      deadlines: z.array(z.unknown()),
      bundle: z.array(z.unknown()),
    },
  }),
});
type Told = z.infer<typeof told>;

let all: readonly Told[];
beforeAll(async () => {
  const loader = createRequire(import.meta.url).resolve('tsx/esm');
  const script = fileURLToPath(new URL('./fixtures/inZone.ts', import.meta.url));
  const run = async (zone: string): Promise<Told> => {
    const done = await promisify(execFile)(process.execPath, ['--import', `file://${loader}`, script], {
      ...{ env: { ...process.env, TZ: zone }, maxBuffer: 1 << 26 },
    });
    return told.parse(JSON.parse(done.stdout.trim().split('\n').at(-1) ?? ''));
  };
  const found: Told[] = [];
  for (const zone of zones) found.push(await run(zone));
  all = found;
}, 300_000);

describe('three time zones', () => {
  it('[R66, R67] each process lived in its own, and all came to one hash', () => {
    expect(all.map(({ zone }) => zone)).toEqual(zones);
    expect(new Set(all.map(({ hash }) => hash)).size).toBe(1);
  });

  it('[R66] 1900-01-01, 1988-07-01 and the days of summer time come out as they went in: by form, CSV and workbook; by page, CSV, workbook and database', () => {
    for (const { out } of all) {
      const names = ['填表', '文本', '表格'].flatMap((way) => days.map((day) => [`${way}${day}有限公司`, day, day]));
      expect([...out.stored].sort()).toEqual(names.sort());
      expect(out.shown).toEqual(out.stored.map(([, day]) => day));
      for (const file of [out.csv, out.xlsx])
        for (const day of days) expect(JSON.stringify(file).split(`"${day}"`)).toHaveLength(4);
    }
  });

  it('[R67] the last millisecond before midnight in Beijing is in time, the first after the holiday is a working day late', () => {
    for (const { out } of all) {
      expect(out.today).toEqual(['2025-04-30', '2025-05-01', '1988-07-01']);
      expect(out.deadlines).toEqual(['2025-04-30T16:00:00.000Z', '2025-04-30', 1, 0, 1]);
      expect(out.bundle[0]).toBe(true);
    }
  });
});
