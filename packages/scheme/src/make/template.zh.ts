/** Template of a new scheme: an ordinary method, each rule with a comment on what may stand there. `<<…>>` are filled in. */
export const schemeTemplate = `# 评价办法。每条规则写 clause（依据 source.yaml 里的条款）；文件没写到的写 assumed（为什么这样定）。
# 全部写法见 docs/reference/scheme.md；改好后运行 muheng scheme check 本文件。
language: 1
id: <<id>>
title: <<title>>
place: { region: <<region>>, name: <<name>>, work: <<work>>, office: <<office>> }
source: source.yaml
subject: { kind: enterprise, noun: 工业企业, measure: 户 }
years: { data: <<dataYear>>, work: <<workYear>> }
reference_day: 12-31

# 数据项：目录（catalog/facts.yaml）里有的只写要改的；没有的写全 id、type、unit。
facts:
  实缴税金: { id: tax_paid, type: number, unit: 万元, must_be: any }
  营业收入: { id: revenue, type: number, unit: 万元, must_be: not_negative }
  用地面积: { id: land_used, type: number, unit: 亩, must_be: positive }
  规模: { id: scale, type: text, values: [规上, 规下] }

# 亩的换算口径：2000/3、666.67 或 667；用地面积先修约再比较的，写 round: { to: 4, by: excel }。
land: { mu: { divisor: 2000/3 }, round: none, sum_check: none, assumed: 模板口径，请按文件改写 }

# 评价范围；except 里按次序写不参评、免评等情形。
who:
  include: 规模 = "规上" 或 用地面积 >= 3 亩
  undetermined: pending # 缺数据判断不了的：pending 待补、out 不评、in 参评
  assumed: 模板范围，请按文件改写

groups:
  above: { name: 规上企业, when: 规模 = "规上", assumed: 模板分组，请按文件改写 }
  below: { name: 规下企业, when: otherwise, assumed: 模板分组，请按文件改写 }

indicators:
  - id: tax_per_mu
    name: 亩均税收
    formula: 实缴税金 / 用地面积
    unit: 万元/亩
    weight: { above: 60, below: 100 }
    # 公布的基准值写数：benchmark: { above: 24.1, below: 11.6 }
    benchmark: { from: mean, kind: of_sums, of: this_year, within: group, assumed: 模板用本组本年平均值，请按文件改写 }
    assumed: 模板指标，请按文件改写
  - id: revenue_per_mu
    name: 亩均营业收入
    formula: 营业收入 / 用地面积
    unit: 万元/亩
    weight: { above: 40 }
    benchmark: { from: mean, kind: of_sums, of: this_year, within: group, assumed: 模板用本组本年平均值，请按文件改写 }
    assumed: 模板指标，请按文件改写

# 各项指标没有另写的，都按这里计分。
score:
  rule: { by: ratio }
  cap: { times_weight: 1.5 } # 上限：none、{ points: 分 } 或 { times_weight: 倍 }
  floor: { points: 0 }
  round: none
  value_round: none
  assumed: 模板计分方法，请按文件改写

# 缺数据：pending 待补、no_points 零分、group_mean_score 同组平均分、reweigh 不计该项……
absent: pending

total: { by: sum, least: none, most: none, round: { to: 2, by: excel }, assumed: 模板保留两位小数，请按文件改写 }

rank: { within: [group], by: [总分 desc, 实缴税金 desc], ties: min, on: rounded, assumed: 模板排序，请按文件改写 }

grades:
  classes:
    A: { name: A类 }
    B: { name: B类 }
    C: { name: C类 }
    D: { name: D类 }
  cut:
    by: share
    base: graded # 比例的基数
    shares: { A: 20%, B: 45%, C: 30%, D: rest }
    count: each # 各档分别取整；cumulative 按累计比例划线
    round: nearest # 户数 × 比例怎样取整：down、nearest、up
    edge: in # 正好在线上：in 含、out 不含
    ties_across_cut: better # 跨线同分：better 都归好一档、worse 都归差一档、split 按标识分开
    assumed: 模板比例，请按文件改写
  assumed: 模板类别，请按文件改写
`;

export const sourceTemplate = `# 依据文件：文号、发文机关、效力和条款。条款只写短句，不抄全文。
# 效力 standing：in_force 有效、extended 延期、trial 试行、draft 征求意见稿、expired 过期、superseded 被替代、
#   void 废止、interpretation 解读、notice 公示通报、invented 虚构。
documents:
  method:
    title: （填写文件名称）
    issuer: <<office>>
    standing: draft
    # number: X政发〔<<dataYear>>〕1号
    # from: <<dataYear>>-01-01
    clauses: {}
    # clauses:
    #   scope: { at: 第二条, text: 规模以上工业企业和实际用地3亩以上的规模以下工业企业。 }
`;
