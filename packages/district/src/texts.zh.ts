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
  table_without_headers: error(
    '这张表有 {count} 行写着信用代码，却没有一个认得的列名，没有使用。',
    '请补上表头；列名是乱码的请从原系统重新导出；不是评价用的，请从文件夹里移走。',
  ),
  year_assumed: warning(
    '表中没有年度列，工作表名、文件名也没有写年份，当作这次评价的 {year} 年。',
    '请核对是不是 {year} 年的数；最好在文件名或表中写明年份，以免把往年的当成今年的。',
  ),
  year_title_differs: warning(
    '表上方的标题写的是 {title} 年，这里作为 {year} 年的数据。',
    '请核对是哪一年的数：标题写的可能是评价年度，也可能是把往年的表改了名。',
  ),
  part_of_year: warning(
    '名称或标题中写有“{part}”，可能不是全年的数，这里作为 {year} 年全年的数据。',
    '请核对；应由部门提供全年数。',
  ),
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
    '请核对后改正其中一处。',
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
  years_alike: warning(
    '与 {other} 是不同年份的表，而 {count} 户的 {figures} 个数完全相同，其中一份可能是把另一年的又交了一次。',
    '请部门核对这两份各是哪一年的数据。',
  ),
  subject_not_living: warning(
    '登记信息中“{name}”{said}，却有 {year} 年的数据（{example}）。',
    '请核对成立、注销日期和这些数据；登记信息中不在当年的，登记的各项不带入当年。',
  ),
  subject_missing: warning(
    '{name}（{code}）在{table}中没有，{why}。',
    '请部门核对是否漏报；确实没有的请写一行 0、不适用 或 未报。',
  ),
  subjects_missing: warning('{table}中，往年有而今年没有的有 {count} 户：{names}。', '请部门核对是否漏报。'),
  tax_sum_differs: warning('“{what}”是 {total}，按各税种合计应为 {sum}（{rule}），相差 {gap}。', '请税务部门核对。'),

  register_gone_without_day: warning(
    '登记信息中“{name}”的经营状态是“{state}”而没有注销日期，仍按存续处理。',
    '请补填注销日期；不应参评的请移出登记信息。',
  ),
  shares_as_fractions: error(
    '列“{column}”的数最大是 {largest}%，像是把全部写作 1，确认以前这一列没有采用。',
    '请改成百分数（100 表示全部）；或在对列表中把这一列的“单位”写作 "倍"。',
  ),
  ledger_implausible: warning(
    '“{what}”是 {value}{unit}，超出常见范围 {least}～{most}，确认前照原样采用。',
    '请核对单位（平方米与亩）和数值。',
  ),
  lease_span_reversed: warning('租赁止（{to}）在租赁起（{from}）之前，这一份租约没有采用。', '请改正起止日期。'),
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

  certificates_absent: warning(
    '有租赁台账而没有用地登记台账，自有多少地无从知道，所以用地一户也没有汇总。',
    '请自然资源部门提供登记台账；文件打不开的请重新提供。只有租赁的地会使亩均指标偏高。',
  ),
  leases_absent: warning(
    '有用地登记台账而没有租赁台账，用地只按登记的算：租出的没有扣除，租入的没有计入。',
    '请提供租赁台账；本地确实没有租赁的，不影响评价。',
  ),
  computed_differs: warning(
    '{year} 年的“{what}”有 {count} 户与按台账汇总的相差 1% 以上，采用了表中的：{examples}。',
    '请核对以哪一个为准；应按台账汇总的，请在对列表中写明不用这一列（“认作”写 null）。',
  ),

  indicator_far_from_benchmark: warning(
    '{pool}的“{indicator}”，居中的一户是基准值的 {times}，数据的单位可能不对。',
    '请核对算这项指标的各项数据的单位（元与万元、平方米与亩、度与万度）；核对以前不要采用这次的结果。',
  ),
  file_twice_other_year: error(
    '与 {other} 内容完全相同，文件名写的年份却不同，这一份没有读取。',
    '请部门核对是哪一年的数据，补交另一年的。',
  ),
  industry_turned: warning(
    '行业代码“{written}”是 2011 年版的“{name}”，按 2017 年版的 {now} 采用（{count} 行）。',
    '请核对；以后请填《国民经济行业分类》（GB/T 4754—2017）的代码。',
  ),
  industry_refused: error(
    '行业代码“{written}”{why}，没有采用（{count} 行）。',
    '请改填《国民经济行业分类》（GB/T 4754—2017）的代码。',
  ),
  industry_doubtful: warning(
    '行业代码“{written}”{why}（{count} 行）；办法不用行业代码，不影响评价。',
    '请改填《国民经济行业分类》（GB/T 4754—2017）的代码。',
  ),
  industry_unlisted: warning(
    '行业代码“{written}”不在《国民经济行业分类》（GB/T 4754—2017）的小类中，上级是 {near}，照原样采用（{count} 行）。',
    '请核对末位。',
  ),
  industry_not_a_code: warning(
    '“行业代码”写的是“{written}”，不是代码，照原样采用（{count} 行）。',
    '办法按代码区分行业的，请改填代码。',
  ),

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

/** Of a date of the register. */
export const withoutDate = '{trouble}，这一项按没有填处理，这一户仍在名录中。';

export const codeTrouble = {
  blank: '空着',
  broken: '不能用',
} as const;
