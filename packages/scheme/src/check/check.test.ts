/** Every check: the sample scheme passes, and the nearest scheme that breaks one rule gives exactly that finding. */
import { describe, expect, test } from 'vitest';
import {
  bands,
  branch,
  derived,
  fiveGrades,
  manyGrades,
  perGroupCut,
  rule,
  share,
  thresholds,
  twoGrades,
  twoStage,
  withStatus,
} from '../fixtures/changes.js';
import { readText, schemeText, sourceText, troubleCodes, withText, withValues } from '../fixtures/scheme.js';

interface Row {
  readonly name: string;
  readonly changes: Readonly<Record<string, unknown>>;
  readonly codes: readonly string[];
}

const valid: readonly Omit<Row, 'codes'>[] = [
  { name: 'the sample itself', changes: {} },
  {
    name: '[S64] different shares per group',
    changes: { 'grades.cut': perGroupCut(share({ A: '20%', D: 'rest' }), share({ A: '15%', D: 'rest' })) },
  },
  { name: '[S62] two grades 甲乙 with their own names', changes: { ...twoGrades('甲', '乙') } },
  { name: '[S62] five grades with A+ and C-', changes: fiveGrades() },
  { name: '[S62] as many as 31 grades', changes: manyGrades(31) },
  {
    name: '[S63] open and closed bounds are both sayable',
    changes: { 'grades.cut.edge': 'out', 'grades.cut.count': 'cumulative' },
  },
  { name: '[S65] limits that the shares keep', changes: { 'grades.limits': { A: { most: '20%' }, C: { least: '10%' } } } },
  { name: '[S66] rounding said for each grade', changes: { 'grades.cut.round': { A: 'down', B: 'nearest', C: 'up' } } },
  { name: '[S66] base with a further status', changes: { ...withStatus(), 'grades.cut.base': { graded_and: ['t'] } } },
  {
    name: '[S69] thresholds with units',
    changes: { 'grades.cut': thresholds({ A: '30 万元/亩', B: 10, C: 1, D: 'rest' }), 'overrides.rules.0.off_quota': undefined },
  },
  {
    name: '[S68] two stages with rounding said for each grade',
    changes: {
      'grades.cut': {
        ...twoStage('50%', { A: '20%', B: 'rest' }, { C: 'rest', D: '5%' }),
        round: { A: 'down', D: 'up' },
      },
    },
  },
  { name: '[S68] two stages', changes: { 'grades.cut': twoStage('50%', { A: '20%', B: 'rest' }, { C: 'rest', D: '5%' }) } },
  {
    name: '[S16] a status treated as B',
    changes: {
      statuses: { t: { name: '暂不评', computed: true, ranked: false, graded: false, treated_as: 'B', clause: 'notice#scope' } },
      'who.except.0.status': 't',
    },
  },
  { name: '[S26] two groups in one pool with one cut', changes: { 'groups.above.pool': 'all', 'groups.below.pool': 'all' } },
  { name: '[S28] a branch whose children come to its weight', changes: { 'indicators.1': branch([25, 15]) } },
  {
    name: '[S29] one to three chosen indicators',
    changes: { 'indicators.1': { ...branch([25, 15]), choose: { least: 1, most: 3 } } },
  },
  {
    name: '[S73] a rule that yields to another',
    changes: { 'overrides.rules.1': rule('mercy', { not: ['D'] }, { when: '评价税收 >= 500 万元', unless: ['big_tax'] }) },
  },
];

const invalid: readonly Row[] = [
  { name: 'rounding of the total unsaid', changes: { 'total.round': undefined }, codes: ['rounding_unsaid'] },
  { name: 'rounding of scores unsaid', changes: { 'score.round': undefined }, codes: ['rounding_unsaid'] },
  { name: 'rounding of land unsaid', changes: { 'land.round': undefined }, codes: ['rounding_unsaid'] },
  { name: 'ties unsaid', changes: { 'rank.ties': undefined }, codes: ['ties_unsaid'] },
  { name: '[S62] more grades than rules can bar', changes: manyGrades(32), codes: ['classes_too_many'] },
  { name: 'ties across the cut unsaid', changes: { 'grades.cut.ties_across_cut': undefined }, codes: ['ties_unsaid'] },
  { name: '[S63] edge unsaid', changes: { 'grades.cut.edge': undefined }, codes: ['edge_unsaid'] },
  { name: '[S66] quota base unsaid', changes: { 'grades.cut.base': undefined }, codes: ['quota_base_unsaid'] },
  { name: '[S66] quota rounding unsaid', changes: { 'grades.cut.round': undefined }, codes: ['quota_rounding_unsaid'] },
  { name: '[S66] counting unsaid', changes: { 'grades.cut.count': undefined }, codes: ['quota_count_unsaid'] },
  { name: '[S66] base with an unknown status', changes: { 'grades.cut.base': { graded_and: ['t'] } }, codes: ['status_unknown'] },
  { name: 'rank on rounded or full unsaid', changes: { 'rank.on': undefined }, codes: ['rank_on_unsaid'] },
  { name: '[S67] a key without direction', changes: { 'rank.by.0': '总分' }, codes: ['direction_unsaid'] },
  { name: 'absence unsaid', changes: { absent: undefined }, codes: ['absence_top_unsaid'] },
  {
    name: '[S50] one kind of absence unsaid',
    changes: { absent: { missing: 'pending', not_applicable: 'pending', not_reported: 'group_mean_score' } },
    codes: ['absence_unsaid'],
  },
  {
    name: '[S35] no benchmark for one group',
    changes: { 'indicators.0.benchmark': { above: 24 } },
    codes: ['benchmark_missing'],
  },
  {
    name: '[S36] benchmark from data, whose year is unsaid',
    changes: { 'indicators.0.benchmark': { from: 'mean', kind: 'of_values', within: 'group', clause: 'notice#rules' } },
    codes: ['benchmark_unsaid'],
  },
  { name: '[S35] benchmark of zero', changes: { 'indicators.1.benchmark': { above: 0 } }, codes: ['benchmark_not_positive'] },
  {
    name: '[S35] benchmark for a group without the indicator',
    changes: { 'indicators.1.benchmark': { above: 18, below: 9 } },
    codes: ['value_for_other_group'],
  },
  { name: 'order of overrides unsaid', changes: { 'overrides.order': undefined }, codes: ['override_order_unsaid'] },
  { name: '[S71] off quota unsaid', changes: { 'overrides.rules.0.off_quota': undefined }, codes: ['off_quota_unsaid'] },
  { name: 'a rule with neither clause nor assumed', changes: { 'groups.above.clause': undefined }, codes: ['rule_uncited'] },
  { name: 'an indicator with neither', changes: { 'indicators.0.clause': undefined }, codes: ['rule_uncited'] },
  { name: 'an unknown clause', changes: { 'rank.clause': 'notice#ruels' }, codes: ['clause_unknown'] },
  {
    name: 'an unknown group',
    changes: { 'indicators.1.weight': { abvoe: 40 }, 'indicators.1.benchmark': 18 },
    codes: ['group_unknown', 'weights_not_hundred'],
  },
  { name: 'an unknown grade', changes: { 'overrides.rules.0.effect': { direct: 'E' } }, codes: ['grade_unknown'] },
  { name: 'an unknown status', changes: { 'who.except.0.status': 'gone' }, codes: ['status_unknown'] },
  { name: 'two groups otherwise', changes: { 'groups.above.when': 'otherwise' }, codes: ['otherwise_twice'] },
  {
    name: 'otherwise before the last group',
    changes: { 'groups.above.when': 'otherwise', 'groups.below.when': '规模 = "规下"' },
    codes: ['otherwise_not_last'],
  },
  {
    name: '[S62] shares that leave a grade out',
    changes: { 'grades.cut.shares': { A: '20%', B: '45%', C: '30%' } },
    codes: ['cut_misses_grade', 'shares_not_whole'],
  },
  {
    name: '[S62] a grade that only a rule can give',
    changes: { 'grades.cut.shares': { A: '20%', B: '45%', C: 'rest' } },
    codes: ['cut_without_grade'],
  },
  { name: 'shares short of the whole without rest', changes: { 'grades.cut.shares.D': '4%' }, codes: ['shares_not_whole'] },
  { name: 'shares beyond the whole', changes: { 'grades.cut.shares.A': '40%' }, codes: ['shares_over_whole'] },
  { name: 'two rests', changes: { 'grades.cut.shares.C': 'rest' }, codes: ['rest_twice'] },
  {
    name: '[S65] limits that the shares break',
    changes: { 'grades.limits': { A: { most: '15%' } } },
    codes: ['limits_impossible'],
  },
  {
    name: '[S66] rounding for each grade, one forgotten',
    changes: { 'grades.cut.round': { A: 'down', B: 'down' } },
    codes: ['cut_per_grade_missing'],
  },
  {
    name: '[S64] a group without a cut',
    changes: { 'grades.cut': { groups: { above: share({ A: '20%', D: 'rest' }) } } },
    codes: ['cut_without_grade', 'cut_unsaid'],
  },
  {
    name: '[S26] one pool, two cuts',
    changes: {
      'groups.above.pool': 'one',
      'groups.below.pool': 'one',
      'grades.cut': perGroupCut(
        share({ A: '20%', B: '45%', C: '30%', D: 'rest' }),
        share({ A: '15%', B: '45%', C: '30%', D: 'rest' }),
      ),
    },
    codes: ['pool_cuts_differ'],
  },
  {
    name: '[S27] ranked together, cut apart',
    changes: {
      'rank.within': [],
      'grades.cut': perGroupCut(
        share({ A: '20%', B: '45%', C: '30%', D: 'rest' }),
        share({ A: '15%', B: '45%', C: '30%', D: 'rest' }),
      ),
    },
    codes: ['rank_not_by_group'],
  },
  {
    name: '[S69] lines that do not fall',
    changes: { 'grades.cut': thresholds({ A: 30, B: 40, C: 1, D: 'rest' }), 'overrides.rules.0.off_quota': undefined },
    codes: ['lines_not_monotone'],
  },
  {
    name: '[S69] the last grade with a line',
    changes: { 'grades.cut': thresholds({ A: 30, B: 10, C: 5, D: 1 }), 'overrides.rules.0.off_quota': undefined },
    codes: ['last_line_not_rest'],
  },
  {
    name: '[S69] a line in a unit of another kind',
    changes: { 'grades.cut': thresholds({ A: '30 人', B: 10, C: 5, D: 'rest' }), 'overrides.rules.0.off_quota': undefined },
    codes: ['line_unreadable', 'cut_misses_grade'],
  },
  {
    name: '[S68] the upper half with more than the first share',
    changes: { 'grades.cut': twoStage('50%', { A: '20%', B: '40%' }, { C: 'rest', D: '5%' }) },
    codes: ['shares_over_whole'],
  },
  {
    name: '[S68] two stages whose rounding leaves a grade out',
    changes: {
      'grades.cut': { ...twoStage('50%', { A: '20%', B: 'rest' }, { C: 'rest', D: '5%' }), round: { A: 'down' } },
    },
    codes: ['cut_per_grade_missing'],
  },
  { name: 'an unknown key of rank.within', changes: { 'rank.within': ['group', '县市'] }, codes: ['fact_unknown'] },
  { name: '[S31] units that do not fit', changes: { 'indicators.0.unit': '万元/人' }, codes: ['result_unit_mismatch'] },
  { name: 'an unknown unit', changes: { 'indicators.0.unit': '万圆/亩' }, codes: ['unit_unknown'] },
  { name: 'a fact in a unit of another kind', changes: { 'facts.用地面积.unit': '万元' }, codes: ['unit_not_convertible'] },
  {
    name: 'a declared fact without a unit',
    changes: { 'facts.新增投资': { id: 'new_investment', type: 'number' } },
    codes: ['fact_incomplete'],
  },
  {
    name: 'an unused fact',
    changes: { 'facts.新增投资': { id: 'new_investment', type: 'number', unit: '万元' } },
    codes: ['fact_unused'],
  },
  {
    name: 'a fact with a fixed name of the evaluation',
    changes: { 'facts.总分': { id: 'sum', type: 'number', unit: '分' }, also_collect: ['总分'] },
    codes: ['name_reserved'],
  },
  {
    name: '[S32] derived facts in a circle',
    changes: {
      'facts.甲项': derived('a', '乙项 + 1 万元'),
      'facts.乙项': derived('b', '甲项 + 1 万元'),
      also_collect: ['甲项', '乙项'],
    },
    codes: ['facts_cycle'],
  },
  { name: 'weights short of 100', changes: { 'indicators.1.weight.above': 30 }, codes: ['weights_not_hundred'] },
  {
    name: '[S28] children that do not come to the branch',
    changes: { 'indicators.1': branch([25, 14]) },
    codes: ['children_not_branch'],
  },
  {
    name: '[S29] four chosen where three are allowed',
    changes: { 'indicators.1': { ...branch([10, 10, 10, 10]), choose: { least: 1, most: 3 } } },
    codes: ['choose_wrong'],
  },
  {
    name: '[S28] a branch with a formula',
    changes: { 'indicators.1': { ...branch([25, 15]), formula: '工业增加值' } },
    codes: ['branch_overfull'],
  },
  { name: 'two indicators of one name', changes: { 'indicators.1.name': '亩均税收' }, codes: ['name_twice'] },
  { name: 'two indicators of one id', changes: { 'indicators.1.id': 'tax_per_mu' }, codes: ['id_twice'] },
  {
    name: '[S40] goalposts that meet',
    changes: { 'indicators.1.score': { by: 'goalposts', low: 5, high: 5, least_share: '0%', clamp: true } },
    codes: ['goalposts_equal'],
  },
  {
    name: '[S43] inverse and lower is better',
    changes: { 'indicators.1.score': { by: 'inverse' }, 'indicators.1.better': 'lower' },
    codes: ['inverse_lower'],
  },
  { name: 'bands out of order', changes: { 'indicators.1.score': bands([1, 2]) }, codes: ['bands_not_monotone'] },
  {
    name: 'bands whose points rise',
    changes: { 'indicators.1.score': { ...bands([2, 1]), below: 50 } },
    codes: ['band_points_not_monotone'],
  },
  {
    name: '[S36] total over total of what is no quotient',
    changes: {
      'indicators.1.formula': '工业增加值 / 年平均职工人数 + 0 万元/人',
      'indicators.1.benchmark': { from: 'mean', kind: 'of_sums', of: 'this_year', within: 'pool', clause: 'notice#rules' },
    },
    codes: ['mean_needs_sides'],
  },
  { name: '[S48] limits of the total that cross', changes: { 'total.least': 10, 'total.most': 5 }, codes: ['limits_crossed'] },
  { name: 'include that can never hold', changes: { 'who.include': '1 > 2' }, codes: ['constant_condition'] },
  {
    name: 'the grade of this year before the cut',
    changes: { 'overrides.rules.0.when': '类别 = "D"' },
    codes: ['grade_now_before_cut'],
  },
  {
    name: '[S70] two direct rules with one condition',
    changes: { 'overrides.rules.1': rule('again', { direct: 'D' }, { when: '评价税收 不低于 1000 万元' }) },
    codes: ['rules_contradict'],
  },
  {
    name: '[S72] a rule that bars what another gives',
    changes: { 'overrides.rules.1': rule('again', { not: ['A'] }, { when: '评价税收 >= 1000 万元' }) },
    codes: ['rule_bars_own'],
  },
  {
    name: '[S72] a rule that bars every grade',
    changes: { 'overrides.rules.1': rule('none', { not: ['A', 'B', 'C', 'D'] }, { when: '严重失信' }) },
    codes: ['rule_bars_all'],
  },
  {
    name: '[S73] rules that yield in a circle',
    changes: {
      'overrides.rules.0.unless': ['mercy'],
      'overrides.rules.1': rule('mercy', { not: ['D'] }, { when: '严重失信', unless: ['big_tax'] }),
    },
    codes: ['unless_cycle'],
  },
  { name: '[S73] an unknown rule to yield to', changes: { 'overrides.rules.0.unless': ['nobody'] }, codes: ['rule_unknown'] },
  {
    name: '[S75] a notch before the cut',
    changes: { 'overrides.rules.1': rule('notch', { up: 1 }, { when: '严重失信' }, false) },
    codes: ['move_before_cut'],
  },
  {
    name: '[S78] following before the cut',
    changes: { 'overrides.rules.1': rule('follow', { follow: '出租方' }, { when: '严重失信' }, false) },
    codes: ['follow_before_cut'],
  },
  {
    name: '[S79] the largest of a parcel by what',
    changes: {
      'overrides.rules.1': rule('parcel', { share: '出租方', grade: 'of_largest' }, { when: '严重失信', at: 'after_cut' }, false),
    },
    codes: ['largest_unsaid'],
  },
  {
    name: '[S85] merging ratios unsaid',
    changes: { merge: { by: '出租方', clause: 'notice#rules' }, 'indicators.1.formula': '研发占比', 'indicators.1.unit': '%' },
    codes: ['merged_unsaid'],
  },
  { name: 'a reference day that does not exist', changes: { reference_day: '02-30' }, codes: ['reference_day_invalid'] },
  { name: 'land in 亩 without the divisor', changes: { land: undefined }, codes: ['mu_unsaid'] },
  {
    name: 'a list matched otherwise than said',
    changes: {
      lists: { 公用事业: { id: 'utilities', entries: ['44', '45'], match: 'prefix', clause: 'notice#scope' } },
      'who.except.0.when': '行业代码 属于 表(公用事业)',
    },
    codes: ['list_match_wrong'],
  },
  {
    name: 'a bonus with two sources',
    changes: {
      bonus: {
        most: 5,
        least: 'none',
        absent: 'no_points',
        clause: 'notice#rules',
        items: [{ id: 'x', name: '加分', points: 1, events: { where: '事件类型 = "转租"', first: 1, further: 1 } }],
      },
    },
    codes: ['bonus_source'],
  },
];

describe('办法检查', () => {
  test.each(valid)('valid: $name', ({ changes }) => {
    const { scheme, findings } = readText(withValues(changes));
    expect(troubleCodes(findings)).toEqual([]);
    expect(scheme).toBeDefined();
  });

  test.each(invalid)('invalid: $name', ({ changes, codes }) => {
    const { findings } = readText(withValues(changes));
    expect(troubleCodes(findings).sort()).toEqual([...codes].sort());
    for (const finding of findings) expect(finding.where.line, finding.code).toBeGreaterThan(0);
  });

  test.each([
    ['draft', 'document_weak'],
    ['expired', 'document_weak'],
    ['void', 'document_weak'],
    ['interpretation', 'document_weak'],
    ['superseded', 'document_weak'],
    ['invented', 'document_weak'],
    ['unknown', 'document_weak'],
  ])('a basis that is %s reaches the assumptions', (standing, code) => {
    const { scheme, findings } = readText(schemeText, sourceText.replace('standing: in_force', `standing: ${standing}`));
    expect(troubleCodes(findings)).toEqual([code]);
    expect(scheme?.assumptions.map(({ path }) => path)).toEqual(['source.documents.notice']);
  });

  test.each(['in_force', 'extended', 'trial', 'notice'])('a basis that is %s does not', (standing) => {
    const { scheme, findings } = readText(schemeText, sourceText.replace('standing: in_force', `standing: ${standing}`));
    expect(troubleCodes(findings)).toEqual([]);
    expect(scheme?.assumptions).toEqual([]);
  });

  test('standing unsaid is refused; a document out of force in the data year is a warning; the last day of the year before is the edge', () => {
    expect(troubleCodes(readText(schemeText, sourceText.replace('    standing: in_force\n', '')).findings)).toEqual([
      'standing_unsaid',
    ]);
    const until = (to: string) =>
      troubleCodes(readText(schemeText, sourceText.replace('from: 2022-01-01', `to: ${to}`)).findings);
    expect(until('2021-12-31')).toEqual(['document_out_of_force']);
    expect(until('2022-01-01')).toEqual([]);
    const from = (day: string) =>
      troubleCodes(readText(schemeText, sourceText.replace('from: 2022-01-01', `from: ${day}`)).findings);
    expect(from('2024-01-01')).toEqual(['document_not_yet']);
    expect(from('2023-12-31')).toEqual([]);
  });

  test('an assumed rule is a note and an assumption', () => {
    const { scheme, findings } = readText(
      withText('ties: min, on: rounded, clause: notice#rules', 'ties: min, on: rounded, assumed: 公示未写'),
    );
    expect(findings.filter(({ code }) => code === 'assumed_rule').map(({ message }) => message)).toEqual([
      '排名是假定的：公示未写。',
    ]);
    expect(scheme?.assumptions).toEqual([{ path: 'rank', what: '排名', why: '公示未写' }]);
  });
});
