/** 单位选项 — of the office, for leads, duties and supporters; those that are closed keep their names but are not offered. */
import { useMemo } from 'react';
import { today } from '../../api/clock.js';
import { useOrganisations } from '../people/organisations.js';

export interface OrganisationChoices {
  readonly options: { value: string; label: string }[];
  readonly names: ReadonlyMap<string, string>;
}

export function useOrganisationChoices(): OrganisationChoices {
  const all = useOrganisations();
  return useMemo(() => {
    const open = all.filter((one) => one.closedOn === null || one.closedOn > today());
    return {
      options: open.map((one) => ({ value: one.organisationId, label: one.name })),
      names: new Map(all.map((one) => [one.organisationId, one.name])),
    };
  }, [all]);
}
