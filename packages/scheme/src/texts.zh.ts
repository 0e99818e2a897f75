/** Chinese texts of this package's findings. A code is added here first; a builder call with another code does not compile. */
import { type FindingText, findingsOf } from '@muheng/finding';

const error = (message: string, remedy: string): FindingText => ({ severity: 'error', message, remedy });
const warning = (message: string, remedy: string): FindingText => ({ severity: 'warning', message, remedy });
const note = (message: string, remedy: string): FindingText => ({ severity: 'note', message, remedy });

const texts = {
  // The text of the file.
  yaml_too_long: error('文件有 {length} 个字符，超过上限 {most}。', '请核对是不是评价办法文件；附表和代码表请另存。'),
  yaml_too_deep: error('内容一层套一层超过 {most} 层。', '请核对括号和缩进。'),
  yaml_unreadable: error('文件读不出来。', '请核对文件是不是 UTF-8 编码的 YAML 文本。'),
  yaml_broken: error('写法有误：{problem}。', '请照提示修改这一处。'),
  yaml_key_twice: error('{problem}。', '请删去重复的一个。'),
  yaml_alias: error('不能用锚点（&）、引用（*）和合并键（<<）。', '请把内容原样写全：评价办法要从上到下读得明白。'),
  yaml_tag: error('不能用以 ! 开头的标记。', '请删去它；以 ! 开头的文字请加引号。'),
  // The shape.
  key_unknown: error('不认识的键“{key}”。', '请核对键名。{hint}'),
  key_missing: error('“{path}”缺少“{key}”。', '请补上“{key}”。'),
  key_wrong: error('键“{key}”写法不对：{reason}。', '请改正键名。'),
  value_wrong: error('“{path}”的值“{given}”不对。', '{wanted}。'),
  // What must be said.
  rounding_unsaid: error(
    '“{path}”没有写明修约（{key}）。',
    '请写 {key}: none（不修约）或 {key}: { to: 2, by: excel }；by 可选 excel、gbt8170、up、down。',
  ),
  ties_unsaid: error(
    '“{path}”没有写明并列怎样处理（{key}）。',
    '排名 ties 可选 min、dense、average、max；跨线并列 ties_across_cut 可选 better、worse、split。',
  ),
  edge_unsaid: error('“{path}”没有写明正好在线上算不算（edge）。', '请写 edge: in（含本数）或 edge: out（不含）。'),
  quota_base_unsaid: error(
    '没有写明比例的基数（base）。',
    '请写 base: graded（参评户数）、graded_without_off_quota（不含不占比例的）或 { graded_and: [状态] }。',
  ),
  quota_rounding_unsaid: error('没有写明户数 × 比例怎样取整（round）。', '请写 round: down、nearest 或 up，也可以按类别分别写。'),
  quota_count_unsaid: error(
    '没有写明各档比例是分别计算还是累计（count）。',
    '请写 count: each（各档分别取整）或 count: cumulative（按累计比例划线）。',
  ),
  absence_top_unsaid: error(
    '没有写明缺数据时怎样计分（absent），这些指标自己也没有写：{names}。',
    '请在顶层写 absent，例如 absent: pending；或给四种缺失 missing、not_applicable、not_reported、not_computable 分别写。',
  ),
  absence_unsaid: error(
    '“{path}”没有写明数据{key}时怎样计分（absent）。',
    '请写明 missing 缺、not_applicable 不适用、not_reported 未报、not_computable 算不出 各怎样处理，例如 absent: pending。',
  ),
  all_equal_unsaid: error('“{path}”没有写明各户数值全相同时怎样计分（all_equal）。', '请写 all_equal: full、half 或 least。'),
  single_unsaid: error('“{path}”没有写明只有一户时怎样计分（single）。', '请写 single: full 或 single: none。'),
  benchmark_unsaid: error(
    '“{path}”的基准值没有写明“{key}”。',
    '请写明 kind（各户平均或总量相除）、of（本年或上年）、within（pool、group 或 all）和分位数类型。',
  ),
  benchmark_missing: error(
    '指标“{name}”在分组“{group}”按“{rule}”计分，但没有写明基准值。',
    '请写 benchmark：公布的数值，或怎样由数据得出（from: mean、best、quantile、table、formula）。',
  ),
  deviation_unsaid: error('“{path}”没有写明标准差除以 n 还是 n−1（sd）。', '请写 sd: n 或 sd: n-1。'),
  rank_on_unsaid: error('没有写明按修约后的总分还是未修约的总分排名（on）。', '请写 on: rounded 或 on: full。'),
  override_order_unsaid: error(
    '调档规则没有写明“{key}”。',
    '请写 order: first_wins 或 last_wins（两条同时成立听谁的），vacated: leave 或 refill（空出的名额怎样办）。',
  ),
  override_stage_unsaid: error('“{path}”没有写明在划档前还是划档后执行（at）。', '请写 at: before_cut 或 at: after_cut。'),
  off_quota_unsaid: error(
    '调档规则“{name}”没有写明占不占比例名额（off_quota）。',
    '请写 off_quota: true（不占）或 off_quota: false（占）。',
  ),
  standing_unsaid: error(
    '文件“{path}”没有写明效力（standing）。',
    '请写 in_force 有效、extended 延期、trial 试行、draft 征求意见稿、expired 过期、superseded 被替代、void 废止、interpretation 解读、notice 公示通报、invented 虚构 或 unknown 未核实。',
  ),
  limit_unsaid: error('“{path}”没有写明上下限（{key}）。', '请写 {key}: none 或限值。'),
  mu_unsaid: error('没有写明亩的换算口径。', '请写 land.mu.divisor: 2000/3、666.67 或 667。'),
  undetermined_unsaid: error(
    '没有写明因缺数据无法判断是否参评时怎样办（undetermined）。',
    '请写 undetermined: pending、out 或 in。',
  ),
  rule_uncited: error(
    '{what}既没有写条款（clause），也没有写假定理由（assumed）。',
    '请写 clause: 文件键#条款键；文件没有写到的，写 assumed: 为什么这样定。',
  ),
  score_top_unsaid: error(
    '没有写计分方法（score），这些指标自己也没有写全：{names}。',
    '请在顶层写 score：rule、cap、floor、value_round、round 和依据，管所有指标。',
  ),
  score_unsaid: error('指标“{name}”在分组“{group}”没有写明计分方法（score）。', '请在指标下或顶层写 score。'),
  full_unsaid: error('总分按“{by}”合成，但没有写明满分（full）。', '请写 full，例如 full: 100。'),
  aggregate_unsaid: error(
    '指标“{name}”有下级指标，但没有写明怎样合成（aggregate）。',
    '请写 aggregate: sum、weighted_mean 或 geometric。',
  ),
  merged_unsaid: error(
    '评价办法要合并评价，但比值“{term}”没有写明合并时怎样取值（merged）。',
    '请写 merged: first、most、least、mean 或 sum。',
  ),
  direction_unsaid: error('排序项“{text}”没有写明方向。', '请写成 总分 desc（从高到低）或 总分 asc（从低到高）。'),
  classes_too_many: error('类别有 {count} 个，最多 {most} 个。', '请合并类别。'),
  cut_unsaid: error('分组“{group}”没有写明怎样划档。', '请在 grades.cut.groups 下补上它。'),
  // Citations.
  clause_unknown: error('依据文件里没有条款“{reference}”。', '请核对文件键和条款键，或在 source.yaml 里补上。{hint}'),
  // Names.
  id_twice: error('标识“{id}”用了两次。', '请改成不同的标识。'),
  name_twice: error('名称“{name}”用了两次：{first}、{second}。', '请改成不同的名称，公式才分得清。'),
  name_reserved: error('“{name}”是评价过程里的固定名称，不能用作指标项。', '请换一个名称。'),
  group_unknown: error('没有分组“{name}”。', '请核对分组标识。{hint}'),
  grade_unknown: error('没有类别“{name}”。', '请核对类别标识。{hint}'),
  status_unknown: error('没有评价状态“{name}”。', '请核对状态标识，或在 statuses 里写明它。{hint}'),
  fact_unknown: error('没有指标项“{name}”。', '请核对名称，或在 facts 里写明它。{hint}'),
  table_not_found: error('没有对照表“{name}”。', '请核对名称，或在 tables 里写明它。{hint}'),
  rule_unknown: error('没有调档规则“{name}”。', '请核对规则标识。{hint}'),
  fact_type_wrong: error('“{name}”应当是{wanted}项。', '请换用合适的指标项。'),
  name_of_fact: warning(
    '指标“{name}”与一个指标项同名，但公式不是它本身；后面的公式里这个名称指指标项。',
    '请给指标换一个名称，例如加上“亩均”或“得分”。',
  ),
  // Facts.
  fact_incomplete: error('指标项“{term}”不在目录里，还缺{missing}。', '请补上 id、type 和 unit；在目录里的请核对名称。{hint}'),
  fact_type_changed: error('指标项“{term}”在目录里是{wanted}，这里写成了{given}。', '请改成一致，或换一个名称另立一项。'),
  unit_unknown: error('不认识的计量单位“{unit}”。', '请核对单位。{hint}'),
  unit_not_convertible: error('指标项“{term}”的单位“{unit}”与目录的“{wanted}”不是同一种量。', '请改正单位。'),
  unit_on_text: error('指标项“{term}”不是数，不能有单位。', '请删去 unit。'),
  plausible_wrong: error('“{term}”的合理范围下限大于上限。', '请写成 [下限, 上限]。'),
  facts_cycle: error('推算项互相引用成环：{cycle}。', '请改写其中一项，使它只用原始数据。'),
  land_fact_missing: error('用地规则要算“{name}”，但目录里没有它。', '请在 facts 里写明 {id}。'),
  // Groups.
  otherwise_not_last: error('“otherwise”只能写在最后一个分组。', '请把它移到最后。'),
  otherwise_twice: error('有两个分组写了“otherwise”。', '请只留一个。'),
  constant_condition: error('{what}的条件恒为{value}。', '请核对条件；条件要用到评价对象的数据。'),
  // Indicators.
  leaf_incomplete: error('指标“{name}”缺少{missing}。', '请补上；有下级指标的写 children。'),
  branch_overfull: error('指标“{name}”有下级指标，不能再写{keys}。', '请把它们写到下级指标里。'),
  child_group_outside: error(
    '指标“{name}”用于分组“{group}”，但上级“{parent}”不用于该组。',
    '请给上级指标补上该组权重，或从下级删去。',
  ),
  children_not_branch: error('“{parent}”的下级指标权重合计与本级权重不符：{sums}。', '请核对权重；下级相加应等于本级。'),
  choose_wrong: error('“{name}”在分组“{group}”选了 {count} 项，应为 {least} 至 {most} 项。', '请增减下级指标。'),
  weights_not_hundred: warning('分组“{group}”的权重合计 {sum}，不是 {full}。', '请与文件核对；文件本来如此的，可以不改。'),
  group_without_indicators: error('分组“{group}”没有一个指标。', '请给指标写上该组的权重，或删去该组。'),
  benchmark_not_positive: error('指标“{name}”在分组“{group}”的基准值 {value} 不大于 0，不能作除数。', '请核对基准值。'),
  benchmark_unused: note('指标“{name}”写了基准值，但“{rule}”计分用不到它。', '请核对计分方法，或删去基准值。'),
  value_for_other_group: error('指标“{name}”给分组“{group}”写了{what}，但该组没有这个指标的权重。', '请删去，或补上权重。'),
  mean_needs_sides: error(
    '指标“{name}”的基准值按总量相除，但公式不是一个除式。',
    '请把公式写成 甲 / 乙，或改用 kind: of_values。',
  ),
  lonely_pool: note('“{what}”在各排名组内比较；只有一户的组按 {key} 的规定计分。', '请核对这一规定。'),
  goalposts_equal: error('指标“{name}”在分组“{group}”的下限 {low} 不小于上限 {high}。', '请核对 low 和 high。'),
  inverse_lower: error(
    '指标“{name}”按“2 − 值/基准”计分，本来就是越低越好，不能再写 better: lower。',
    '请删去 better，或换一种计分方法。',
  ),
  bands_not_monotone: error('指标“{name}”的分段没有从{order}排列。', '请把最好的一段写在最前，依次排列。'),
  band_points_not_monotone: warning('指标“{name}”的分段得分不是从高到低。', '请与文件核对。'),
  printed_unit_looks_wrong: warning(
    '文件给“{name}”印的单位是“{printed}”，看来应当是“{unit}”。',
    '已按“{unit}”计算；请与发文单位核对，并在备注里写明。',
  ),
  printed_unit_same: note('“{name}”的 printed_unit 与 unit 是同一个单位。', '可以删去 printed_unit。'),
  share_range: error('“{path}”的比例 {share} 不在 {least} 至 {most} 之间。', '请改正比例。'),
  score_part_missing: error('指标“{name}”在分组“{group}”的计分方法没有写 {part}。', '请给该组补上 {part}。'),
  // Bonus and total.
  bonus_source: error('加减分项“{name}”应当只写 points、titles、events 中的一种，现在写了 {count} 种。', '请只留一种。'),
  limits_crossed: error('{what}的下限 {least} 大于上限 {most}。', '请核对上下限。'),
  // Ranking and grades.
  within_unknown: error('排名范围“{name}”不是 group、pool，也不是文字项。', '请写 group、pool 或文字项的名称，例如 县区。{hint}'),
  shares_not_whole: error('各档比例合计 {sum}，不是 {whole}，又没有写 rest。', '请核对比例，或把其中一档写成 rest。'),
  rest_twice: error('有 {count} 档写了 rest。', '请只留一档 rest。'),
  shares_over_whole: error('各档比例合计 {sum}，超过 {whole}。', '请核对比例。'),
  cut_misses_grade: error('划档没有写到类别“{grade}”。', '请补上它的{what}。'),
  cut_without_grade: warning('类别“{grade}”没有划档{what}：只有调档规则能定为这一类。', '确实如此可以不改；否则请补上它。'),
  cut_per_grade_missing: error('取整方式按类别写，但没有写到类别“{grade}”。', '请补上，或只写一种取整方式。'),
  lines_not_monotone: error('类别“{grade}”的线 {line} 不在上一档的线 {before} 的{side}。', '请按从优到劣依次写线值。'),
  line_unreadable: error(
    '类别“{grade}”的线“{line}”读不懂或单位不合。',
    '请写成数，或数加单位，例如 10 万元/亩；要求的单位是“{unit}”。',
  ),
  last_line_not_rest: error('最后一档“{grade}”没有写 rest。', '按线值划档，最后一档请写 rest。'),
  rest_not_last: error('类别“{grade}”写了 rest，但它不是最后一档。', '按线值划档，只有最后一档写 rest。'),
  pool_cuts_differ: error(
    '分组“{first}”和“{second}”同在排名组“{pool}”，但划档规则不同。',
    '请写成同样的划档规则，或分成两个排名组。',
  ),
  rank_not_by_group: error(
    '排名不分组（within 没有 group 或 pool），但各组划档规则不同。',
    '请在 within 里写 group 或 pool，或写成同样的划档规则。',
  ),
  limits_impossible: error('类别“{grade}”的限额与划档比例矛盾：比例 {share}，限额 {limit}。', '请核对比例与限额。'),
  // Overrides.
  unless_cycle: error('调档规则互相让位成环：{cycle}。', '请删去其中一处 unless。'),
  follow_before_cut: error('调档规则“{name}”跟随别户类别，只能在划档后执行。', '请写 at: after_cut。'),
  move_before_cut: error('调档规则“{name}”升降档或共用类别，只能在划档后执行。', '请写 at: after_cut。'),
  move_never_acts: warning('调档规则“{name}”对它管的类别都不会改动：{why}。', '请核对 not_above、not_below 和条件里的类别。'),
  off_quota_unused: warning('调档规则“{name}”写了 off_quota，但这一种规则或划档方式用不到它。', '请核对后删去。'),
  rules_contradict: error('调档规则“{first}”和“{second}”条件相同，却分别定为不同类别。', '请核对条件；同一情形只能有一个结果。'),
  rule_bars_all: error('调档规则“{name}”禁止了所有类别。', '请至少留一个类别。'),
  rule_bars_own: error('调档规则“{first}”直接定为“{grade}”，规则“{second}”条件相同却禁止它。', '请核对两条规则。'),
  grade_now_before_cut: error('划档前还没有类别，不能用当年的“类别”。', '请改用 往年(类别, 1 年)，或写 at: after_cut。'),
  largest_unsaid: error(
    '调档规则“{name}”按最大一户共用类别，但没有写明按什么比大小（largest_by）。',
    '请写 largest_by: 指标项名称。',
  ),
  // Documents.
  document_weak: warning('依据文件{document}的效力是“{standing}”。', '请核对能否据以正式评价；评价结果会注明这一点。'),
  document_out_of_force: warning(
    '依据文件{document}有效期到 {to}，{year} 年度已不在有效期内。',
    '请核对是否有延期或新的文件；评价结果会注明这一点。',
  ),
  document_not_yet: warning('依据文件{document}自 {from} 起施行，晚于 {year} 年底。', '请核对适用的年度；评价结果会注明这一点。'),
  document_dates_crossed: error('依据文件{document}的起始日期晚于截止日期。', '请核对日期。'),
  date_invalid: error('“{date}”不是有效的日期。', '请核对日期。'),
  reference_day_invalid: error('基准日“{day}”不是有效的月日。', '请写成 MM-DD，例如 12-31。'),
  policy_crossed: error('政策执行期的起始日期晚于截止日期。', '请核对日期。'),
  // Spare parts.
  fact_unused: warning('指标项“{term}”没有规则用到。', '请核对公式；只收集不计算的，写进 also_collect。'),
  list_unused: note('名单“{term}”没有规则用到。', '请核对后删去。'),
  list_match_wrong: error(
    '名单“{term}”写明按 {match} 比对，这里却按 {wanted} 比对。',
    '完全相同（exact）写“属于 表(名称)”；按开头（prefix）写“开头是(项, 表(名称))”。',
  ),
  table_unused: note('对照表“{term}”没有规则用到。', '请核对后删去。'),
  clause_unused: note('条款“{reference}”没有规则引用。', '请核对是否有规则漏了依据。'),
  status_unused: note('评价状态“{name}”没有规则用到。', '请核对后删去。'),
  collected_used: note('“{term}”写在 also_collect 里，其实有规则用到。', '可以从 also_collect 删去。'),
  assumed_rule: note('{what}是假定的：{why}。', '评价结果会注明这一假定；有文件依据后请改写为 clause。'),
} satisfies Record<string, FindingText>;

export type SchemeTextCode = keyof typeof texts;
export const found = findingsOf<SchemeTextCode>(texts);
/** Every code, for the reference page and its test. */
export const schemeTexts: Readonly<Record<SchemeTextCode, FindingText>> = texts;
