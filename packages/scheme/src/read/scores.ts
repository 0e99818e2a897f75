/** 计分方法 — the score rule of an indicator for each of its groups: its own, or that of the whole scheme. */
import type { PerGroup, ScoreRule } from '../model.js';
import type { ScoreRuleFile } from '../shape/indicators.js';
import type { Path } from '../yaml/document.js';
import { valuesFor } from './benchmarks.js';
import type { LeafSpot } from './indicators.js';
import { shareOf } from './reading.js';

export function readScores(leaf: LeafSpot): PerGroup<ScoreRule> {
  const { reading } = leaf.scope;
  const path = [...leaf.path, 'score'];
  const perGroup = leaf.file.score !== undefined && !('by' in leaf.file.score && typeof leaf.file.score.by === 'string');
  const own: PerGroup<ScoreRuleFile> =
    leaf.file.score === undefined ? new Map() : valuesFor<ScoreRuleFile>(leaf, leaf.file.score, { path, what: '计分方法' });
  const whole = reading.file.score?.rule;
  const rules = new Map<string, ScoreRule>();
  for (const group of leaf.weight.keys()) {
    const written = own.get(group);
    if (written !== undefined) rules.set(group, ruleFrom(leaf, written, perGroup ? [...path, group] : path));
    else if (whole !== undefined) rules.set(group, ruleFrom(leaf, whole, ['score', 'rule']));
    else if (perGroup) reading.report('score_unsaid', leaf.path, { name: leaf.file.name, group });
  }
  return rules;
}

function ruleFrom(leaf: LeafSpot, file: ScoreRuleFile, path: Path): ScoreRule {
  switch (file.by) {
    case 'ratio':
    case 'inverse':
    case 'marks':
    case 'raw':
      return { by: file.by };
    case 'minmax':
      return { by: 'minmax', least: shareOf(file.least_share), allEqual: file.all_equal };
    case 'goalposts': {
      const low = valuesFor(leaf, file.low, { path: [...path, 'low'], what: '下限' });
      const high = valuesFor(leaf, file.high, { path: [...path, 'high'], what: '上限' });
      return { by: 'goalposts', low, high, least: shareOf(file.least_share), clamp: file.clamp };
    }
    case 'zscore':
      return { by: 'zscore', sd: file.sd, centre: shareOf(file.centre), perSd: shareOf(file.per_sd), allEqual: file.all_equal };
    case 'rank':
      return { by: 'rank', falls: file.falls, ties: file.ties, single: file.single };
    case 'percentile':
      return { by: 'percentile', kind: file.kind, single: file.single };
    case 'distance':
      return { by: 'distance', span: valuesFor(leaf, file.span, { path: [...path, 'span'], what: '跨度' }) };
    case 'steps': {
      const { at, every, points } = file;
      return { by: 'steps', at, base: shareOf(file.base), every, points, most: shareOf(file.most), least: shareOf(file.least) };
    }
    case 'bands':
      return { by: 'bands', of: file.of, edge: file.edge, bands: file.bands, below: file.below };
    case 'count':
      return { by: 'count', pointsEach: file.points_each };
    case 'formula': {
      const space = leaf.scope.scoreSpace(leaf.unit);
      return { by: 'formula', points: leaf.scope.reading.points(file.points, space, { path: [...path, 'points'] }) };
    }
  }
}
