/**
 * 规则清单 — a scheme as a flat list of single statements, each with a key that stays the same from year to year. Two lists are
 * compared by key; the words are those of the prose.
 */
import { formulaInWords } from '@muheng/formula';
import { roundingInWords, unitText } from '@muheng/quantity';
import { withChildren } from '../check/names.js';
import { inPercent } from '../check/shares.js';
import { mergedWords, mustBeWords, muWords, netInWords } from '../describe/data.zh.js';
import { acrossWords, baseInWords, cutInWords, keyInWords, placesWords } from '../describe/grades.zh.js';
import { absenceInWords, aggregateWords, benchmarkInWords, limitInWords, nonpositiveInWords } from '../describe/indicators.zh.js';
import { overrideInWords } from '../describe/overrides.zh.js';
import { statusName, undeterminedWords } from '../describe/people.zh.js';
import { scoreInWords, tiesWords } from '../describe/scores.zh.js';
import { rangeInWords, sourceInWords, totalByWords } from '../describe/totals.zh.js';
import { factName, groupName, groupNames, number } from '../describe/words.zh.js';
import type { Citation, FactRule, Indicator, Leaf, Scheme } from '../model.js';
import { documentInWords } from '../read/documents.js';
import { standingWords, typeWords } from '../words.zh.js';
import { unsaid } from './words.zh.js';

export interface Statement {
  /** The same in both schemes when it is the same rule: `indicator.tax_per_mu.weight.above`. */
  readonly key: string;
  /** Key of the thing it belongs to; when that is new or gone, this is not told apart. */
  readonly of?: string;
  /** What it is about: 指标“亩均税收”在“规上企业”的权重. */
  readonly label: string;
  readonly words: string;
  /** In the scheme file. */
  readonly path: string;
}

export const statementsOf = (scheme: Scheme): Statement[] => [
  ...head(scheme),
  ...documents(scheme),
  ...documentParts(scheme),
  ...data(scheme),
  ...people(scheme),
  ...withChildren(scheme.indicators).flatMap((indicator) => indicatorStatements(scheme, indicator)),
  ...totals(scheme),
  ...ranking(scheme),
  ...overrides(scheme),
];

function head(scheme: Scheme): Statement[] {
  const { years, referenceDay, place, subject } = scheme;
  const line = (key: string, label: string, words: string): Statement => ({ key, label, words, path: key });
  return [
    line('title', '名称', scheme.title),
    line('place', '地区与牵头办公室', `${place.name} ${place.work} ${place.office}`),
    line('subject', '评价对象种类', `${subject.noun}（${subject.measure}）`),
    line('years.data', '数据年度', String(years.data)),
    line('years.work', '实施年度', years.work === undefined ? '未写' : String(years.work)),
    line('years.policy', '政策执行期', years.policy === undefined ? '未写' : `${years.policy.from}至${years.policy.to}`),
    line('reference_day', '基准日', `${referenceDay.month}月${referenceDay.day}日`),
    line('trial', '试评价', scheme.trial ?? '否'),
  ];
}

function documents(scheme: Scheme): Statement[] {
  return scheme.documents.map((document) => ({
    key: `document.${document.key}`,
    label: `依据文件“${document.key}”`,
    words: `${documentInWords(document)}，效力：${standingWords[document.standing]}${document.to === undefined ? '' : `，有效期至${document.to}`}`,
    path: `source.documents.${document.key}`,
  }));
}

/** Issuer, dates and the wording of clauses: what a document may change in and still be the same document. */
function documentParts(scheme: Scheme): Statement[] {
  return scheme.documents.flatMap((document) => {
    const of = `document.${document.key}`;
    const line = (part: string, label: string, words: string): Statement => ({
      key: `${of}.${part}`,
      of,
      label: `依据文件“${document.key}”的${label}`,
      words,
      path: `source.documents.${document.key}.${part}`,
    });
    return [
      line('issuer', '发文机关', document.issuer),
      line('issued', '印发日期', document.issued ?? unsaid),
      line('from', '施行日期', document.from ?? unsaid),
      line('where', '出处', document.where ?? unsaid),
      ...[...document.clauses].map(([name, { at, text }]) =>
        line(`clauses.${name}`, `条款“${name}”`, `${at}${text === undefined ? '' : `：${text}`}`),
      ),
    ];
  });
}

function data(scheme: Scheme): Statement[] {
  const { land, lists, tables } = scheme;
  return [
    ...[...scheme.facts.values()].map((fact) => ({
      key: `fact.${fact.id}`,
      label: `指标项“${fact.term}”`,
      words: factInWords(fact),
      path: `facts.${fact.term}`,
    })),
    ...[...scheme.facts.values()].flatMap(factParts),
    ...[...lists.values(), ...tables.values()].map((named) => ({
      key: `${'rows' in named ? 'table' : 'list'}.${named.id}.term`,
      of: `${'rows' in named ? 'table' : 'list'}.${named.id}`,
      label: `${'rows' in named ? '对照表' : '名单'}“${named.id}”的名称`,
      words: named.term,
      path: `${'rows' in named ? 'tables' : 'lists'}.${named.term}`,
    })),
    ...[...lists.values()].map(({ id, term, dated, entries, match }) => ({
      key: `list.${id}`,
      label: `名单“${term}”`,
      words: dated ? '按日期在册' : `${match}：${entries.join('、')}`,
      path: `lists.${term}`,
    })),
    ...[...tables.values()].map(({ id, term, unit, rows }) => ({
      key: `table.${id}`,
      label: `对照表“${term}”`,
      words: `${unitText(unit)}：${[...rows].map(([key, value]) => `${key} ${number(value)}`).join('、')}`,
      path: `tables.${term}`,
    })),
    ...(land === undefined
      ? []
      : [
          { key: 'land.mu', label: '亩的换算口径', words: muWords[land.mu], path: 'land.mu' },
          { key: 'land.round', label: '用地面积修约', words: roundingInWords(land.round), path: 'land.round' },
          {
            key: 'land.net',
            label: '用地面积计算',
            words: land.net === undefined ? '按提供的数' : netInWords(land.net),
            path: 'land.net',
          },
          {
            key: 'land.power',
            label: '用电量归集',
            words: land.powerFromMeters === undefined ? '按提供的数' : '由电表归集',
            path: 'land.power',
          },
          {
            key: 'land.transferred',
            label: '当年转让用地',
            words: land.transferred === undefined ? '未写' : statusName(scheme, land.transferred.status),
            path: 'land.transferred',
          },
          {
            key: 'land.plot_ratio',
            label: '容积率计算',
            words:
              land.plotRatio === undefined
                ? '按提供的数'
                : `层高超过${number(land.plotRatio.tallFloorOver)}米按${number(land.plotRatio.counts)}倍`,
            path: 'land.plot_ratio',
          },
        ]),
  ];
}

function factParts(fact: FactRule): Statement[] {
  const of = `fact.${fact.id}`;
  const line = (part: string, label: string, words: string): Statement => ({
    key: `${of}.${part}`,
    of,
    label: `指标项“${fact.term}”的${label}`,
    words,
    path: `facts.${fact.term}.${part}`,
  });
  const known = [...fact.also].sort();
  return [
    line('term', '名称', fact.term),
    line('also', '其他叫法', known.join('、') || unsaid),
    line('from', '提供部门', fact.from ?? unsaid),
    line('confidential', '保密级别', fact.confidential),
    line('plausible', '合理范围', fact.plausible === undefined ? unsaid : fact.plausible.map(number).join('至')),
    line('merged', '合并评价时的取值', mergedWords[fact.merged]),
    line('clause', '依据', citationInWords(fact.cited)),
  ];
}

function factInWords(fact: FactRule): string {
  const formula = fact.formula === undefined ? '' : `= ${formulaInWords(fact.formula)}`;
  const values = fact.values === undefined ? '' : `取值：${fact.values.join('、')}`;
  return [
    unitText(fact.unit) || typeWords[fact.type],
    mustBeWords[fact.mustBe],
    values,
    formula,
    fact.round === 'none' ? '' : roundingInWords(fact.round),
  ]
    .filter((part) => part !== '')
    .join('，');
}

function people(scheme: Scheme): Statement[] {
  const { who, merge } = scheme;
  return [
    { key: 'who.include', label: '评价范围', words: formulaInWords(who.include), path: 'who.include' },
    {
      key: 'who.undetermined',
      label: '无法判断是否参评时的处理',
      words: undeterminedWords[who.undetermined],
      path: 'who.undetermined',
    },
    ...who.except.map(({ id, reason, when, status }, index) => ({
      key: `except.${id}`,
      label: `例外“${reason}”`,
      words: `${formulaInWords(when)}的，为“${statusName(scheme, status)}”`,
      path: `who.except[${index}]`,
    })),
    {
      key: 'merge',
      label: '合并评价',
      words:
        merge === undefined
          ? '未写'
          : `按${factName(scheme, merge.by)}${merge.when === undefined ? '' : `，${formulaInWords(merge.when)}`}`,
      path: 'merge',
    },
    ...[...scheme.statuses.values()].map(({ id, name, computed, ranked, graded, treatedAs }) => ({
      key: `status.${id}`,
      label: `评价状态“${name}”`,
      words: `${computed ? '计算' : '不计算'}、${ranked ? '排名' : '不排名'}、${graded ? '定档' : '不定档'}${treatedAs === undefined ? '' : `、按${treatedAs}管理`}`,
      path: `statuses.${id}`,
    })),
    ...scheme.groups.map(({ id, name, when, pool }) => ({
      key: `group.${id}`,
      label: `分组“${name}”`,
      words: `${when === 'otherwise' ? '其余' : formulaInWords(when)}，排名组${pool}`,
      path: `groups.${id}`,
    })),
  ];
}

function indicatorStatements(scheme: Scheme, indicator: Indicator): Statement[] {
  const of = `indicator.${indicator.id}`;
  const about = `指标“${indicator.name}”`;
  const line = (part: string, label: string, words: string): Statement => ({
    key: `${of}.${part}`,
    of,
    label: `${about}的${label}`,
    words,
    path: `${indicator.path}.${part}`,
  });
  const weights = [...indicator.weight].map(([group, weight]) => ({
    ...line(`weight.${group}`, '权重', number(weight)),
    label: `${about}在“${groupName(scheme, group)}”的权重`,
  }));
  const own =
    indicator.kind === 'leaf'
      ? leafStatements(scheme, indicator, line)
      : [line('aggregate', '合成方法', aggregateWords[indicator.aggregate])];
  return [
    { key: of, label: '指标', words: indicator.name, path: indicator.path },
    ...weights,
    ...own,
    line('parent', '上级指标', indicator.parent ?? '没有'),
    line('clause', '依据', citationInWords(indicator.cited)),
  ];
}

function leafStatements(
  scheme: Scheme,
  leaf: Leaf,
  line: (part: string, label: string, words: string) => Statement,
): Statement[] {
  const rules = [...leaf.score].map(([group, rule]) => ({
    ...line(`score.${group}`, `计分方法（${groupName(scheme, group)}）`, scoreInWords(rule, leaf, group)),
  }));
  return [
    line('formula', '公式', formulaInWords(leaf.formula)),
    line('unit', '单位', unitText(leaf.unit) || '纯数'),
    line('benchmark', '基准值', benchmarkInWords(scheme, leaf)),
    ...rules,
    line('cap', '上限', limitInWords('上限', leaf.cap)),
    line('floor', '下限', limitInWords('下限', leaf.floor)),
    line('value_round', '指标值修约', roundingInWords(leaf.valueRound)),
    line('round', '得分修约', roundingInWords(leaf.round)),
    line('absent', '缺项处理', absenceInWords(leaf.absent)),
    line('nonpositive', '不大于0的处理', nonpositiveInWords(leaf) || '照算'),
  ];
}

const citationInWords = (cited: Citation): string =>
  `${cited.words}${cited.assumed === undefined ? '' : `【假定：${cited.assumed}】`}` || '未写';

function totals(scheme: Scheme): Statement[] {
  const { total, bonus } = scheme;
  return [
    {
      key: 'total.by',
      label: '总分合成',
      words: `${totalByWords[total.by]}${total.by === 'sum' ? '' : `，满分${number(total.full)}`}`,
      path: 'total.by',
    },
    {
      key: 'total.factor',
      label: '总分系数',
      words: total.factor === undefined ? '没有' : formulaInWords(total.factor),
      path: 'total.factor',
    },
    { key: 'total.limits', label: '总分上下限', words: rangeInWords(total.least, total.most), path: 'total' },
    { key: 'total.round', label: '总分修约', words: roundingInWords(total.round), path: 'total.round' },
    {
      key: 'bonus',
      label: '加减分上下限',
      words: bonus === undefined ? '没有加减分' : rangeInWords(bonus.least, bonus.most),
      path: 'bonus',
    },
    ...(bonus?.items ?? []).map((item, index) => ({
      key: `bonus.${item.id}`,
      label: `加减分项“${item.name}”`,
      words: `${item.kind === null ? '' : `（${item.kind}）`}${sourceInWords(item)}${rangeInWords(item.least, item.most, '，')}`,
      path: `bonus.items[${index}]`,
    })),
  ];
}

function ranking(scheme: Scheme): Statement[] {
  const { rank, grades } = scheme;
  const cuts = cutStatements(scheme);
  return [
    {
      key: 'rank.within',
      label: '排名范围',
      words:
        rank.within.map((name) => (name === 'group' || name === 'pool' ? '排名组' : factName(scheme, name))).join('、') ||
        '全部一起',
      path: 'rank.within',
    },
    { key: 'rank.by', label: '排序依据', words: rank.by.map(keyInWords).join('、'), path: 'rank.by' },
    { key: 'rank.ties', label: '并列名次', words: tiesWords[rank.ties], path: 'rank.ties' },
    { key: 'rank.on', label: '排名所用总分', words: rank.on === 'rounded' ? '修约后的总分' : '未修约的总分', path: 'rank.on' },
    {
      key: 'grades.classes',
      label: '类别',
      words: grades.classes
        .map(({ key, name, label }) => `${key} ${name}${label === undefined ? '' : `（${label}）`}`)
        .join('、'),
      path: 'grades.classes',
    },
    ...cuts,
    ...[...grades.limits].map(([grade, { least, most }]) => ({
      key: `limit.${grade}`,
      label: `类别“${grade}”的比例限额`,
      words: [
        ...(least === undefined ? [] : [`不低于${inPercent(least)}`]),
        ...(most === undefined ? [] : [`不超过${inPercent(most)}`]),
      ].join('、'),
      path: `grades.limits.${grade}`,
    })),
  ];
}

/** One rule for all groups is told once. */
function cutStatements(scheme: Scheme): Statement[] {
  const { cut } = scheme.grades;
  const same = new Set(cut.values()).size === 1;
  return (same ? [...cut].slice(0, 1) : [...cut]).flatMap(([group, rule]) => {
    const of = same ? 'cut' : `cut.${group}`;
    const about = same ? '划档' : `“${groupName(scheme, group)}”划档`;
    const line = (part: string, label: string, words: string): Statement => ({
      key: `${of}.${part}`,
      of,
      label: `${about}的${label}`,
      words,
      path: 'grades.cut',
    });
    if (rule.by !== 'share') return [{ key: of, label: `${about}规则`, words: cutInWords(scheme, rule), path: 'grades.cut' }];
    return [
      { key: of, label: `${about}规则`, words: '按比例划档', path: 'grades.cut' },
      ...[...rule.shares].map(([grade, share]) =>
        line(`shares.${grade}`, `${grade}类比例`, share === 'rest' ? '其余' : inPercent(share)),
      ),
      ...[...rule.round].map(([grade, places]) => line(`round.${grade}`, `${grade}类户数取整`, placesWords[places])),
      line('base', '基数', baseInWords(scheme, rule.base)),
      line('count', '计数方法', rule.count === 'each' ? '各档分别计算' : '按累计比例划线'),
      line('edge', '正好在线上的', rule.edge === 'in' ? '含' : '不含'),
      line('ties', '跨线同分', acrossWords[rule.tiesAcrossCut]),
      line(
        'smallest',
        '户数过少时',
        rule.smallest === undefined
          ? '未写'
          : `不足${rule.smallest.size}户${'all' in rule.smallest.then ? `都定为${rule.smallest.then.all}` : '不定档'}`,
      ),
    ];
  });
}

function overrides(scheme: Scheme): Statement[] {
  const rules = scheme.overrides?.rules ?? [];
  if (scheme.overrides === undefined) return [];
  const { order, vacated } = scheme.overrides;
  return [
    {
      key: 'overrides.order',
      label: '调档规则的先后',
      words: `${order === 'first_wins' ? '在前的为准' : '在后的为准'}：${rules.map(({ name }) => name).join('、')}`,
      path: 'overrides.order',
    },
    { key: 'overrides.vacated', label: '空出的名额', words: vacated === 'leave' ? '不递补' : '递补', path: 'overrides.vacated' },
    ...rules.map((rule, index) => ({
      key: `override.${rule.id}`,
      label: `调档规则“${rule.name}”`,
      words: `${overrideInWords(scheme, rule)}${groupNames(scheme, rule.groups)}`,
      path: `overrides.rules[${index}]`,
    })),
  ];
}
