/**
 * The other side of the bench: the method of scheme.ts as one DuckDB query over a table in its own memory, in the fastest form we
 * found, written to a temporary table. What makes it give the same grades is said beside each step.
 */
import { BOOLEAN, DOUBLE, type DuckDBConnection, DuckDBDataChunk, DuckDBInstance, INTEGER, VARCHAR } from '@duckdb/node-api';
import type { Dataset } from '@muheng/engine';

const numbers = [
  ...['tax_evaluated', 'land_used', 'value_added', 'energy_equivalent', 'pollutants', 'employees'],
  ...['research_spending', 'main_revenue', 'power_used', 'fixed_investment'],
];
const flags = ['under_construction', 'seriously_dishonest', 'grave_land_violation'];

/** Cut as ours: 20%, 45% and 30% of all graded of the group, each rounded half up, in whole numbers: never n × 0.2 in doubles. */
const places = (percent: number): string => `((members * ${percent * 2} + 100) // 200)`;
const classAt = (position: string): string =>
  `1 + (${position} > ${places(20)})::INTEGER + (${position} > ${places(20)} + ${places(45)})::INTEGER
     + (${position} > ${places(20)} + ${places(45)} + ${places(30)})::INTEGER`;
/** Ratio × weight, nothing below zero; CASE and not greatest(), which skips NULL: an absent value must stay absent. */
const points = (value: string, { benchmark, weight }: { benchmark: number; weight: number }): string =>
  `CASE WHEN ${value} / ${benchmark} * ${weight} < 0 THEN 0 ELSE ${value} / ${benchmark} * ${weight} END`;

/**
 * 15 significant digits decide a tie, as in Excel: away from ties (by far more than the error of a product) round() gives the same
 * whole number; the few others are written out with 15 digits and rounded as decimals.
 */
const whole = (
  total: string,
): string => `CASE WHEN abs(abs(${total} * 1e4) - floor(abs(${total} * 1e4)) - 0.5) > 1e-14 * abs(${total} * 1e4)
      THEN round(${total} * 1e4) ELSE round(CAST(printf('%.14e', ${total}) AS DECIMAL(30, 14)) * 10000, 0)::DOUBLE END::BIGINT`;

export const query = `
CREATE OR REPLACE TEMP TABLE graded AS
WITH scored AS (
  -- A value divides two facts: NULL when one is absent, NULL and not infinite when it divides by zero. Land must be positive,
  -- the other facts must not be negative; what is outside counts as absent.
  SELECT row, scale, tax_evaluated, fixed_investment, under_construction, seriously_dishonest, grave_land_violation,
    nullif(CASE WHEN land_used > 0 THEN land_used END, 0) AS land,
    CASE WHEN scale = '规上' THEN ${points('value_added / nullif(CASE WHEN pollutants >= 0 THEN pollutants END, 0)', { benchmark: 4929.81, weight: 10 })} END AS emission,
    CASE WHEN scale = '规上' THEN
      ${points('tax_evaluated / land', { benchmark: 24.097, weight: 30 })}
      + ${points('value_added / land', { benchmark: 136.16, weight: 20 })}
      + ${points('value_added / nullif(CASE WHEN energy_equivalent >= 0 THEN energy_equivalent END, 0)', { benchmark: 2.694, weight: 20 })}
    ELSE
      ${points('tax_evaluated / land', { benchmark: 11.5932, weight: 50 })}
      + ${points('tax_evaluated / nullif(CASE WHEN power_used >= 0 THEN power_used END, 0)', { benchmark: 0.2352, weight: 50 })}
    END AS first_points,
    CASE WHEN scale = '规上' THEN ${points('value_added / nullif(CASE WHEN employees >= 0 THEN employees END, 0)', { benchmark: 18.14, weight: 10 })} END AS labour,
    CASE WHEN scale = '规上' THEN ${points('CASE WHEN research_spending >= 0 THEN research_spending END / nullif(CASE WHEN main_revenue >= 0 THEN main_revenue END, 0)', { benchmark: 0.0302, weight: 10 })} END AS research
  FROM facts
), mean AS (
  -- Mean of the plain scores of all in the group, also of those whose other data are absent; compensated, so the order of rows
  -- changes it by less than the rounding can see.
  SELECT favg(emission) AS emission FROM scored
), totals AS (
  SELECT row, scale, tax_evaluated, seriously_dishonest, grave_land_violation,
    under_construction AND fixed_investment >= 10000 AS fixed,
    CASE WHEN scale = '规上' THEN first_points + coalesce(scored.emission, mean.emission) + labour + research ELSE first_points END AS total
  FROM scored, mean
), line AS (
  -- One sort of all graded; what follows streams through it (a window with ORDER BY, or one for each count, took longer).
  -- Taxes are delivered with two decimals: those equal within 1e-12 are equal.
  SELECT *, row_number() OVER () AS place, sum(fixed::INTEGER) OVER (ROWS UNBOUNDED PRECEDING)::INTEGER - fixed::INTEGER AS fixed_before,
    lag(number) OVER () IS DISTINCT FROM number OR lag(tax_evaluated) OVER () IS DISTINCT FROM tax_evaluated
      OR lag(scale) OVER () IS DISTINCT FROM scale AS opens
  FROM (
    SELECT row, scale, tax_evaluated, seriously_dishonest, grave_land_violation, fixed, ${whole('total')} AS number
    FROM totals WHERE total IS NOT NULL ORDER BY scale, number DESC, tax_evaluated DESC
  )
), pools AS (
  SELECT scale, min(place) - 1 AS start, count(*) AS members, min(fixed_before) AS fixed_start FROM line GROUP BY scale
), ranked AS (
  SELECT *, max(CASE WHEN opens THEN place END) OVER (ROWS UNBOUNDED PRECEDING) AS rank_all,
     max(CASE WHEN opens THEN place - fixed_before END) OVER (ROWS UNBOUNDED PRECEDING) AS line_all FROM line
), lined AS (
  -- Equal in all keys, equal rank: with the lowest rank a block across a line gets the better grade as a whole. Grades 1 … 4.
  -- Those a rule has fixed off the quota stand in no line.
  SELECT *, rank_all - start AS rank, line_all - start + fixed_start AS line FROM ranked JOIN pools USING (scale)
), cut AS (
  SELECT *, ${classAt('rank')} AS computed, CASE WHEN fixed THEN 1 ELSE ${classAt('line')} END AS by_line FROM lined
), barred AS (
  -- 严重失信: not A, not B: the nearest grade left is C; who is fixed stays.
  SELECT *, CASE WHEN seriously_dishonest AND NOT fixed AND by_line < 3 THEN 3 ELSE by_line END AS before FROM cut
)
-- 土地严重违法: one grade down after the cut, D stays.
SELECT row, number / 1e4 AS total, rank, computed, CASE WHEN grave_land_violation AND before < 4 THEN before + 1 ELSE before END AS grade
FROM barred
UNION ALL SELECT row, NULL, NULL, NULL, NULL FROM totals WHERE total IS NULL`;

export interface Sql {
  /** On all of its threads, or on so many. */
  run(threads?: number): Promise<void>;
  /** Totals, ranks and grades by row: 0 where none, NaN for no total. */
  answer(rows: number): Promise<{ total: Float64Array; rank: Float64Array; computed: Int16Array; grade: Int16Array }>;
  readonly threads: number;
  close(): void;
}

export async function openSql(dataset: Dataset): Promise<Sql> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  await load(connection, dataset);
  const setting = await connection.runAndReadAll(`SELECT current_setting('threads')`);
  const all = Number(setting.getRows()[0]?.[0]);
  return {
    threads: all,
    run: async (threads = all) => {
      await connection.run(`SET threads = ${threads}`);
      await connection.run(query);
    },
    answer: (rows) => answerOf(connection, rows),
    close: () => connection.closeSync(),
  };
}

async function load(connection: DuckDBConnection, dataset: Dataset): Promise<void> {
  const year = dataset.facts.get(dataset.year);
  if (year === undefined) throw new Error('no facts');
  const columns = [...numbers, ...flags, 'scale'].map((id) => {
    const column = year.get(id);
    if (column === undefined) throw new Error(`no ${id}`);
    return { id, ...column };
  });
  const typeOf = (id: string) => (id === 'scale' ? VARCHAR : flags.includes(id) ? BOOLEAN : DOUBLE);
  const types = [INTEGER, ...columns.map(({ id }) => typeOf(id))];
  await connection.run(`CREATE TABLE facts (row INTEGER, ${columns.map(({ id }) => `${id} ${typeOf(id)}`).join(', ')})`);
  const appender = await connection.createAppender('facts');
  const size = 2048;
  for (let start = 0; start < dataset.subjects.length; start += size) {
    const rows = Array.from({ length: Math.min(size, dataset.subjects.length - start) }, (_, at) => start + at);
    const cells = columns.map(({ id, values, absence }) =>
      rows.map((row) =>
        absence[row] !== 0
          ? null
          : id === 'scale'
            ? dataset.dictionary[values[row]!]!
            : flags.includes(id)
              ? values[row] === 1
              : values[row]!,
      ),
    );
    const chunk = DuckDBDataChunk.create(types, rows.length);
    chunk.setColumns([rows, ...cells]);
    appender.appendDataChunk(chunk);
  }
  appender.closeSync();
}

async function answerOf(connection: DuckDBConnection, rows: number) {
  const found = {
    total: new Float64Array(rows).fill(Number.NaN),
    rank: new Float64Array(rows),
    computed: new Int16Array(rows).fill(-1),
    grade: new Int16Array(rows).fill(-1),
  };
  const result = await connection.stream('SELECT row, total, rank::INTEGER, computed, grade FROM graded');
  for (;;) {
    const chunk = await result.fetchChunk();
    if (chunk === null || chunk.rowCount === 0) return found;
    for (const [row, total, rank, computed, grade] of chunk.getRows()) {
      if (typeof row !== 'number' || typeof total !== 'number') continue;
      found.total[row] = total;
      found.rank[row] = Number(rank);
      found.computed[row] = Number(computed) - 1;
      found.grade[row] = Number(grade) - 1;
    }
  }
}
