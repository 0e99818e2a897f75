/**
 * 逐行分列的机器码 — what Rows.scan does, for cells that are easy: plain numbers of up to 15 signs, blanks among numbers, words of up to
 * eight bytes that are known already, texts of ASCII letters, digits and common Chinese characters. Sixteen bytes are looked at together.
 * Every other cell goes outside, to the sink that takes it anyhow; so what comes out is the same.
 */
import {
  block,
  type Code,
  call,
  choose,
  f64,
  get,
  i32,
  i64,
  leave,
  leaveBy,
  leaveIf,
  loop,
  moduleBytes,
  set,
  type ValueType,
  v128,
  when,
} from './assembler.js';
import {
  blockBytes,
  column as field,
  numberBytes,
  head as of,
  singlesFrom,
  windowBytes,
  wordBytes,
  wordHash,
  wordHashShift,
  wordPlaceBytes,
} from './layout.js';

const lineFeed = 10;
const carriageReturn = 13;
const quote = 34;
const minus = 45;
const point = 46;
const zero = 48;

/** Imports. Each cell: where it ends. */
const hard = 0;
const blanks = 1;
const refuse = 2;

/** Operands: bytes from `at` to `to`, the first row, the head. Gives the row behind the last. */
const [at, to, row, head] = [0, 1, 2, 3];
const locals: ValueType[] = [];
const local = (type: ValueType): number => 3 + locals.push(type);
const column = local('i32');
const its = local('i32');
const start = local('i32');
const code = local('i32');
const length = local('i32');
const begin = local('i32');
const end = local('i32');
const into = local('i32');
const from = local('i32');
const within = local('i32');
const dots = local('i32');
const leads = local('i32');
const expected = local('i32');
const carried = local('i32');
const low = local('i32');
const one = local('i32');
const other = local('i32');
const differs = local('i32');
const isNegative = local('i32');
const key = local('i64');
const value = local('f64');
const bytes = local('v128');
const digits = local('v128');
const split = local('v128');
const separator = local('i32');
const columns = local('i32');

/** Sixteen bytes each, which stand behind the head's blocks: a runtime makes a constant anew wherever it is spoken of, what is loaded it keeps. */
const constants: { readonly name: string; readonly bytes: Uint8Array; readonly local: number }[] = [];
function constant(name: string, make: () => Uint8Array): Code {
  const known = constants.find((each) => each.name === name);
  if (known !== undefined) return get(known.local);
  constants.push({ name, bytes: make(), local: local('v128') });
  return constant(name, make);
}
const all = (byte: number): Code => constant(`${byte}`, () => new Uint8Array(windowBytes).fill(byte));
const wide = (...pair: readonly [number, number]): Code =>
  constant(`${pair}`, () => new Uint8Array(Int16Array.from({ length: 8 }, (_, at) => pair[at % 2]!).buffer));
const bitsOf = (vector: Code): Code => v128.bits(vector);
/** Bytes from `least` on, `count` of them. */
const between = (vector: Code, least: number, count: number): Code =>
  v128.atMost(v128.subtract(vector, all(least)), all(count - 1));
const plus = (address: Code, add: number): Code => i32.add(address, i32.of(add));
const wordAt = (array: Code, index: Code, bytesEach: number): Code => i32.add(array, i32.multiply(index, i32.of(bytesEach)));
const headField = (offset: number): Code => i32.load(get(head), offset);
const itsField = (offset: number): Code => i32.load(get(its), offset);
const rowValue = wordAt(itsField(field.values), get(row), 8);

/** Sixteen bytes from there, and how many of them come before the end of a cell. */
const lookFrom = (place: number): Code => [
  ...set(bytes, v128.load(get(place))),
  ...set(
    length,
    i32.firstBit(
      i32.or(
        bitsOf(
          v128.or(
            v128.or(v128.equal(get(bytes), get(split)), v128.equal(get(bytes), all(lineFeed))),
            v128.equal(get(bytes), all(carriageReturn)),
          ),
        ),
        i32.of(1 << windowBytes),
      ),
    ),
  ),
];
const lookWithin: Code = set(within, i32.subtract(i32.left(i32.of(1), get(length)), i32.of(1)));

/** Depths of the blocks around. */
interface Ways {
  readonly next: number;
  readonly hard: number;
}

const storeNumber: Code = [
  ...f64.store(rowValue, get(value)),
  ...when(f64.less(get(value), f64.load(get(its), field.least)), f64.store(get(its), get(value), field.least)),
  ...when(f64.more(get(value), f64.load(get(its), field.most)), f64.store(get(its), get(value), field.most)),
];

/** Digits of sixteen lanes, the last one's last → four numbers of four digits. */
const fourDigits: Code = ((): Code => {
  const tens = wide(10, 1);
  const pairs = v128.narrow(v128.dot(v128.lowWide(get(digits)), tens), v128.dot(v128.highWide(get(digits)), tens));
  return v128.dot(pairs, wide(100, 1));
})();

/** All of them as one number; of up to eight signs only the last two count. */
const wholeNumber: Code = when(
  i32.above(get(length), i32.of(8)),
  [
    ...set(digits, v128.dot(v128.narrow(get(digits), get(digits)), wide(10_000, 1))),
    ...set(value, f64.add(f64.multiply(f64.from(v128.lane(get(digits), 0)), f64.of(1e8)), f64.from(v128.lane(get(digits), 1)))),
  ],
  set(value, f64.from(i32.add(i32.multiply(v128.lane(get(digits), 2), i32.of(10_000)), v128.lane(get(digits), 3)))),
);

const number = ({ next, hard: aside }: Ways): Code => [
  ...set(isNegative, i32.equal(i32.load8(get(at)), i32.of(minus))),
  ...set(begin, i32.add(get(at), get(isNegative))),
  ...lookFrom(begin),
  ...when(i32.isZero(get(length)), [
    ...leaveIf(aside + 1, get(isNegative)),
    ...f64.store(rowValue, f64.of(Number.NaN)),
    ...i32.store8(i32.add(itsField(field.absence), get(row)), i32.of(1)),
    ...leave(next + 1),
  ]),
  ...leaveIf(aside, i32.above(get(length), i32.of(numberBytes))),
  ...lookWithin,
  ...set(digits, v128.subtract(get(bytes), all(zero))),
  ...set(dots, i32.and(bitsOf(v128.equal(get(bytes), all(point))), get(within))),
  ...leaveIf(aside, i32.unequal(i32.or(i32.and(bitsOf(v128.atMost(get(digits), all(9))), get(within)), get(dots)), get(within))),
  // Two points, or nothing but one.
  ...leaveIf(aside, i32.and(get(dots), i32.subtract(get(dots), i32.of(1)))),
  ...leaveIf(aside, i32.equal(get(dots), get(within))),
  ...set(one, i32.firstBit(i32.or(get(dots), i32.left(i32.of(1), get(length))))),
  ...set(
    digits,
    v128.pick(
      get(digits),
      v128.load(wordAt(headField(of.shuffles), i32.or(i32.left(get(length), i32.of(4)), get(one)), windowBytes)),
    ),
  ),
  ...set(digits, fourDigits),
  ...wholeNumber,
  ...set(
    value,
    f64.divide(
      get(value),
      f64.load(
        wordAt(headField(of.powers), i32.subtract(i32.subtract(get(length), get(one)), i32.unequal(get(dots), i32.of(0))), 8),
      ),
    ),
  ),
  ...when(get(isNegative), set(value, f64.subtract(f64.of(0), get(value)))),
  ...storeNumber,
  ...set(at, i32.add(get(begin), get(length))),
  ...leave(next),
];

const isEnd = (place: Code): Code => [
  ...set(code, place),
  ...i32.or(
    i32.equal(get(code), get(separator)),
    i32.or(i32.equal(get(code), i32.of(lineFeed)), i32.equal(get(code), i32.of(carriageReturn))),
  ),
];

const word = ({ next, hard: aside }: Ways): Code => [
  ...when(isEnd(i32.load8(get(at), 1)), [
    ...set(value, f64.load(wordAt(itsField(field.known), i32.load8(get(at)), 8), singlesFrom)),
    ...when(i32.isZero(f64.less(get(value), f64.of(0))), [
      ...f64.store(rowValue, get(value)),
      ...set(at, plus(get(at), 1)),
      ...leave(next + 2),
    ]),
  ]),
  ...lookFrom(at),
  ...leaveIf(aside, i32.above(get(length), i32.of(wordBytes))),
  ...set(
    key,
    i64.and(
      i64.load(get(at)),
      choose(
        get(length),
        i64.right(i64.of(-1n), i64.subtract(i64.of(64n), i64.left(i64.from(get(length)), i64.of(3n)))),
        i64.of(0n),
      ),
    ),
  ),
  ...set(
    one,
    wordAt(
      itsField(field.known),
      i64.low(i64.right(i64.multiply(get(key), i64.of(wordHash)), i64.of(wordHashShift))),
      wordPlaceBytes,
    ),
  ),
  ...leaveIf(aside, i32.isZero(i64.equal(i64.load(get(one)), get(key)))),
  ...set(value, f64.load(get(one), 8)),
  ...leaveIf(aside, f64.less(get(value), f64.of(0))),
  ...f64.store(rowValue, get(value)),
  ...set(at, i32.add(get(at), get(length))),
  ...leave(next),
];

/** Letters, digits, and three bytes each of U+4E00 to U+9FFF; a character may begin in one window and end in the next. */
const textWindow = (aside: number): Code => {
  const letters = between(v128.or(get(bytes), all(0x20)), 0x61, 26);
  const plain = v128.or(between(get(bytes), zero, 10), letters);
  const followers = i32.and(bitsOf(between(get(bytes), 0x80, 0x40)), get(within));
  const early = i32.and(bitsOf(between(get(bytes), 0x80, 0x38)), get(within));
  return [
    ...lookWithin,
    ...set(leads, i32.and(bitsOf(between(get(bytes), 0xe4, 6)), get(within))),
    ...set(other, followers),
    ...leaveIf(aside, i32.unequal(i32.or(i32.or(i32.and(bitsOf(plain), get(within)), get(leads)), get(other)), get(within))),
    ...set(expected, i32.or(i32.or(i32.left(get(leads), i32.of(1)), i32.left(get(leads), i32.of(2))), get(carried))),
    ...leaveIf(aside, i32.unequal(get(other), i32.and(get(expected), i32.of(0xffff)))),
    // U+4000 to U+4DFF begin with E4 as well.
    ...set(low, i32.or(i32.right(get(low), i32.of(windowBytes)), i32.left(bitsOf(v128.equal(get(bytes), all(0xe4))), i32.of(1)))),
    ...leaveIf(aside, i32.and(get(low), early)),
    ...set(carried, i32.right(get(expected), i32.of(windowBytes))),
  ];
};

/** Whether the text that was just taken comes behind the one before; they are alike up to there, so far. */
const comesBehind: Code = [
  ...set(one, i32.add(itsField(field.known), itsField(field.last))),
  ...set(other, get(at)),
  ...block(
    loop(
      set(
        differs,
        i32.firstBit(
          i32.xor(bitsOf(v128.equal(v128.load(get(one)), v128.load(get(other)))), i32.of((1 << (windowBytes + 1)) - 1)),
        ),
      ),
      set(one, i32.add(get(one), get(differs))),
      set(other, i32.add(get(other), get(differs))),
      leaveIf(1, i32.below(get(differs), i32.of(windowBytes))),
      leaveIf(0, i32.below(get(other), get(end))),
    ),
  ),
  ...set(code, i32.load8(get(one))),
  ...i32.store(
    get(its),
    i32.and(
      i32.below(get(other), get(end)),
      i32.or(i32.equal(get(code), i32.of(lineFeed)), i32.below(get(code), i32.load8(get(other)))),
    ),
    field.ascending,
  ),
];

const text = ({ next, hard: aside }: Ways): Code => [
  ...set(from, i32.add(itsField(field.known), itsField(field.length))),
  ...set(into, get(from)),
  ...set(end, get(at)),
  ...set(carried, i32.of(0)),
  ...set(low, i32.of(0)),
  ...loop(
    lookFrom(end),
    v128.store(get(into), get(bytes)),
    textWindow(aside + 1),
    set(into, i32.add(get(into), get(length))),
    set(end, i32.add(get(end), get(length))),
    leaveIf(0, i32.equal(get(length), i32.of(windowBytes))),
  ),
  ...leaveIf(aside, i32.equal(get(end), get(at))),
  ...i32.store8(get(into), i32.of(lineFeed)),
  ...when(itsField(field.ascending), when(i32.isZero(i32.equal(itsField(field.last), i32.of(-1))), comesBehind)),
  ...i32.store(get(its), itsField(field.length), field.last),
  ...i32.store(get(its), plus(i32.subtract(get(into), itsField(field.known)), 1), field.length),
  ...set(code, i32.load8(get(from))),
  ...when(
    i32.above(get(code), i32.of(127)),
    set(
      code,
      i32.or(
        i32.left(i32.and(get(code), i32.of(15)), i32.of(12)),
        i32.or(i32.left(i32.and(i32.load8(get(from), 1), i32.of(63)), i32.of(6)), i32.and(i32.load8(get(from), 2), i32.of(63))),
      ),
    ),
  ),
  ...i32.store16(wordAt(itsField(field.values), get(row), 2), get(code)),
  ...set(at, get(end)),
  ...leave(next),
];

/** Nobody wants the cell; only plain ASCII is left alone. */
const none = ({ next, hard: aside }: Ways): Code => [
  ...set(end, get(at)),
  ...loop(
    lookFrom(end),
    lookWithin,
    leaveIf(aside + 1, i32.and(i32.or(bitsOf(get(bytes)), bitsOf(v128.equal(get(bytes), all(0)))), get(within))),
    set(end, i32.add(get(end), get(length))),
    leaveIf(0, i32.equal(get(length), i32.of(windowBytes))),
  ),
  ...set(at, get(end)),
  ...leave(next),
];

/** Where the blocks of `cell` end, the kinds begin. */
const cell: Code = block(
  block(
    block(
      block(
        block(
          block(leaveIf(4, i32.equal(i32.load8(get(at)), i32.of(quote))), leaveBy(itsField(field.kind), [0, 1, 2, 3], 4)),
          number({ next: 4, hard: 3 }),
        ),
        word({ next: 3, hard: 2 }),
      ),
      text({ next: 2, hard: 1 }),
    ),
    none({ next: 1, hard: 0 }),
  ),
  set(at, call(hard, get(at), get(row), get(column))),
);

const cells: Code = block(
  loop(
    cell,
    set(one, i32.below(get(column), get(columns))),
    set(column, i32.add(get(column), get(one))),
    set(its, i32.add(get(its), i32.left(get(one), i32.of(6)))),
    leaveIf(1, i32.unequal(i32.load8(get(at)), get(separator))),
    set(at, plus(get(at), 1)),
    leave(0),
  ),
);

const drop = 0x1a;
const rows: Code = block(
  loop(
    leaveIf(1, i32.isZero(i32.below(get(at), get(to)))),
    when(i32.equal(get(row), headField(of.end)), [...call(refuse, i32.of(0)), drop]),
    i32.store(wordAt(headField(of.starts), get(row), 4), i32.add(get(at), headField(of.offset))),
    set(start, get(at)),
    set(column, i32.of(0)),
    set(its, plus(get(head), blockBytes)),
    cells,
    when(i32.below(get(column), get(columns)), [...call(blanks, get(row), get(column)), drop]),
    when(i32.above(i32.subtract(get(at), get(start)), headField(of.mostBytes)), [...call(refuse, i32.of(1)), drop]),
    set(
      at,
      i32.add(
        plus(get(at), 1),
        i32.and(i32.equal(i32.load8(get(at)), i32.of(carriageReturn)), i32.equal(i32.load8(get(at), 1), i32.of(lineFeed))),
      ),
    ),
    set(row, plus(get(row), 1)),
    leave(0),
  ),
);

/** What stands behind the blocks. */
export const constantBytes = (): Uint8Array => Uint8Array.from(constants.flatMap(({ bytes }) => [...bytes]));
const constantsFrom = (index: number): Code =>
  v128.load(i32.add(get(head), i32.left(plus(headField(of.columns), 2), i32.of(6))), index * windowBytes);

/** The module; imports are `outside.hard`, `blanks`, `refuse` and `memory`. */
export const programBytes = (): Uint8Array<ArrayBuffer> =>
  moduleBytes({
    imports: [
      ['hard', 3],
      ['blanks', 2],
      ['refuse', 1],
    ],
    operands: 4,
    locals,
    body: [
      ...constants.flatMap((each, index) => set(each.local, constantsFrom(index))),
      ...set(split, v128.all(headField(of.split))),
      ...set(separator, headField(of.split)),
      ...set(columns, headField(of.columns)),
      ...rows,
      ...get(row),
    ],
  });
