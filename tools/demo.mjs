// `npm run demo`: installs and builds when needed, then evaluates two places and says where the papers are. No dependencies.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const out = join(root, 'out');

function run(command, args, what) {
  process.stdout.write(`\n▸ ${what}\n`);
  const { status } = spawnSync(command, args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
  if (status !== 0 && status !== 1) {
    process.stderr.write(`没有完成：${what}（退出码 ${status}）\n`);
    process.exit(status ?? 70);
  }
  return status;
}

const muheng = (args, what) => run(process.execPath, [join(root, 'apps/cli/bin/muheng.js'), ...args], what);

if (!existsSync(join(root, 'node_modules/.bin/tsc'))) run('npm', ['ci', '--no-audit', '--no-fund'], '安装依赖');
if (run('npm', ['run', '--silent', 'build'], '构建') !== 0) process.exit(70);
mkdirSync(out, { recursive: true });

const lishui = ['--scheme', 'lishui-2019', '--facts', 'catalog/schemes/lishui-2019/facts.csv'];
const district = ['--scheme', 'huangyan-2022', '--facts', 'catalog/schemes/huangyan-2022/examples/facts.csv'];
const papers = (name) => [
  '--out',
  join('out', `${name}.xlsx`),
  '--out',
  join('out', `${name}.html`),
  '--out',
  join('out', `${name}.json`),
];

muheng(['evaluate', ...lishui, ...papers('lishui-2019')], '丽水市 2019 年：十个县（市、区）的公开数据');
muheng(['explain', ...lishui, '--subject', '莲都区', '--quiet'], '为什么莲都区是这一类');
muheng(['evaluate', ...district, ...papers('district')], '虚构的一个区，按黄岩区 2022 年公布的指标和基准值');

process.stdout.write(
  `\n结果文件在 ${out}\n  lishui-2019.xlsx  lishui-2019.html  lishui-2019.json\n  district.xlsx     district.html     district.json\n用浏览器打开 .html，逐户查看评定依据；用 Excel 或 WPS 打开 .xlsx。\n`,
);
