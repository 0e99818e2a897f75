/** 归集提示语 — what the joining of department files says: what happened, where, what to do next. */
import { type FindingText, findingsOf } from '@muheng/finding';

const error = (message: string, remedy: string): FindingText => ({ severity: 'error', message, remedy });
const warning = (message: string, remedy: string): FindingText => ({ severity: 'warning', message, remedy });
const note = (message: string, remedy: string): FindingText => ({ severity: 'note', message, remedy });

const texts = {
  table_not_recognised: warning(
    '认不出这张表是什么（认得的列：{columns}），没有使用。',
    '请写明企业的代码或名称，并用规定的列名；或用对列表写明各列是什么。',
  ),
  year_from_words: note('表中没有年度列，按{where}中的“{year}年”作为数据年度。', '如不对，请在表中加上年度列。'),
  year_words_differ: error('工作表名与文件名写的年份不同，不知是哪一年的数据，没有使用。', '请改正，或在表中加上年度列。'),
  year_unknown: error('看不出是哪一年的数据，没有使用。', '请在文件名、工作表名或年度列中写明年份。'),
  year_unreadable: error('年度“{value}”读不出，这一行没有使用。', '请写成 2024 这样的年份。'),
  scale_from_words: note('表中没有“规模”列，按{where}中的“{scale}”作为这些企业的规模。', '如不对，请在表中加上规模列。'),
  scale_conflict: error('{name} {year} 年在{one}中是规上，在{other}中是规下，规模没有采用。', '请核对该企业当年是否在库。'),

  register_absent: warning(
    '没有登记信息，按各文件中的代码建立名录，共 {count} 户；没有代码的行无法按名称并入。',
    '请一并提供市场监管部门的登记信息。',
  ),
  register_code_supplied: warning(
    '登记信息中“{name}”的代码不能用；{files} 个文件里同名企业的代码都是 {code}，已按此建立。',
    '请在登记信息中补正代码。',
  ),
  register_row_without_code: error(
    '登记信息中“{name}”的代码不能用，其他文件里也找不到同名企业的代码，这一户没有建立。',
    '请在登记信息中补正代码。',
  ),
  register_twice: error(
    '登记信息中代码 {code} 有几行而内容不同：第 {rows} 行（{differing}），不同的各项都没有采用。',
    '请核对后只保留正确的一行。',
  ),
  register_twice_alike: note('登记信息中代码 {code} 有内容相同的几行：第 {rows} 行，按一行计。', '请删去重复的行。'),
  register_foreign: warning('登记信息中“{name}”（{code}）的代码属于外区，{used}。', '请确认是否属于本区评价范围。'),
  register_name_doubtful: warning('登记信息中名称为“{name}”，而 {count} 个文件中都是“{other}”。', '请核对营业执照上的名称。'),
  register_only: warning(
    '“{name}”（{code}）只在登记信息中有，其他文件都没有。',
    '请确认是否仍在经营；如已注销，请写明注销日期。',
  ),
  register_place_unusable: note('“{place}”按“{full}”理解。', '不影响评价。'),

  joined_by_name: warning('代码{what}；名称与登记信息中的“{name}”相同，已按名称并入 {code}。', '请补正代码。'),
  joined_by_former_name: warning('代码{what}；名称是“{name}”的曾用名，已并入 {code}。', '请补正代码和名称。'),
  joined_by_former_code: warning('代码是“{name}”的曾用代码，已并入 {code}。', '请改填现在的代码。'),
  joined_by_names_only: warning('表中没有代码列，{count} 行按名称并入。', '请补充统一社会信用代码。'),
  name_differs: warning('代码是“{name}”的，名称写的是“{written}”，按代码并入。', '请核对名称；如是另一家企业，请改正代码。'),
  code_and_name_disagree: error('代码是“{name}”的，名称却是另一户“{other}”的，这一行没有采用。', '请核对代码和名称。'),
  name_nearly_known: error(
    '“{written}”{what}，登记信息中没有同名企业，相近的有：{candidates}。没有并入。',
    '请补正代码；确是这一户的，请改正名称。',
  ),
  name_ambiguous: error('“{written}”{what}，登记信息中有几户同名：{candidates}。没有并入。', '请补正代码。'),
  code_unknown_name_known: error(
    '“{written}”的代码 {code} 是对的，但不在登记信息中；登记信息中同名的是{candidates}。没有并入。',
    '同名不一定是同一家。如确是这一户换了代码，请把原代码补入登记信息的“曾用代码”。',
  ),
  row_unknown: warning(
    '“{written}”（{code}）不在登记信息中，可能早已注销，这一行没有采用。',
    '请核对；如应参评，请补入登记信息。',
  ),
  row_foreign: warning('“{written}”（{code}）的代码属于外区，不在登记信息中，这一行没有采用。', '请核对是否属于本区。'),
  subject_not_in_register: error(
    '“{name}”（{code}）不在登记信息中，却出现在 {files} 个文件的 {rows} 行里（{example} 等），都没有采用。',
    '登记信息可能漏了这一户，请补入后重新评价。',
  ),
  place_differs: warning('{what}写的是“{written}”，登记信息中是“{registered}”，按登记信息。', '请核对。'),

  subject_twice: error(
    '{name} {year} 年在本表中有几行而内容不同：第 {rows} 行（{differing}），都没有采用。',
    '请核对后只保留正确的一行。',
  ),
  subject_twice_alike: note('{name} {year} 年在本表中有内容相同的几行：第 {rows} 行，按一行计。', '请删去重复的行。'),
  fact_conflict: error(
    '{name} {year} 年的“{what}”：{one} 是 {first}，{other} 是 {second}，都没有采用。',
    '请两个部门核对后改正其中一处。',
  ),
  differs_from_register: warning('{name}的“{what}”写的是“{written}”，登记信息中是“{registered}”，按登记信息。', '请核对。'),
  column_unit_doubtful: error(
    '列“{column}”整列的单位可疑，确认以前这一列没有采用。',
    '请核对；在对列表中写明这一列的“单位”即可采用，例如 "单位": "{proposal}"。',
  ),
  column_years_apart: warning(
    '“{what}”各年的中位数相差悬殊：{medians}（{unit}）；{odd} 年的可疑，没有采用。',
    '请核对各年的单位，在对列表中写明；如可疑的年份才是对的，其余年份的数就都错了。',
  ),
  subject_missing: warning(
    '{name}（{code}）在{table}中没有，{why}。',
    '请部门核对是否漏报；确实没有的请写一行 0、不适用 或 未报。',
  ),
  subjects_missing: warning('{table}中，往年有而今年没有的有 {count} 户：{names}。', '请部门核对是否漏报。'),
  tax_sum_differs: warning('“{what}”是 {total}，按各税种合计应为 {sum}（{rule}），相差 {gap}。', '请税务部门核对。'),

  ledger_twice: error('{what} {key} 有几行而内容不同：第 {rows} 行，都没有采用。', '请核对后只保留正确的一行。'),
  ledger_twice_alike: note('{what} {key} 有内容相同的几行：第 {rows} 行，按一行计。', '请删去重复的行。'),
  incomplete_land: warning('{name}的用地没有算出：{why}。', '补正后重新评价；少算一处用地会使亩均指标偏高，所以整户按“缺”处理。'),
  incomplete_power: warning(
    '{name} {year} 年的用电量没有算出：{why}。',
    '补正后重新评价；少算一只电表会使单位用电指标偏高，所以按“缺”处理。',
  ),
  lessor_nearly_known: warning(
    '出租方“{written}”与登记信息中的{candidates}相近而不同，出租面积没有从该户扣除。',
    '请核对出租方名称。',
  ),
  meter_jumps: warning('户号 {meter} 的用电量是 {kwh} kWh，而{others}，相差悬殊，单位可能不同。', '请核对；确认前照原样采用。'),
  shares_exceed: error('户号 {meter} 的分摊比例合计 {sum}%，超过 100%，没有采用。', '请核对分摊登记。'),
  share_without_meter: note('户号 {meter} 有分摊登记，而 {year} 年用电量表中没有这只电表。', '请核对户号。'),
  land_computed: note(
    '用地由登记台账和租赁台账算出：自有 + 承租 − 出租，按当年使用月数折算，面积保留两位小数。',
    '办法另有规定的，以办法为准。',
  ),
  power_computed: note('用电量按户号合计：自有电表 + 转入 − 转出，转供电按登记的分摊比例。', '不影响读取。'),

  file_twice: warning('与 {other} 内容完全相同，只读一份。', '请删去多余的一份。'),
  file_versions: error(
    '与 {other} 像是同一张表的两个版本（{count} 户相同，年度、列相同）。',
    '请只保留正确的一份；两份都保留时，相同的数采用，不同的都不采用。',
  ),
  fact_stands_in: warning('“{wanted}”用“{given}”代替，是评价时指定的。', '请确认两者口径一致，或请部门提供“{wanted}”。'),
  fact_without_file: warning(
    '没有文件提供“{wanted}”，而办法要用。{hint}',
    '请部门提供；口径相同的可用 --use {wanted}=<数据项> 指定代替。',
  ),
} satisfies Readonly<Record<string, FindingText>>;

export type DistrictCode = keyof typeof texts;
export const found = findingsOf<DistrictCode>(texts);

export const codeTrouble = {
  blank: '空着',
  broken: '不能用',
} as const;
