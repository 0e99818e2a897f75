/** Small builders of typed nodes, so that flags and dates always carry the pure unit. */
import { pureUnit, type Unit } from '@muheng/quantity';
import type { Operation } from '../functions.js';
import type { CallNode, ConstantNode, TypedNode } from '../tree.js';

export const number = (value: number, unit: Unit = pureUnit): ConstantNode => ({ kind: 'constant', value, type: 'number', unit });
export const date = (day: number): ConstantNode => ({ kind: 'constant', value: day, type: 'date', unit: pureUnit });
export const flag = (value: boolean): ConstantNode => ({ kind: 'constant', value: value ? 1 : 0, type: 'flag', unit: pureUnit });

export const flagCall = (op: Operation, args: readonly TypedNode[]): CallNode => ({
  kind: 'call',
  op,
  args,
  type: 'flag',
  unit: pureUnit,
});
export const numberCall = (op: Operation, args: readonly TypedNode[], unit: Unit): CallNode => ({
  kind: 'call',
  op,
  args,
  type: 'number',
  unit,
});
export const sameCall = (op: Operation, args: readonly TypedNode[], like: TypedNode): CallNode => ({
  ...{ kind: 'call', op, args, type: like.type, unit: like.unit },
});
