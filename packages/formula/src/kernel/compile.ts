/**
 * 编译 — typed tree → flat program over block registers. Equal inputs are loaded once, constants are folded, registers are reused.
 * No generated code: a program is a list of steps, run block by block by machine.ts.
 */
import { equalNumbers } from '@muheng/quantity';
import { absenceCodeOf, type Cell, PRESENT } from '../absence.js';
import { dayOf, numbersOf, passes } from '../codes.js';
import { Dictionary } from '../dictionary.js';
import { evaluate, fieldOf } from '../row.js';
import { growthOf, movedBy, scalars } from '../scalar.js';
import type { CallNode, Column, Formula, Frame, Kernel, TypedNode, ValueType } from '../tree.js';
import {
  absenceBlock,
  addBlock,
  type Block,
  chooseBlock,
  compareBlock,
  convertBlock,
  divideBlock,
  gatherBlock,
  joinBlock,
  multiplyBlock,
  orElseBlock,
  roundBlock,
  scalarBlock,
  subtractBlock,
  TextAnswers,
  textBlock,
  textTestBlock,
} from './blocks.js';
import { kernelOf } from './machine.js';
import { newRegister, type Register } from './register.js';

export interface Step extends Operation {
  readonly out: Register;
  readonly args: readonly Register[];
}

/** A block with what it needs besides its registers; only `operation` puts the two together. */
interface Operation {
  readonly of: unknown;
  block(out: Register, args: readonly Register[], rows: number, of: unknown): void;
}

const operation = <Of>(block: Block<Of>, of: Of): Operation => ({ block, of });
const plain = (block: Block): Operation => operation(block, undefined);

/** A column taken from the frame when a run begins. */
export interface Load {
  readonly register: Register;
  readonly columnOf: (frame: Frame) => Column;
}

/** A value that is the same for every row of a run. */
export interface Constant {
  readonly register: Register;
  readonly cellOf: (frame: Frame, texts: Dictionary) => Cell;
}

export interface Program {
  readonly loads: readonly Load[];
  readonly constants: readonly Constant[];
  readonly steps: readonly Step[];
  /** Sets up what depends on the frame's dictionary. */
  readonly prepare: readonly ((texts: Dictionary) => void)[];
  /** One for each formula compiled together. */
  readonly results: readonly Register[];
  readonly texts: readonly string[];
  readonly type: ValueType;
}

export const compile = (formula: Formula): Kernel => compileTree(formula.tree, formula.texts);

/** `texts`: its text constants, needed when the result is a text. */
export function compileTree(tree: TypedNode, texts: readonly string[] = []): Kernel {
  const compiler = new Compiler();
  const result = compiler.node(tree, 0);
  return kernelOf(compiler.program([result], texts, tree.type));
}

/** Several formulas of numbers or flags as one program: what they read in common is taken from the frame once. */
export function compileTogether(formulas: readonly Formula[]): Pick<Kernel, 'over'> {
  const compiler = new Compiler();
  const results = formulas.map((formula) => compiler.node(formula.tree, 0));
  return kernelOf(compiler.program(results, [], 'number'));
}

interface Parts {
  readonly loads: Load[];
  readonly constants: Constant[];
  readonly steps: Step[];
  readonly prepare: ((texts: Dictionary) => void)[];
}

class Compiler {
  private readonly parts: Parts = { loads: [], constants: [], steps: [], prepare: [] };
  private readonly loaded = new Map<string, Register>();
  private readonly free: Register[] = [];
  private readonly temporary = new Set<Register>();

  program(results: readonly Register[], texts: readonly string[], type: ValueType): Program {
    const { loads, constants, steps, prepare } = this.parts;
    return { loads, constants, steps, prepare, results, texts, type };
  }

  node(node: TypedNode, yearsBack: number): Register {
    if (node.kind !== 'constant' && isFixed(node))
      return this.constant(`folded ${this.parts.constants.length}`, foldedCell(node));
    switch (node.kind) {
      case 'constant':
        return this.constant(`number ${node.value}`, () => ({ value: node.value, absence: PRESENT }));
      case 'text':
        return this.constant(`text ${node.text}`, (_, texts) => ({ value: texts.codeOf(node.text), absence: PRESENT }));
      case 'builtin':
        return this.constant(node.which, (frame) => ({
          value: node.which === 'data_year' ? frame.year : frame.referenceDay,
          absence: PRESENT,
        }));
      case 'name':
        if (node.from === 'field') return this.load(`field ${node.id}`, (frame) => fieldOf(frame, node.id));
        return this.load(`name ${yearsBack} ${node.id}`, (frame) => frame.column(node.id, yearsBack));
      case 'aggregate':
        return this.load(`aggregate ${node.key}`, (frame) => frame.aggregate(node));
      case 'member':
        return this.load(`member ${node.list} ${JSON.stringify(node.day)}`, (frame) =>
          frame.member(node.list, dayOf(node.day, frame)),
        );
      case 'convert':
        return this.step(operation(convertBlock, node.ratio), [this.node(node.of, yearsBack)]);
      case 'prior':
        return this.node(node.of, yearsBack + node.years);
      case 'growth':
        return this.step(operation(scalarBlock, growthOf), [this.node(node.of, yearsBack), this.node(node.of, yearsBack + 1)]);
      case 'consecutive':
        return this.step(
          operation(joinBlock, 0),
          Array.from({ length: node.years }, (_, years) => this.node(node.of, yearsBack + years)),
        );
      case 'move_date':
        return this.step(
          operation(scalarBlock, (day) => movedBy(day, node.by)),
          [this.node(node.of, yearsBack)],
        );
      case 'among':
        return this.among(node, yearsBack);
      case 'code_test':
        return this.textTest((text) => passes(node.test, text), this.node(node.of, yearsBack));
      case 'valid_on':
        return this.node(node.expanded, yearsBack);
      case 'call':
        return this.step(operationOf(node), this.argumentsOf(node, yearsBack));
    }
  }

  private argumentsOf(node: CallNode, yearsBack: number): Register[] {
    const args = node.args.map((arg) => this.node(arg, yearsBack));
    if (node.op !== 'years_since') return args;
    return [...args, this.constant('reference_date', (frame) => ({ value: frame.referenceDay, absence: PRESENT }))];
  }

  private among(node: Extract<TypedNode, { kind: 'among' }>, yearsBack: number): Register {
    const of = this.node(node.of, yearsBack);
    if (node.of.type === 'text') return this.textTest((text) => node.texts.includes(text), of);
    const numbers = numbersOf(node);
    return this.step(
      operation(scalarBlock, (value) => (numbers.some((other) => equalNumbers(value, other)) ? 1 : 0)),
      [of],
    );
  }

  /** Decides once for every text that occurs. */
  private textTest(test: (text: string) => boolean, of: Register): Register {
    let dictionary: Dictionary | undefined;
    const answers = new TextAnswers((code) => (test(dictionary?.textOf(code) ?? '') ? 1 : 0));
    this.parts.prepare.push((texts) => {
      answers.forget();
      dictionary = texts;
    });
    return this.step(operation(textTestBlock, answers), [of]);
  }

  private step({ block, of }: Operation, args: readonly Register[]): Register {
    const out = this.free.pop() ?? newRegister();
    this.temporary.add(out);
    this.parts.steps.push({ block, of, out, args });
    for (const arg of new Set(args)) if (this.temporary.has(arg)) this.free.push(arg);
    return out;
  }

  private load(key: string, columnOf: Load['columnOf']): Register {
    return this.once(key, (register) => this.parts.loads.push({ register, columnOf }));
  }

  private constant(key: string, cellOf: Constant['cellOf']): Register {
    return this.once(`constant ${key}`, (register) => this.parts.constants.push({ register, cellOf }));
  }

  private once(key: string, make: (register: Register) => void): Register {
    const known = this.loaded.get(key);
    if (known !== undefined) return known;
    const register = newRegister();
    this.loaded.set(key, register);
    make(register);
    return register;
  }
}

function operationOf(node: CallNode): Operation {
  const { op } = node;
  switch (op) {
    case 'add':
      return plain(addBlock);
    case 'subtract':
    case 'days_between':
      return plain(subtractBlock);
    case 'multiply':
      return plain(multiplyBlock);
    case 'divide':
      return plain(divideBlock);
    case 'equal':
    case 'unequal':
      return node.args.every((arg) => arg.type === 'text') ? operation(textBlock, op) : operation(compareBlock, op);
    case 'less':
    case 'at_most':
    case 'more':
    case 'at_least':
      return operation(compareBlock, op);
    case 'and':
      return operation(joinBlock, 0);
    case 'or':
      return operation(joinBlock, 1);
    case 'if':
      return plain(chooseBlock);
    case 'or_else':
      return plain(orElseBlock);
    case 'missing':
      return operation(absenceBlock, 0);
    case 'not_applicable':
    case 'not_reported':
    case 'not_computable':
      return operation(absenceBlock, absenceCodeOf[op]);
    case 'min':
    case 'max':
    case 'sum':
    case 'avg':
      return operation(gatherBlock, op);
    case 'round':
      return operation(roundBlock, node.rounding ?? 'none');
    default:
      return operation(scalarBlock, scalars[op]);
  }
}

/** Depends on no row, no frame and no dictionary. */
function isFixed(node: TypedNode): boolean {
  if (node.kind === 'constant') return true;
  if (node.kind === 'convert' || node.kind === 'move_date') return isFixed(node.of);
  return node.kind === 'call' && node.op !== 'years_since' && node.args.every(isFixed);
}

function foldedCell(node: TypedNode): () => Cell {
  const cell = evaluate(node, { frame: nowhere, row: 0, texts: new Dictionary(nowhere), yearsBack: 0 });
  return () => cell;
}

const unreachable = (): never => {
  throw new RangeError('a constant reads no column');
};

const nowhere: Frame = {
  ...{ rows: 1, referenceDay: 0, year: 0 },
  ...{ column: unreachable, codeOf: unreachable, textOf: unreachable, aggregate: unreachable, member: unreachable },
};
