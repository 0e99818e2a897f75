/** 区域 — the office's region tree, read once; each with its path from the top for pickers. */
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { ask, type Item } from '../../api/ask.js';

type Region = Item<'listRegions'>;
export interface PlacedRegion {
  readonly regionId: string;
  readonly name: string;
  /** 某区 / 某镇 */
  readonly path: string;
}

export function useRegions(): readonly PlacedRegion[] {
  const regions = useQuery({ queryKey: ['regions'], queryFn: () => ask('listRegions', {}), staleTime: 600_000 });
  return useMemo(() => placed(regions.data?.items ?? []), [regions.data]);
}

/** Top down, brothers in their order; the root's own name is left out of the paths below it. */
export function placed(regions: readonly Pick<Region, 'regionId' | 'parentId' | 'name' | 'sort'>[]): PlacedRegion[] {
  const known = new Set(regions.map((region) => region.regionId));
  const below = (parent: string | null, path: string): PlacedRegion[] =>
    regions
      .filter((region) =>
        parent === null ? region.parentId === null || !known.has(region.parentId) : region.parentId === parent,
      )
      .sort((a, b) => a.sort - b.sort || (a.name < b.name ? -1 : 1))
      .flatMap(({ regionId, name }) => {
        const own = path === '' ? name : `${path} / ${name}`;
        return [{ regionId, name, path: own }, ...below(regionId, parent === null ? '' : own)];
      });
  return below(null, '');
}

export const regionChoices = (regions: readonly PlacedRegion[]): { value: string; label: string }[] =>
  regions.map(({ regionId, path }) => ({ value: regionId, label: path }));
