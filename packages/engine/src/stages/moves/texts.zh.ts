/** 划类与调档 — what a person reads about cuts and rules. */
import type { FindingText } from '@muheng/finding';

export const gradingTexts = {
  rank_key_absent: {
    severity: 'note',
    message: '排序键“{key}”有 {count} 户缺数据（{names}），排在同组最后。',
    remedy: '请核对这些评价对象的数据。',
  },
  cut_value_absent: {
    severity: 'warning',
    message: '划线依据“{key}”有 {count} 户无法计算（{names}），未定类别。',
    remedy: '请补齐数据后重新评价。',
  },
  cut_rule_undecided: {
    severity: 'warning',
    message: '类别规则“{rule}”对 {count} 户因数据缺失无法判断（{names}），按不符合处理。',
    remedy: '请补齐数据后重新评价。',
  },
  condition_undetermined: {
    severity: 'note',
    message: '规则“{rule}”对 {count} 户因数据缺失无法判断（{names}），未适用。',
    remedy: '如该规则可能适用，请补齐数据。',
  },
  pool_small: {
    severity: 'note',
    message: '“{pool}”仅 {members} 户，按比例计算 {grades} 没有名额。',
    remedy: '请确认是否为小组另行规定（smallest）。',
  },
  pool_too_small: {
    severity: 'note',
    message: '“{pool}”{members} 户，少于 {size} 户，按规定不按比例划类。',
    remedy: '如与文件不符，请核对办法中的最小户数（smallest）。',
  },
  override_conflict: {
    severity: 'warning',
    message: '{names} 共 {count} 户按“{rule}”直接定为{grade}，同时有规则限制该类别；按直接定档处理。',
    remedy: '请在办法中用 unless 写明两条规则谁优先。',
  },
  every_grade_barred: {
    severity: 'warning',
    message: '{names} 共 {count} 户被限制列入所有类别，维持测算类别。',
    remedy: '请核对限制类规则。',
  },
  follow_unknown: {
    severity: 'warning',
    message: '规则“{rule}”：{count} 户（{names}）所跟随的评价对象不存在或没有类别，类别不变。',
    remedy: '请核对跟随对象的编号。',
  },
  follow_cycle: {
    severity: 'warning',
    message: '规则“{rule}”：{count} 户（{names}）互相跟随，类别不变。',
    remedy: '请核对跟随对象的编号，消除循环。',
  },
  grade_limit_broken: {
    severity: 'warning',
    message: '“{pool}”{grade} {count} 户，占 {members} 户的 {percent}，{side} {limit} 的规定。',
    remedy: '请核对比例和调档规则。',
  },
  display_contradicts_decision: {
    severity: 'warning',
    message: '“{rule}”按未修约值判断，与显示值不一致：{names}（共 {count} 户）。',
    remedy: '请在办法中写明比较前是否修约（value_round），或增加显示位数。',
  },
} as const satisfies Record<string, FindingText>;

/** Sentences for one subject. `{…}` are blanks. */
export const moveWords = {
  direct: '符合“{rule}”，直接定为{to}',
  direct_off_quota: '符合“{rule}”，直接定为{to}，不占名额',
  not: '符合“{rule}”，不得列为{barred}，由{from}改列{to}',
  not_needed: '符合“{rule}”，{from}不在限制之列，不作调整',
  not_impossible: '符合“{rule}”，但所有类别均受限制，维持{from}',
  up: '符合“{rule}”，由{from}上调为{to}',
  down: '符合“{rule}”，由{from}下调为{to}',
  follow: '符合“{rule}”，随“{leader}”定为{to}',
  follow_unknown: '符合“{rule}”，但所跟随的评价对象不存在或没有类别，不作调整',
  follow_cycle: '符合“{rule}”，但跟随关系成环，不作调整',
  share: '符合“{rule}”，与{partner}同定为{to}',
  unchanged: '符合“{rule}”，类别已是{from}，不作调整',
  already_fixed: '符合“{rule}”，但类别已由“{other}”直接定档，不再调整',
  other_direct: '符合“{rule}”，但已按“{other}”直接定档',
  direct_prevails: '符合“{rule}”，但已按“{other}”直接定档，不作调整',
  blocked: '符合“{rule}”，但同时符合“{other}”，按规定不适用',
  undecided: '“{rule}”所需数据缺失，无法判断，未适用',
  no_grade: '符合“{rule}”，但没有测算类别，不作调整',
} as const;

/** Stands behind a sentence when the line has moved since the cut over everybody. */
export const lineMoved = '（按全部参评对象划线为{computed}；有评价对象按规则定档，重新划线后为{lined}）';

export const reasonWords = {
  pool_too_small: '所在组户数少于规定的最小户数，不按比例划类',
  cut_value_absent: '划线依据无法计算，未定类别',
} as const;
