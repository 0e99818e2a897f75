/** 测算各步的提示语 — what the stages from subjects to total find. */
import { type FindingText, findingsOf } from '@muheng/finding';

export const stageTexts = {
  merge_id_taken: {
    severity: 'error',
    message: '合并评价主体“{id}”与另一评价对象的编号相同，而该对象不在合并成员之中，这一组没有合并。',
    remedy: '请核对合并主体代码，或把该对象也列为成员。',
  },
  fact_not_positive: {
    severity: 'warning',
    message: '{term} 为 {value}，按要求应大于零，按“算不出”处理。',
    remedy: '请核对原始数据后重新填报。',
  },
  fact_negative: {
    severity: 'warning',
    message: '{term} 为 {value}，按要求不能小于零，按“算不出”处理。',
    remedy: '请核对原始数据后重新填报。',
  },
  occupancy_kind_unknown: {
    severity: 'error',
    message: '用地表中的用地方式“{kind}”无法识别，这一行没有计入用地面积。',
    remedy: '请写成 自有、承租、出租 或 集体。',
  },
  occupancy_area_missing: {
    severity: 'error',
    message: '宗地“{parcel}”（{kind}）没有办法要求的面积，用地面积无法计算。',
    remedy: '请补填{basis}。',
  },
  completion_due_missing: {
    severity: 'error',
    message: '在建宗地“{parcel}”没有约定竣工日期，无法判断是否逾期，用地面积无法计算。',
    remedy: '请补填约定竣工日期。',
  },
  parcel_over_allocated: {
    severity: 'warning',
    message: '宗地“{parcel}”上各对象计入的用地合计 {sum} ㎡，超过宗地面积 {area} ㎡。',
    remedy: '请核对承租、出租面积和建筑面积折算。',
  },
  meter_kind_unknown: {
    severity: 'error',
    message: '电表“{meter}”的用电方式“{kind}”无法识别，这一行没有计入用电量。',
    remedy: '请写成 自用、转入 或 转出。',
  },
  meter_over_shared: {
    severity: 'warning',
    message: '电表“{meter}”的分摊比例合计 {sum}%，超过 100%。',
    remedy: '请核对共用电表的分摊。',
  },
  condition_undetermined: {
    severity: 'note',
    message: '{count} 个对象因数据缺失无法判断“{rule}”，按不成立处理{example}。',
    remedy: '补齐所需数据后重新测算。',
  },
  group_undetermined: {
    severity: 'warning',
    message: '{count} 个对象因数据缺失无法判断属于哪个分组，列为待补数据{example}。',
    remedy: '补齐所需数据后重新测算。',
  },
  pool_text_absent: {
    severity: 'warning',
    message: '{count} 个对象没有“{term}”，单独归入“未填”排名{example}。',
    remedy: '请补填后重新测算。',
  },
  group_empty: {
    severity: 'note',
    message: '分组“{group}”没有任何评价对象。',
    remedy: '如与实际不符，请核对分组条件和数据。',
  },
  benchmark_not_positive: {
    severity: 'warning',
    message: '指标“{indicator}”的基准值（{scope}）{value}，不能作除数，该指标得分算不出。',
    remedy: '请核对基准值的来源数据或在办法中写明公布值。',
  },
  marks_above_weight: {
    severity: 'warning',
    message: '{count} 个对象的“{indicator}”评分超过满分 {weight}，按满分计{example}。',
    remedy: '请与评分部门核对。',
  },
  side_table_not_supplied: {
    severity: 'warning',
    message: '办法用到附表“{table}”，数据中没有该表，按没有记录处理。',
    remedy: '如应有记录，请一并提供该表；确实没有记录的，提供只有表头的表。',
  },
} satisfies Readonly<Record<string, FindingText>>;

export type StageCode = keyof typeof stageTexts;

export const found = findingsOf<StageCode>(stageTexts);
