/** 单位核对 — one dimension for what is added, compared or chosen from; exact ratios; no number without its unit. */
import {
  conversion,
  convertible,
  dimensionless,
  divideUnits,
  multiplyUnits,
  pureUnit,
  sameDimension,
  type Unit,
} from '@muheng/quantity';
import { shownNumber } from '../print.js';
import { doingInWords, unitShown } from '../texts.zh.js';
import type { ConstantNode, TypedNode } from '../tree.js';
import type { Checking } from './context.js';

export type Doing = keyof typeof doingInWords;

const sameFactor = (a: Unit, b: Unit): boolean => a.factor.over === b.factor.over && a.factor.under === b.factor.under;

/** 纯数化 — 5% becomes 0.05: what × and ÷ and the logarithms work on. */
export function plainNumber(node: TypedNode): TypedNode {
  if (node.type !== 'number' || !dimensionless(node.unit)) return node;
  return converted(node, pureUnit);
}

function converted(node: TypedNode, unit: Unit): TypedNode {
  if (sameFactor(node.unit, unit)) return node;
  return { kind: 'convert', of: node, ratio: conversion(node.unit, unit), type: 'number', unit };
}

const isConstant = (node: TypedNode): node is ConstantNode => node.kind === 'constant' && node.type === 'number';
const isBare = (node: TypedNode): boolean =>
  dimensionless(node.unit) && node.unit.factor.over === 1 && node.unit.factor.under === 1;
const isCount = (unit: Unit): boolean => unit.dimension === 'count' && unit.factor.over === 1 && unit.factor.under === 1;

/**
 * Brings a number to a unit. Zero needs none; a plain number may stand for a count (3 个), for nothing else.
 * A bare number compared with a percentage is refused too: 3 may mean 3% or 300%. In a sum it is plain: 1 − 5%.
 */
export function inUnit(
  checking: Checking,
  node: TypedNode,
  wanted: { readonly unit: Unit; readonly doing: Doing; readonly at: number },
): TypedNode | undefined {
  const { unit, doing, at } = wanted;
  const blanks = { unit: unit.text, doing: doingInWords[doing] };
  if (sameDimension(node.unit, unit)) {
    if (
      doing !== 'add' &&
      node.unit.text === '' &&
      isConstant(node) &&
      node.value !== 0 &&
      dimensionless(unit) &&
      !sameFactor(node.unit, unit)
    ) {
      return checking.refuse('unit_needed', at, { ...blanks, number: shownNumber(node.value) });
    }
    return convertible(node.unit, unit) ? converted(node, unit) : checking.refuse('unit_too_large', at);
  }
  if (isBare(node) && isConstant(node) && node.value === 0) return { ...node, unit };
  if ((isBare(node) && isCount(unit)) || (isCount(node.unit) && dimensionless(unit))) return node;
  if (isBare(node) && isConstant(node)) return checking.refuse('unit_needed', at, { ...blanks, number: shownNumber(node.value) });
  if (isBare(node)) return checking.refuse('unit_needed_here', at, blanks);
  return checking.refuse('unit_mismatch', at, { ...blanks, left: unitShown(unit.text), right: unitShown(node.unit.text) });
}

/** The unit a group of numbers is brought to: the first that is no constant and has a dimension, else the first with one. */
export function commonUnit(nodes: readonly TypedNode[]): Unit {
  const dimensional = nodes.filter((node) => !dimensionless(node.unit));
  const speaking = dimensional.find((node) => !isConstant(node)) ?? dimensional[0];
  if (speaking !== undefined) return speaking.unit;
  const [first = nodes[0]!, ...others] = nodes.filter((node) => !isConstant(node));
  return others.every((node) => sameFactor(node.unit, first.unit)) ? first.unit : pureUnit;
}

/** Numbers brought to one unit; undefined when one of them cannot be. */
export function alike(
  checking: Checking,
  nodes: readonly TypedNode[],
  of: { readonly doing: Doing; readonly at: readonly number[] },
): { readonly nodes: readonly TypedNode[]; readonly unit: Unit } | undefined {
  const unit = commonUnit(nodes);
  const brought = nodes.map((node, index) =>
    inUnit(checking, node, { unit, doing: of.doing, at: of.at[index] ?? of.at[0] ?? 0 }),
  );
  const whole = brought.filter((node) => node !== undefined);
  return whole.length === nodes.length ? { nodes: whole, unit } : undefined;
}

/** The unit of a product or quotient. One with more words than a person can read is a mistake. */
export function unitOf(op: 'multiply' | 'divide', left: Unit, right: Unit): Unit | undefined {
  const unit = op === 'multiply' ? multiplyUnits(left, right) : divideUnits(left, right);
  return unit !== undefined && unit.text.length <= longestUnitText ? unit : undefined;
}

const longestUnitText = 60;
