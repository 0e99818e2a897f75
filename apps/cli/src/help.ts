/** Help in Chinese, with examples that run as they stand in the project's root. */
const evaluateInputs = `  --scheme <文件或预置办法>   评价办法：scheme.yaml 的路径，或 catalog/schemes 下的名称
  --facts <文件…>             基础数据：.xlsx 的第一张表或 CSV（UTF-8、GB18030），每户一行，可给多个文件
  --table <表=文件>           附表：titles events occupancy meters decisions history lists，可重复
  --year <年>                 数据年度；不写则取办法或数据中最近一年`;

export const helps: Readonly<Record<string, string>> = {
  '': `亩衡 muheng — 用公开的评价办法，算出可以复核的亩均评价结果

用法  muheng <命令> [选项]

  evaluate      按评价办法计算得分、名次、类别
  explain       一户的评定依据：逐项列出数据、算式、基准、分数线、条款
  compare       两次评价比较：谁变了，为什么
  path          提升路径：单项数据最少改善多少可达到目标类别
  robustness    稳健性：权重和数据小幅变动时，类别保持不变的比例
  scheme        评价办法：check 检查  describe 成文  diff 比较  new 新建  copy 复制到下一年

每个命令加 --help 看例子；加 --json 输出 JSON。退出码：0 成功，1 有必须处理的疑点，2 用法不对，3 文件读不了，70 系统异常。`,
  evaluate: `muheng evaluate — 按评价办法计算得分、名次、类别

${evaluateInputs}
  --out <文件>                写出结果：.json .xlsx .csv .html，可重复
  --strict                    有需核对的疑点也以 1 退出
  --json                      在标准输出打印 JSON

例子
  npx muheng evaluate --scheme lishui-2019 --facts catalog/schemes/lishui-2019/facts.csv
  npx muheng evaluate --scheme huangyan-2022 --facts catalog/schemes/huangyan-2022/examples/facts.csv --out 结果.xlsx
  npx muheng evaluate --scheme 我市.yaml --facts 税务.xlsx 用地.csv --table events=事故.csv --year 2024 --out 结果.json`,
  explain: `muheng explain — 一户的评定依据

${evaluateInputs}
  --subject <编号>            评价对象的 id，或唯一的名称
  --viewer <身份>             auditor 全部（默认）  enterprise 企业本户  public 公众

例子
  npx muheng explain --scheme lishui-2019 --facts catalog/schemes/lishui-2019/facts.csv --subject 莲都区`,
  compare: `muheng compare — 两次评价比较

${evaluateInputs}
  --with-scheme <办法>        另一次的评价办法，不写则相同
  --with-facts <文件…>        另一次的基础数据，不写则相同
  --with-table <表=文件>      另一次的附表
  --with-year <年>            另一次的数据年度

例子
  npx muheng compare --scheme huangyan-2021 --with-scheme huangyan-2022 --facts catalog/schemes/huangyan-2022/examples/facts.csv --year 2022 --with-year 2022`,
  path: `muheng path — 提升路径（仅供测算参考，不作为评价承诺）

${evaluateInputs}
  --subject <编号>            评价对象的 id，或唯一的名称
  --grade <类别>              目标类别，例如 B 或 B类

例子
  npx muheng path --scheme lishui-2019 --facts catalog/schemes/lishui-2019/facts.csv --subject 景宁县 --grade 高`,
  robustness: `muheng robustness — 稳健性（内部资料）

${evaluateInputs}
  --seed <整数>               随机种子，默认 1；同一种子结果相同
  --draws <次数>              抽样次数，默认按办法声明，没有声明时 500
  --weights <百分数>          每项权重上下变动的幅度，例如 10%；默认按办法声明，没有声明时必须给出

例子
  npx muheng robustness --scheme huangyan-2022 --facts catalog/schemes/huangyan-2022/examples/facts.csv --weights 10%`,
  scheme: `muheng scheme — 评价办法

  check <办法>                检查：未写明、自相矛盾、引用不存在的，逐条指出行列和改法
  describe <办法>             成文：按办法的体例印出，逐条注明出处，供与文件对照
  diff <办法> <办法>          比较：两个办法有哪些不同
  new <目录> --id --title --place --year [--region --office --work]   新建一个可以通过检查的办法
  copy <办法> <目录> --id --title --year              复制为下一年的办法
  list                                                列出预置办法
  schema                                              打印给编辑器用的 JSON Schema

例子
  npx muheng scheme check catalog/schemes/huangyan-2022/scheme.yaml
  npx muheng scheme diff huangyan-2021 huangyan-2022
  npx muheng scheme new 我市 --id our-city-2024 --title 我市2024年度综合评价 --place 我市 --year 2024
  npx muheng scheme copy huangyan-2022 我区2023 --id our-district-2023 --title 我区2023年度综合评价 --year 2023`,
};
