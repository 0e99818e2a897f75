// `npm run demo`: installs and builds when needed, evaluates ten real counties and the raw department files of an invented district, then
// starts the running system with that district's register. `npm run demo -- --papers` stops before the system.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const out = join(root, 'out');

function run(command, args, what, wanted = [0, 1]) {
  process.stdout.write(`\n▸ ${what}\n`);
  const { status } = spawnSync(command, args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
  if (!wanted.includes(status)) {
    process.stderr.write(`没有完成：${what}（退出码 ${status}）\n`);
    process.exit(status || 70);
  }
  return status;
}

const muheng = (args, what, wanted) => run(process.execPath, [join(root, 'apps/cli/bin/muheng.js'), ...args], what, wanted);

if (!existsSync(join(root, 'node_modules/.bin/tsc'))) run('npm', ['ci', '--no-audit', '--no-fund'], '安装依赖');
run('npm', ['run', '--silent', 'build'], '构建', [0]);
mkdirSync(out, { recursive: true });

const tsx = join(root, 'node_modules/tsx/dist/cli.mjs');
const papers = (name, ...kinds) => kinds.flatMap((kind) => ['--out', join('out', `${name}.${kind}`)]);

const lishui = ['--scheme', 'lishui-2019', '--facts', 'catalog/schemes/lishui-2019/facts.csv'];
muheng(['evaluate', ...lishui, ...papers('lishui-2019', 'xlsx', 'html', 'json')], '丽水市 2019 年：十个县（市、区）的公开数据');
muheng(['explain', ...lishui, '--subject', '莲都区', '--quiet'], '为什么莲都区是这一类');

// An invented district as its departments would hand it in: 28 workbooks and CSVs with the dirt of real life.
const district = join('out', 'district');
for (const old of [district, join('out', '对列表')]) rmSync(join(root, old), { recursive: true, force: true });
run(
  process.execPath,
  [tsx, 'tools/seed/seed.ts', '--seed', '7', '--size', '1200', '--out', district],
  '虚构的一个区：1200 户，各部门交来的原始文件',
  [0],
);
const evaluation = ['evaluate', '--scheme', 'huangyan-2022', '--year', '2024', '--use', '评价税收=实缴税金', '--files', district];
muheng(
  [...evaluation, '--quiet', ...papers('疑点', 'json', 'xlsx'), '--write-mapping', join('out', '对列表')],
  '第一次评价：有必须处理的疑点，停下来逐条列出',
  [1],
);
run(
  process.execPath,
  [tsx, 'tools/demoAnswers.ts', join('out', '疑点.json'), district, join('out', '对列表')],
  '部门答复整列单位（答复的列数）',
  [0],
);
muheng(
  [
    ...evaluation,
    '--quiet',
    '--mapping',
    join('out', '对列表'),
    '--accept-good-rows',
    ...papers('district', 'xlsx', 'html', 'json', 'bundle'),
  ],
  '部门答复了单位（写在对列表里），其余先收合格的行：评价',
);
muheng(['verify', join('out', 'district.bundle')], '核验：重新计算，逐字节比较', [0]);

process.stdout.write(
  [
    `\n结果文件在 ${out}`,
    '  district.xlsx    交给领导的工作簿，先看“概况”；district.html 逐户的评定依据；district.bundle 可以离线复算的校验包',
    '  疑点.xlsx        第一次评价停下来的原因，逐个文件、单元格；对列表/ 各部门文件的列和单位的决定',
    '  district/        各部门的原始文件（虚构）；lishui-2019.xlsx .html .json 丽水市\n',
  ].join('\n'),
);

if (!process.argv.includes('--papers')) startSystem();

/** Until Ctrl+C, which the system itself answers: this process only waits. */
function startSystem() {
  process.stdout.write('\n▸ 运行中的系统：企业用地库\n');
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => system.kill(signal));
  const words = [tsx, 'tools/demoServe.ts', '--data', join('out', 'demo-data')];
  const system = spawn(process.execPath, words, { cwd: root, stdio: 'inherit' });
  // npm may end without passing on why: then nobody is left to stop the system.
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && system.kill('SIGTERM'), 1000).unref();
  system.on('exit', (code) => {
    process.exitCode = code ?? 70;
  });
}
