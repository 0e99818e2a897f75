/** 本单位设置 — names and the work by the system administrator, sign-in and sessions by the security administrator. @source trust R2, R6 */
import type { z } from 'zod';
import type { Action, Step } from '../../../forms/action.js';
import { refuseForm } from '../../../forms/texts.zh.js';
import { keepBefore } from '../../audit/history.js';
import {
  editOffice as nameContract,
  renameOffice as renameContract,
  editSecurity as securityContract,
  editWorkSettings as workContract,
} from '../contract/places.js';
import { type OfficeChange, readOffice, renameInDirectory, updateOffice } from '../queries/office.js';
import { refusePeople } from '../texts.zh.js';
import { only } from './regions.js';

export const editOffice: Action<z.infer<typeof nameContract.body>, { version: number }> = {
  ...{ name: 'people.edit_office', title: '修改工作名称和简称', may: 'office.administer', input: nameContract.body },
  run: (step, { workName, shortName, version }) => {
    const names = only({ work_name: workName, short_name: shortName });
    return change(step, version, { set: () => names, told: names, summary: '修改工作名称、简称' });
  },
};

export const renameOffice: Action<z.infer<typeof renameContract.body>, { version: number }> = {
  ...{ name: 'people.rename_office', title: '变更单位全称', may: 'office.administer', strong: true, input: renameContract.body },
  async run(step, { name, basis, version }) {
    const before = await readOffice(step.tx, step.actor.officeId);
    if (before.name === name) throw refusePeople('name_unchanged', { name });
    const told = { before: before.name, name };
    const done = await change(step, version, {
      set: () => ({ name }),
      told,
      summary: `单位全称由“${before.name}”变更为“${name}”`,
    });
    await renameInDirectory(step.tx, step.actor.officeId, name);
    return { ...done, reason: basis };
  },
};

export const editWorkSettings: Action<z.infer<typeof workContract.body>, { version: number }> = {
  ...{ name: 'people.edit_settings', title: '修改业务设置', may: 'office.administer', input: workContract.body },
  run: (step, { version, ...wanted }) => {
    const set = ({ settings }: Office): OfficeChange => {
      const next = { ...settings, ...only(wanted) };
      if (next.personQuotaMegabytes > next.officeQuotaMegabytes) throw refusePeople('quota_reversed');
      return { settings: next };
    };
    return change(step, version, { set, told: wanted, summary: '修改业务设置' });
  },
};

export const editSecurity: Action<z.infer<typeof securityContract.body>, { version: number }> = {
  ...{ name: 'people.edit_security', title: '修改安全设置', may: 'office.secure', strong: true, input: securityContract.body },
  run: (step, { version, ...wanted }) =>
    change(step, version, {
      ...{ told: wanted, summary: '修改安全设置' },
      set: ({ settings }) => ({ settings: { ...settings, ...only(wanted) } }),
    }),
};

type Office = Awaited<ReturnType<typeof readOffice>>;

interface Change {
  readonly told: unknown;
  readonly summary: string;
  set(office: Office): OfficeChange;
}

async function change(step: Step, version: number, { set, told, summary }: Change) {
  const { tx, actor } = step;
  const { officeId } = actor;
  const office = await readOffice(tx, officeId);
  if (office.version !== version) throw refuseForm('version_differs', {}, { yours: version, theirs: office.version });
  await keepBefore(step, { kind: 'office', id: officeId }, { ...office });
  const changed = await updateOffice(tx, officeId, version, set(office));
  if (changed === undefined) throw refuseForm('version_differs', {}, { yours: version });
  return {
    output: { version: changed.version },
    object: { kind: 'office', id: officeId },
    summary,
    change: told,
  };
}
