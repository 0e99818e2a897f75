/** Help in Chinese, with examples that run as they stand in the project's root. */
const evaluateInputs = `  --scheme <文件或预置办法>   评价办法：scheme.yaml 的路径，或 catalog/schemes 下的名称
  --files <文件夹、文件…>     部门文件，原样给出：自己认出登记信息、税收、统计、用地、租赁、电表、称号 … 并按户合到一起；写文件夹时可省去 --files
  --mapping <文件或文件夹>    部门文件的对列表（人对列和单位的决定）；--write-mapping <文件夹> 导出一份供修改
  --use <要的=给的>           没有部门提供的数据项用另一项代替，例如 评价税收=实缴税金，可重复
  --accept-good-rows          部门文件有必须处理的疑点时，只收合格的行，其余写明；不加则停下来逐条列出
  --facts <文件…>             或者：已整理好的基础数据，.xlsx 的第一张表或 CSV（UTF-8、GB18030），每户一行，可给多个文件
  --table <表=文件>           与 --facts 合用的附表：titles events occupancy meters decisions history lists，可重复
  --year <年>                 数据年度；不写则取办法或数据中最近一年`;

export const helps: Readonly<Record<string, string>> = {
  '': `亩衡 muheng — 用公开的评价办法，算出可以复核的亩均评价结果

用法  muheng <命令> [选项]

  evaluate      按评价办法计算得分、名次、类别
  explain       一户的评定依据：逐项列出数据、算式、基准、分数线、条款
  compare       两次评价比较：谁变了，为什么
  path          提升路径：单项数据最少改善多少可达到目标类别
  robustness    稳健性：权重和数据小幅变动时，类别保持不变的比例
  verify        核验校验包：复算结果，逐字节比较
  scheme        评价办法：check 检查  describe 成文  diff 比较  new 新建  copy 复制到下一年

  serve         启动系统：浏览器里的企业用地库、年度、文件库、审计台账
  office        在数据目录里开通一个牵头办公室
  doctor        体检：存储、隔离、台账、文件、磁盘、时钟

每个命令加 --help 看例子；加 --json 输出 JSON；muheng --version 看版本。退出码：0 成功，1 有必须处理的疑点，2 用法不对，3 文件读不了，4 校验不一致，70 系统异常。`,
  evaluate: `muheng evaluate — 按评价办法计算得分、名次、类别

${evaluateInputs}
  --out <文件>                写出结果：.json .xlsx .csv .html .bundle，可重复
  --viewer <身份>             .bundle 给谁：auditor 审计（默认，含全部数据） enterprise 企业本户 public 公众
  --subject <编号>            企业包的评价对象
  --salt <密钥文件>           企业包、公开包的密钥，不存在时新建；同一次评价用同一个，不要随包发出
  --last-year <结果.json 或表> 与上年的结果相比；不写而部门文件有上一年的数据时，按本办法测算上年作对照
  --strict                    有需核对的疑点也以 1 退出；部门文件有请核对的就停下
  --json                      在标准输出打印 JSON

例子
  npx muheng evaluate --scheme 我区.yaml --year 2024 --files 部门文件夹 --accept-good-rows --out 结果.xlsx
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
  verify: `muheng verify — 核验校验包：复算结果，逐字节比较

  muheng verify <包> [--against <公开包>] [--json]

  审计包   全部复算：按包内办法和数据重新计算，每一字节都一致
  企业包   本户复算：按本户数据和冻结的基准、分数线重新计算；加 --against 证明本户在公开的那次评价中
  公开包   校验码、户数核对

只有全部一致才以 0 退出；不一致以 4 退出并指出文件和字节，读不了或须用更新版本核验的以 3 退出。

例子
  npx muheng evaluate --scheme huangyan-2022 --facts catalog/schemes/huangyan-2022/examples/facts.csv --out 审计.bundle
  npx muheng verify packages/bundle/src/fixtures/semantics-1.auditor.bundle`,
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
  facts [词]                                          查数据项目录
  schema                                              打印给编辑器用的 JSON Schema

例子
  npx muheng scheme check catalog/schemes/huangyan-2022/scheme.yaml
  npx muheng scheme diff huangyan-2021 huangyan-2022
  npx muheng scheme new 我市 --id our-city-2024 --title 我市2024年度综合评价 --place 我市 --year 2024
  npx muheng scheme copy huangyan-2022 我区2023 --id our-district-2023 --title 我区2023年度综合评价 --year 2023`,
  'scheme check': `muheng scheme check — 检查一个评价办法

用法  muheng scheme check <scheme.yaml 或预置办法> [--json] [--strict]

逐条指出行、列和改法；同一处的同一问题只说一次，写明涉及哪些分组。有必须处理的以 1 退出；--strict 时有请核对的也以 1 退出。

例子
  npx muheng scheme check catalog/schemes/huangyan-2022/scheme.yaml`,
  'scheme describe': `muheng scheme describe — 把办法印成中文，供与文件逐条核对

用法  muheng scheme describe <scheme.yaml 或预置办法> [--json]

按办法的体例印出，逐条注明依据，假定的写明【假定】，末尾附所引条款的原文。

例子
  npx muheng scheme describe huangyan-2022`,
  'scheme diff': `muheng scheme diff — 两个办法有哪些不同

用法  muheng scheme diff <原办法> <新办法> [--json]

规则、数据口径、依据和条款原文的不同逐条用文字列出，注释和排版不算。

例子
  npx muheng scheme diff huangyan-2021 huangyan-2022`,
  'scheme new': `muheng scheme new — 新建一个可以通过检查的办法

用法  muheng scheme new <目录> --id <标识> --title <名称> --place <地名> --year <数据年度> [--region <区划代码> --office <办公室> --work <工作名称>]

标识用小写字母、数字、连字符。目录里已有办法的不覆盖。

例子
  npx muheng scheme new 我市 --id our-city-2024 --title 我市2024年度综合评价 --place 我市 --year 2024`,
  'scheme copy': `muheng scheme copy — 复制为下一年的办法

用法  muheng scheme copy <办法> <目录> --id <标识> --title <名称> --year <数据年度>

注释和排版照原样；公布的基准值照抄，请换成新一年的。

例子
  npx muheng scheme copy huangyan-2022 我区2023 --id our-district-2023 --title 我区2023年度综合评价 --year 2023`,
  'scheme list': `muheng scheme list — 列出预置办法和各有几处假定

用法  muheng scheme list [--json]

例子
  npx muheng scheme list`,
  'scheme facts': `muheng scheme facts — 查数据项目录：名称、标识、单位、提供部门

用法  muheng scheme facts [词] [--json]

词在名称、标识或其他叫法里出现就列出；不写词列出全部。

例子
  npx muheng scheme facts 用地`,
  'scheme schema': `muheng scheme schema — 打印给编辑器用的 JSON Schema

用法  muheng scheme schema

例子
  npx muheng scheme schema`,
};
