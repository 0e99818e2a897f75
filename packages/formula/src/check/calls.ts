/** 函数的核对 — number of arguments, then the rule of the table in functions.ts, or the function's own check. */
import { pureUnit, type RoundingMode } from '@muheng/quantity';
import { type CalledOperation, type FunctionName, functions, type Rule } from '../functions.js';
import { limits } from '../limits.js';
import type { Syntax } from '../parse/syntax.js';
import { functionExamples, typeInWords, unitShown, whatInWords } from '../texts.zh.js';
import type { CodeTest, TypedNode } from '../tree.js';
import type { Checking } from './context.js';
import { fixedDay, yearUnit } from './dates.js';
import { wordOf } from './names.js';
import { flagCall, numberCall, sameCall } from './nodes.js';
import { alikeTyped, checkAs } from './parts.js';
import { codeTable, membershipList } from './sets.js';
import { checkValidOn } from './tables.js';
import { inUnit } from './units.js';

type Call = Extract<Syntax, { kind: 'call' }>;
type OwnCheck = (checking: Checking, call: Call) => TypedNode | undefined;

export function checkCall(checking: Checking, call: Call): TypedNode | undefined {
  const row = functions[call.function];
  const most = call.word === oneYearBack ? 1 : row.most;
  if (call.args.length < row.least || call.args.length > most)
    return wrongArguments(checking, call, row.least === most ? `${most}` : `${row.least}–${most}`);
  const own = ownChecks[call.function];
  return own === undefined ? checkByRule(checking, call, row.rule) : own(checking, call);
}

/** 上年(x) says the years by its name. */
const oneYearBack = '上年';

function wrongArguments(checking: Checking, call: Call, count: string): undefined {
  return checking.refuse('arguments_wrong', call.at, {
    name: call.word,
    count,
    found: call.args.length,
    example: functionExamples[call.function],
  });
}

function checkByRule(checking: Checking, call: Call, rule: Rule): TypedNode | undefined {
  const what = whatInWords.argument(call.word);
  const args = call.args.map((arg) =>
    rule.kind === 'keep' || rule.kind === 'pure' ? checkAs(checking, arg, { type: 'number', what }) : checking.check(arg),
  );
  const whole = args.filter((arg) => arg !== undefined);
  const [first] = whole;
  if (first === undefined || whole.length < args.length || !isCalledOperation(call.function)) return undefined;
  if (rule.kind === 'absence') return flagCall(call.function, whole);
  if (rule.kind === 'keep') return sameCall(call.function, whole, first);
  if (rule.kind === 'pure') return checkPure(checking, call, first);
  if (rule.kind === 'own') return undefined;
  if (rule.of !== 'any' && first.type !== 'number' && !(first.type === 'date' && rule.of === 'numbers_or_dates')) {
    return checking.refuse('type_mismatch', call.args[0]!.at, {
      what,
      wanted: typeInWords.number,
      found: typeInWords[first.type],
    });
  }
  const alike = alikeTyped(checking, whole, { parts: call.args, what });
  return alike === undefined
    ? undefined
    : sameCall(call.function, alike, alike.find((arg) => arg.unit.dimension !== '') ?? alike[0]!);
}

const isCalledOperation = (name: FunctionName): name is CalledOperation =>
  functions[name].rule.kind !== 'own' || name === 'round' || name === 'years_since';

function checkPure(checking: Checking, call: Call, arg: TypedNode): TypedNode | undefined {
  if (arg.unit.dimension !== '') {
    return checking.refuse('unit_must_be_pure', call.args[0]!.at, {
      name: call.word,
      found: unitShown(arg.unit.text),
      unit: arg.unit.text,
    });
  }
  const plain = inUnit(checking, arg, { unit: pureUnit, doing: 'add', at: call.at });
  return plain === undefined || !isCalledOperation(call.function) ? undefined : numberCall(call.function, [plain], pureUnit);
}

const modes: ReadonlyMap<string, RoundingMode> = new Map(
  (['excel', 'gbt8170', 'up', 'down'] as const).map((mode): [string, RoundingMode] => [mode, mode]),
);

const checkRound: OwnCheck = (checking, call) => {
  const [value, digits, mode] = call.args;
  const of = checkAs(checking, value!, { type: 'number', what: whatInWords.argument(call.word) });
  const to = wholeNumber(digits!);
  if (to === undefined || to < 0 || to > 12) return checking.refuse('digits_wrong', digits!.at);
  if (mode !== undefined && mode.kind !== 'text') return checking.refuse('rounding_unknown', mode.at, { name: '' });
  const by = mode === undefined ? 'excel' : modes.get(mode.text);
  if (by === undefined) return checking.refuse('rounding_unknown', mode!.at, { name: mode?.kind === 'text' ? mode.text : '' });
  return of === undefined ? undefined : { ...sameCall('round', [of], of), rounding: { to, by } };
};

const wholeNumber = (syntax: Syntax): number | undefined =>
  syntax.kind === 'number' && syntax.unit === undefined && Number.isInteger(syntax.value) ? syntax.value : undefined;

/** `3 年`, or a bare 3. */
function yearsOf(checking: Checking, syntax: Syntax | undefined): number | undefined {
  if (syntax === undefined) return 1;
  const inYears =
    syntax.kind === 'number' &&
    (syntax.unit === undefined || (syntax.unit.dimension === 'time' && syntax.unit.factor.over === syntax.unit.factor.under));
  const years = inYears ? syntax.value : 0;
  return Number.isInteger(years) && years >= 1 && years <= limits.years
    ? years
    : checking.refuse('years_wrong', syntax.at, { most: limits.years });
}

const checkPrior: OwnCheck = (checking, call) => {
  const years = yearsOf(checking, call.args[1]);
  if (years === undefined) return undefined;
  const of = checking.lookingBack([years], call.at, () => checking.check(call.args[0]!));
  return of === undefined ? undefined : { kind: 'prior', of, years, type: of.type, unit: of.unit };
};

const checkGrowth: OwnCheck = (checking, call) => {
  const of = checking.lookingBack([0, 1], call.at, () =>
    checkAs(checking, call.args[0]!, { type: 'number', what: whatInWords.argument(call.word) }),
  );
  return of === undefined ? undefined : { kind: 'growth', of, type: 'number', unit: pureUnit };
};

const checkConsecutive: OwnCheck = (checking, call) => {
  const years = yearsOf(checking, call.args[1]);
  if (years === undefined) return undefined;
  const added = Array.from({ length: years }, (_, index) => index);
  const of = checking.lookingBack(added, call.at, () =>
    checkAs(checking, call.args[0]!, { type: 'flag', what: whatInWords.condition }),
  );
  return of === undefined ? undefined : { kind: 'consecutive', of, years, type: 'flag', unit: pureUnit };
};

const checkYearsSince: OwnCheck = (checking, call) => {
  if (checking.looksBack) return checking.refuse('prior_not_possible', call.at, { what: whatInWords.years_since });
  const of = checkAs(checking, call.args[0]!, { type: 'date', what: whatInWords.argument(call.word) });
  return of === undefined ? undefined : numberCall('years_since', [of], yearUnit(checking));
};

const checkMember: OwnCheck = (checking, call) => {
  const [listPart, dayPart] = call.args;
  if (checking.looksBack) return checking.refuse('prior_not_possible', call.at, { what: whatInWords.member });
  const name =
    listPart!.kind === 'name' || listPart!.kind === 'list'
      ? listPart!.word
      : listPart!.kind === 'text'
        ? listPart!.text
        : undefined;
  if (name === undefined) return wrongArguments(checking, call, '1–2');
  const list = membershipList(checking, name, listPart!.at);
  const written =
    dayPart === undefined ? undefined : checkAs(checking, dayPart, { type: 'date', what: whatInWords.argument(call.word) });
  if (list === undefined || (dayPart !== undefined && written === undefined)) return undefined;
  const day =
    written === undefined
      ? fixedDay({ kind: 'builtin', which: 'reference_date', type: 'date', unit: pureUnit })
      : fixedDay(written);
  if (day === undefined) return checking.refuse('day_must_be_fixed', dayPart!.at);
  checking.lists.set(`${list.id} ${JSON.stringify(day)}`, { list: list.id, day });
  const node = { kind: 'member', list: list.id, word: wordOf(checking, list), day, type: 'flag', unit: pureUnit } as const;
  return written === undefined ? node : { ...node, written };
};

const checkText = (checking: Checking, call: Call): TypedNode | undefined =>
  checkAs(checking, call.args[0]!, { type: 'text', what: whatInWords.argument(call.word) });

const checkStartsWith: OwnCheck = (checking, call) => {
  const of = checkText(checking, call);
  const test = prefixTest(checking, call.args[1]!, call);
  return of === undefined || test === undefined ? undefined : { kind: 'code_test', of, test, type: 'flag', unit: pureUnit };
};

function prefixTest(checking: Checking, part: Syntax, call: Call): CodeTest | undefined {
  if (part.kind === 'text') return { kind: 'starts_with', prefixes: [part.text] };
  if (part.kind === 'list') {
    const table = codeTable(checking, part.word, part.at);
    return table === undefined ? undefined : { kind: 'starts_with', prefixes: table.texts, list: table.named };
  }
  const prefixes = part.kind === 'set' ? part.items.flatMap((item) => (item.kind === 'text' ? [item.text] : [])) : [];
  if (part.kind !== 'set' || prefixes.length < part.items.length)
    return checking.refuse('constant_needed', part.at, { what: whatInWords.argument(call.word) });
  return { kind: 'starts_with', prefixes };
}

const checkCodeBetween: OwnCheck = (checking, call) => {
  const of = checkText(checking, call);
  const [, low, high] = call.args;
  if (low!.kind !== 'text' || high!.kind !== 'text')
    return checking.refuse('constant_needed', low!.at, { what: whatInWords.argument(call.word) });
  if (low!.text.length !== high!.text.length || low!.text === '' || low!.text > high!.text) {
    return checking.refuse('code_low_high', low!.at, { low: low!.text, high: high!.text });
  }
  const test: CodeTest = { kind: 'between', low: low!.text, high: high!.text };
  return of === undefined ? undefined : { kind: 'code_test', of, test, type: 'flag', unit: pureUnit };
};

const ownChecks: Readonly<Partial<Record<FunctionName, OwnCheck>>> = {
  round: checkRound,
  prior: checkPrior,
  growth: checkGrowth,
  consecutive: checkConsecutive,
  years_since: checkYearsSince,
  member: checkMember,
  starts_with: checkStartsWith,
  code_between: checkCodeBetween,
  valid_on: checkValidOn,
};
