/** 部门文件不能直接评价 — what stands in the way, by file and cell, the long list cut; and the two ways forward. */
import { type Finding, placeInWords } from '@muheng/finding';
import type { Console } from '../console.js';
import type { StoppedByFindings } from '../exits.js';

const shownOfAFile = 4;
const shownFiles = 12;

export function printStopped(console: Console, stopped: StoppedByFindings): void {
  const { findings, onlyWarnings } = stopped;
  const errors = findings.filter(({ severity }) => severity === (onlyWarnings ? 'warning' : 'error'));
  console.err(`\n部门文件有 ${errors.length} 处${onlyWarnings ? '请核对（--strict）' : '必须处理'}，没有评价。`);
  printGrouped(console, errors);
  console.err(
    [
      '\n两个办法：',
      '  一、请有关部门改正文件后重新运行（疑点全文：加 --out 疑点.xlsx 或 --json）；',
      `  二、${onlyWarnings ? '去掉 --strict' : '加 --accept-good-rows'}，只收合格的行：没有采用的逐条写入结果和工作簿，涉及的企业按“缺”处理。`,
    ].join('\n'),
  );
}

/** By file, the worst first; the rest of a file and of the files as a number. */
export function printGrouped(console: Console, findings: readonly Finding[]): void {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const file = finding.where.file ?? '各文件合起来';
    groups.set(file, [...(groups.get(file) ?? []), finding]);
  }
  const files = [...groups].sort((a, b) => b[1].length - a[1].length);
  for (const [file, own] of files.slice(0, shownFiles)) {
    console.err(`\n  ${file}  ${own.length} 处`);
    for (const finding of own.slice(0, shownOfAFile))
      console.err(`    ${shortPlace(finding)}${finding.message}${finding.remedy}`);
    if (own.length > shownOfAFile) console.err(`    其余 ${own.length - shownOfAFile} 条见工作簿“数据疑点”`);
  }
  const rest = files.slice(shownFiles).reduce((sum, [, own]) => sum + own.length, 0);
  if (rest > 0) console.err(`\n  另外 ${files.length - shownFiles} 个文件还有 ${rest} 处，见工作簿“数据疑点”`);
}

function shortPlace({ where }: Finding): string {
  const { file: _named, ...place } = where;
  const words = placeInWords(place)
    .replace(/^工作表/, '')
    .replace('单元格 ', '');
  return words === '' ? '' : `${words}：`;
}
