/** 页面帮助 — what each page is for, the first step, and what people ask. Opened with “?”. */
export const helpTopics = [
  'todo',
  'registry',
  'enterprise',
  'parcels',
  'parcel',
  'checks',
  'duplicates',
  'claims',
  'import',
  'landRule',
  'survey',
  'people',
  'audit',
  'year',
  'documents',
  'account',
  'other',
] as const;
export type HelpTopic = (typeof helpTopics)[number];

export interface Help {
  readonly title: string;
  readonly purpose: string;
  readonly steps: readonly string[];
  readonly questions: readonly { readonly ask: string; readonly answer: string }[];
}

export const help: Readonly<Record<HelpTopic, Help>> = {
  todo: {
    title: '待办',
    purpose: '您登录后先看这里：等您处理的事项，按期限排列。',
    steps: ['从最上面一条做起，点开就到能办理的地方。', '办完的事项自动从列表消失。'],
    questions: [{ ask: '为什么是空的？', answer: '当前没有等您处理的事项；新的事项产生时，顶部铃铛会提示。' }],
  },
  registry: {
    title: '企业用地库',
    purpose: '全部评价对象的名单：企业、作坊、自然人工业户。参评名单、数据归集都以这里为准。',
    steps: [
      '用“添加条件”筛选，条件填完整后立即生效。',
      '双击一行，或选中后按回车，打开企业页。',
      '勾选多户后可以成批修改，先看影响再办理。',
      '“导入”先试运行，逐条处理疑点后才写入。',
    ],
    questions: [
      { ask: '找不到一家企业？', answer: '在顶部搜索框输入名称、曾用名、代码或拼音首字母；您只能看到本人管辖范围内的企业。' },
      {
        ask: '“缺”“未报”“不适用”有什么区别？',
        answer: '“缺”是应有而没有；“未报”是已向部门要数尚未报送；“不适用”是该企业没有此项；0 是实际数值。',
      },
    ],
  },
  enterprise: {
    title: '企业页',
    purpose: '一户企业的全部登记：证照、四地、状态、行业规模、用地、户号、称号、关联与变更历史。',
    steps: [
      '每一项都有起止日期；情况变化时“截止”旧的、“登记”新的，不要直接覆盖。',
      '点净用地数字，看逐月的来历。',
      '两人同时修改时，后保存的人会看到两边的内容，逐处取舍。',
    ],
    questions: [
      { ask: '登记错了怎么办？', answer: '用“删除误登”，填写理由；删除前的内容仍留在变更历史里。' },
      { ask: '电话为什么有星号？', answer: '个人信息默认遮盖；有权限的人可以点“查看”，须填写理由，并记入审计台账。' },
    ],
  },
  parcels: {
    title: '宗地',
    purpose: '全部宗地的名单，含权属、面积、闲置类型、所在区块。',
    steps: ['按区域、权属、闲置类型筛选。', '打开一宗地，看厂房、用地和出租层级。'],
    questions: [{ ask: '面积以哪个为准？', answer: '证载、实际、供地、实测四种面积都登记；计入评价的口径由当年用地口径规定。' }],
  },
  parcel: {
    title: '宗地页',
    purpose: '一宗地的权属、面积、厂房、谁在用、转租层级和用地合同。',
    steps: ['“出租层级”从左到右是一层层转租。', '建筑面积出租合计超过总面积时，会在核对中提示。'],
    questions: [{ ask: '二房东怎么登记？', answer: '先登记一房东与二房东的承租，再在其下登记转租；没有上级租约的会列入核对。' }],
  },
  checks: {
    title: '用地核对',
    purpose: '登记之间互相矛盾或将要到期的事项，逐条处理。',
    steps: ['先处理“必须处理”的。', '点企业或宗地名称，在右侧打开处理，不必离开本页。', '处理后点“重新核对”。'],
    questions: [{ ask: '核对不过会怎样？', answer: '不影响日常登记；数据定版前须处理或说明。' }],
  },
  duplicates: {
    title: '疑似重复',
    purpose: '名称、证照或户号相同的登记，可能是同一户。',
    steps: ['比较后决定合并到哪一户；合并可以撤销，直到有人在其上继续办理。', '确属两户的，不必处理。'],
    questions: [{ ask: '合并后编号变不变？', answer: '保留下来的一户编号不变；另一户的证照、用地、历史都转到它名下。' }],
  },
  claims: {
    title: '属地认领',
    purpose: '注册地、生产地、税收入库地、统计在库地不在一处时，由两地认领或提出争议。',
    steps: ['划转由一方提出，另一方认领后生效。', '有争议的由牵头办公室协调。'],
    questions: [{ ask: '认领期间算谁的？', answer: '划转生效之前，仍按原属地。' }],
  },
  import: {
    title: '导入',
    purpose: '从 Excel 或 CSV 成批登记。先试运行，不改动任何内容。',
    steps: [
      '选择导入的内容，交文件。',
      '看试运行：新增、修改、不变、不能采用各多少。',
      '处理疑点，或选择只收合格行。',
      '确认导入；导入后可以撤销。',
    ],
    questions: [{ ask: '同一个文件导入两次会重复吗？', answer: '不会：没有变化的行计为“不变”。' }],
  },
  landRule: {
    title: '用地口径',
    purpose: '规定当年净用地怎样计算：亩的换算、按哪种面积、租赁按月还是按日。',
    steps: ['每个数据年度设定一次，注明依据条款。', '改动后，企业页的净用地随即按新口径解释。'],
    questions: [{ ask: '为什么要先定口径？', answer: '同一块地按不同口径会差几个百分点，影响分档；口径须有文件依据。' }],
  },
  survey: {
    title: '用地核查单',
    purpose: '现场核查的书面记录，A4 纸打印，签字盖章后扫描归档。',
    steps: ['核对面积与界址后打印。', '现场签字，扫描上传，填写签字日期。'],
    questions: [{ ask: '企业不认可怎么办？', answer: '勾选“有争议”，在结论中写明双方意见，可委托第三方测绘。' }],
  },
  people: {
    title: '单位与人员',
    purpose: '区域、单位、联系人、领导小组、用户与岗位。',
    steps: ['先建单位，再建用户，最后由安全管理员配岗位。', '新用户用一次性链接设置密码。'],
    questions: [{ ask: '为什么三类管理员不能是同一人？', answer: '系统管理、安全管理、安全审计相互制约，是等级保护的要求。' }],
  },
  audit: {
    title: '审计台账',
    purpose: '每一次办理和每一次被拒都有一行，前后相扣，改动或删除都能查出。',
    steps: ['按人、时间、对象筛选。', '“校验”会从头核对整本台账。'],
    questions: [{ ask: '查看台账会留痕吗？', answer: '会，查看和导出本身也记一行。' }],
  },
  year: {
    title: '年度安排',
    purpose: '一年评价的各个阶段、期限、节假日顺延与名单。',
    steps: ['新建年度时可沿用上年的阶段和相隔天数。', '改期限须填写理由，会通知有关人员。'],
    questions: [{ ask: '截止到几点？', answer: '写明日期的，截止到当日 24 时（北京时间）；写明时刻的，以时刻为准。' }],
  },
  documents: {
    title: '文件库',
    purpose: '评价办法和政策文件：文号、效力、有效期、条款。规则都指向这里的条款。',
    steps: ['登记文件，写明效力和有效期。', '到期、被替代的文件会提示引用它的规则。'],
    questions: [{ ask: '征求意见稿能引用吗？', answer: '可以测算，但正式评价前须换成有效文件。' }],
  },
  account: {
    title: '我的账号',
    purpose: '修改密码、绑定动态口令、选择深浅色。',
    steps: ['审定、公示等岗位必须绑定动态口令。', '换手机前先在这里解绑。'],
    questions: [{ ask: '动态口令要联网吗？', answer: '不用，二维码在本页生成，手机验证器离线计算。' }],
  },
  other: { title: '帮助', purpose: '本页暂无专门说明。', steps: [], questions: [] },
};

/** 键盘 — shown in the same panel. */
export const keys: readonly { readonly keys: readonly string[]; readonly does: string }[] = [
  { keys: ['Ctrl', 'K'], does: '搜索企业、宗地、页面' },
  { keys: ['?'], does: '打开或关闭本帮助' },
  { keys: ['g', 't'], does: '到待办' },
  { keys: ['g', 'r'], does: '到企业用地库' },
  { keys: ['Esc'], does: '关闭右侧依据、对话框' },
  { keys: ['↑', '↓', '←', '→'], does: '表格中移动；Ctrl 加方向键到头' },
  { keys: ['回车'], does: '打开所在行；在表头则排序' },
  { keys: ['空格'], does: '选中所在行；Shift 加空格选中一段' },
  { keys: ['Ctrl', 'A'], does: '选中已取到的全部行' },
  { keys: ['W'], does: '看所在数字怎么来的' },
];
