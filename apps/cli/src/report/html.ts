/**
 * 评价结果网页 — one self-contained page: no external resource, no network, every text escaped, its one script named by hash in the
 * page's own security policy. Light and dark by the reader's setting; prints on A4 in black and white without loss.
 */
import { createHash } from 'node:crypto';
import { gradeColours } from './html/badge.js';
import { assumptions, exceptions, explainedUpTo, explanations, identity, lines, method } from './html/details.js';
import { escaped } from './html/markup.js';
import { overview, titleBlock } from './html/overview.js';
import { results, shownLeaves } from './html/results.js';
import { script } from './html/script.js';
import { style } from './html/style.js';
import type { Paper } from './paper.js';

export function htmlOf(paper: Paper): string {
  const linked = paper.lines.length <= explainedUpTo;
  const wide = shownLeaves(paper).length > 3;
  const policy = `default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-${createHash('sha256').update(script).digest('base64')}'; base-uri 'none'; form-action 'none'`;
  return `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="color-scheme" content="light dark">
<meta http-equiv="Content-Security-Policy" content="${policy}"><title>${escaped(paper.heading.title)}</title>
<style>${style}${gradeColours(paper.scheme)}@page{size:A4 ${wide ? 'landscape' : 'portrait'};margin:14mm 12mm}</style></head>
<body><main>${titleBlock(paper)}${contents(paper)}${overview(paper)}${lines(paper)}${results(paper, linked)}${exceptions(paper)}${assumptions(paper)}${explanations(paper, linked)}${method(paper)}${identity(paper)}</main>
<script>${script}</script></body></html>
`;
}

function contents(paper: Paper): string {
  const links: readonly (readonly [string, string, boolean])[] = [
    ['overview', '评价结论', true],
    ['lines', '分数线', true],
    ['benchmarks', '基准值', true],
    ['results', '评价结果', true],
    ['moves', '调档、定档', paper.result.overrides.size > 0],
    ['ungraded', '未评', true],
    ['findings', '数据疑点', true],
    ['assumed', '假定', paper.heading.assumptions.length > 0],
    ['why', '评定依据', true],
    ['method', '评价办法', true],
  ];
  return `<nav aria-label="目录">${links.flatMap(([id, title, there]) => (there ? [`<a href="#${id}">${title}</a>`] : [])).join('')}</nav>`;
}
