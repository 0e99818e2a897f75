/**
 * 国民经济行业分类 GB/T 4754 four-digit classes of the invented district, with their share of enterprises and how they differ.
 * The factors are invented; `industries` has them normalised, so that the district's means stay where economy.ts sets them.
 */

export interface Industry {
  readonly code: string;
  readonly name: string;
  /** What stands in a company's name. */
  readonly trades: readonly string[];
  readonly weight: number;
  /** Against the district's mean: 增加值 per land, energy and tax and R&D per 增加值, pollutants per 增加值. */
  readonly output: number;
  readonly energy: number;
  readonly tax: number;
  readonly research: number;
  readonly pollution: number;
}

type Row = readonly [
  code: string,
  name: string,
  trades: string,
  weight: number,
  ...factors: [number, number, number, number, number],
];

const rows: readonly Row[] = [
  ['1361', '水产品冷冻加工', '水产 食品', 2, 0.8, 1.1, 0.6, 0.4, 1.6],
  ['1713', '棉印染精加工', '印染 纺织', 3, 0.9, 2.6, 0.9, 0.6, 4],
  ['1751', '化纤织造加工', '化纤 织造', 4, 0.8, 1.6, 0.8, 0.7, 1.2],
  ['1819', '其他机织服装制造', '服饰 制衣', 4, 1, 0.4, 0.9, 0.4, 0.3],
  ['1952', '皮鞋制造', '鞋业', 3, 0.9, 0.4, 0.9, 0.5, 0.5],
  ['2110', '木质家具制造', '家具 木业', 4, 0.6, 0.5, 0.8, 0.5, 0.6],
  ['2231', '纸和纸板容器制造', '纸业 包装', 4, 0.8, 0.9, 0.9, 0.5, 1],
  ['2319', '包装装潢及其他印刷', '印务 彩印', 4, 0.9, 0.6, 0.9, 0.6, 0.7],
  ['2444', '运动防护用具制造', '运动用品', 2, 1.1, 0.5, 1, 0.9, 0.4],
  ['2614', '有机化学原料制造', '化工', 2, 1.4, 2.4, 1.1, 1, 2.5],
  ['2641', '涂料制造', '涂料 新材料', 2, 1.2, 0.9, 1.1, 1.1, 1.5],
  ['2710', '化学药品原料药制造', '制药 药业', 3, 1.8, 1.3, 1.3, 1.9, 2.6],
  ['2926', '塑料包装箱及容器制造', '塑业 包装容器', 7, 0.9, 1, 0.9, 0.7, 0.6],
  ['2927', '日用塑料制品制造', '塑胶 日用品', 8, 0.9, 0.9, 0.9, 0.7, 0.5],
  ['2929', '塑料零件及其他塑料制品制造', '塑料 工程塑料', 7, 0.9, 0.9, 0.9, 0.8, 0.5],
  ['3021', '水泥制品制造', '建材', 2, 0.6, 1.9, 0.9, 0.3, 1.5],
  ['3311', '金属结构制造', '钢构', 4, 0.7, 0.7, 0.9, 0.6, 0.5],
  ['3352', '建筑装饰及水暖管道零件制造', '洁具 水暖', 5, 0.9, 0.7, 1, 0.8, 0.6],
  ['3360', '金属表面处理及热处理加工', '表面处理 电镀', 3, 0.8, 1.8, 0.9, 0.5, 3.2],
  ['3443', '阀门和旋塞制造', '阀门 流体', 6, 1, 0.7, 1.1, 1, 0.4],
  ['3484', '机械零部件加工', '机械 精密机械', 8, 0.9, 0.7, 1, 0.9, 0.3],
  ['3525', '模具制造', '模具 模塑', 9, 1.2, 0.6, 1.1, 1.2, 0.2],
  ['3599', '其他专用设备制造', '智能装备 机电', 5, 1.2, 0.4, 1.1, 1.5, 0.2],
  ['3670', '汽车零部件及配件制造', '汽车部件 汽配', 7, 1.1, 0.8, 1.1, 1.2, 0.4],
  ['3812', '电动机制造', '电机', 4, 1.1, 0.5, 1.1, 1.2, 0.3],
  ['3831', '电线、电缆制造', '线缆 电缆', 3, 0.9, 0.6, 1, 0.8, 0.3],
  ['3872', '照明灯具制造', '照明 光电', 3, 1.1, 0.4, 1.1, 1.2, 0.2],
  ['3982', '电子电路制造', '电子 线路', 2, 1.6, 1.1, 1.2, 1.6, 1.9],
  ['4016', '供应用仪器仪表制造', '仪表', 2, 1.7, 0.2, 1.3, 2, 0.1],
];

export const industries: readonly Industry[] = normalised(
  rows.map(([code, name, trades, weight, output, energy, tax, research, pollution]) => ({
    code,
    name,
    trades: trades.split(' '),
    weight,
    output,
    energy,
    tax,
    research,
    pollution,
  })),
);

/** Output by enterprises, the others by output: then sums over the district keep the ratios that economy.ts starts from. */
function normalised(list: readonly Industry[]): Industry[] {
  const mean = (weightOf: (one: Industry) => number, amountOf: (one: Industry) => number): number =>
    list.reduce((sum, one) => sum + weightOf(one) * amountOf(one), 0) / list.reduce((sum, one) => sum + weightOf(one), 0);
  const output = mean(
    (one) => one.weight,
    (one) => one.output,
  );
  const byOutput = (amountOf: (one: Industry) => number): number => mean((one) => one.weight * one.output, amountOf);
  const [energy, tax] = [byOutput((one) => one.energy), byOutput((one) => one.tax)];
  const [research, pollution] = [byOutput((one) => one.research), byOutput((one) => one.pollution)];
  return list.map((one) => ({
    ...one,
    output: one.output / output,
    energy: one.energy / energy,
    tax: one.tax / tax,
    research: one.research / research,
    pollution: one.pollution / pollution,
  }));
}
