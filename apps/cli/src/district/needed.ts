/** 用得到的数据项 — facts of which a run makes something: a cell of any other that cannot be read is asked about and rejects no row. */
import { factsOfJoining } from '@muheng/district';
import { type SideTableId, sideTableIds } from '@muheng/engine';
import { formulasOf, type Scheme } from '@muheng/scheme';

/** What rules read, what stands in for it, and what the joining makes it of. */
export function factsNeeded(scheme: Scheme, standIns: ReadonlyMap<string, string>): ReadonlySet<string> {
  const used = new Set([...scheme.facts.values()].flatMap((fact) => (fact.used ? [fact.id] : [])));
  const tables = tablesAsked(scheme);
  return new Set([
    ...used,
    ...[...standIns].flatMap(([wanted, given]) => (used.has(wanted) ? [given] : [])),
    ...factsOfJoining.register,
    ...(tables.has('occupancy') || landMade.some((id) => used.has(id)) ? factsOfJoining.land : []),
    ...(tables.has('meters') ? factsOfJoining.power : []),
  ]);
}

/** Facts that come out of the ledgers of land. */
const landMade = ['land_used', 'own_land', 'leased_in_land', 'leased_out_land', 'plot_ratio'] as const;

/** Side tables that formulas count or add up. */
function tablesAsked(scheme: Scheme): ReadonlySet<SideTableId> {
  const formulas = [
    ...formulasOf(scheme).map(({ formula }) => formula),
    ...[...scheme.facts.values()].flatMap(({ formula }) => formula ?? []),
  ];
  const asked = new Set<string>(formulas.flatMap(({ aggregates }) => aggregates.map(({ table }) => table)));
  return new Set(sideTableIds.filter((id) => asked.has(id)));
}
