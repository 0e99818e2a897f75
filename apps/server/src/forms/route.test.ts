/** A bound route lists what the form of its action may refuse, so that no contract forgets it. */
import { expect, it } from 'vitest';
import { z } from 'zod';
import type { Action } from './action.js';
import { acts, route } from './route.js';

const to = route({
  ...{ method: 'POST', path: '/test', operation: 'test', summary: '试', may: 'signed_in', answer: z.strictObject({}) },
  refusals: ['test.own', 'door.proof_needed'],
});
const action: Action<object, Record<string, never>> = {
  ...{ name: 'test.act', title: '试', may: 'signed_in', input: z.strictObject({}) },
  run: async () => ({ output: {}, object: { kind: 'test', id: '1' }, summary: '', change: {} }),
};
const listed = (more: object) => acts(to, { ...action, ...more }, () => ({})).route.refusals;

it('[R10] a strong action lists second factor and proof, once each; one that adds data lists the full disk', () => {
  expect(listed({ strong: true })).toEqual(['test.own', 'door.proof_needed', 'door.second_factor_needed', 'door.disk_full']);
  expect(listed({})).toEqual(['test.own', 'door.proof_needed', 'door.disk_full']);
  expect(listed({ evenWhenFull: true })).toEqual(['test.own', 'door.proof_needed']);
  expect(() => acts(to, { ...action, may: 'registry.edit' }, () => ({}))).toThrow('differ in who may');
});
