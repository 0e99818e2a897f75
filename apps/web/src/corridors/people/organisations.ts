/** 单位 — of the office, read once for pickers and lists. */
import { useQuery } from '@tanstack/react-query';
import { ask, type Item } from '../../api/ask.js';
import { useMay } from '../../office/session.js';

export type Organisation = Item<'listOrganisations'>;

export function useOrganisations(): readonly Organisation[] {
  const reads = useMay('people.read');
  return (
    useQuery({
      queryKey: ['people', 'organisations'],
      queryFn: () => ask('listOrganisations', {}),
      enabled: reads,
      staleTime: 60_000,
    }).data?.items ?? []
  );
}
