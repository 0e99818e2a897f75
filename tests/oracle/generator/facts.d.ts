/** The words of random schemes: a tiny fact catalogue, the source file, and conditions over them. */
import type { Dice } from './dice.js';
export declare const catalogue: {
    readonly facts: {
        readonly 评价税收: {
            readonly id: 'tax_evaluated';
            readonly type: 'number';
            readonly unit: '万元';
            readonly must_be: 'any';
            readonly merged: 'sum';
        };
        readonly 工业增加值: {
            readonly id: 'value_added';
            readonly type: 'number';
            readonly unit: '万元';
            readonly must_be: 'any';
            readonly merged: 'sum';
        };
        readonly 销售收入: {
            readonly id: 'sales';
            readonly type: 'number';
            readonly unit: '万元';
            readonly must_be: 'any';
            readonly merged: 'sum';
        };
        readonly 研发经费: {
            readonly id: 'rd_spent';
            readonly type: 'number';
            readonly unit: '万元';
            readonly must_be: 'not_negative';
            readonly merged: 'sum';
        };
        readonly 用地面积: {
            readonly id: 'land_used';
            readonly type: 'number';
            readonly unit: '㎡';
            readonly must_be: 'positive';
            readonly merged: 'sum';
        };
        readonly 用电量: {
            readonly id: 'power_used';
            readonly type: 'number';
            readonly unit: 'kWh';
            readonly must_be: 'not_negative';
            readonly merged: 'sum';
        };
        readonly 容积率: {
            readonly id: 'plot_ratio';
            readonly type: 'number';
            readonly unit: '';
            readonly must_be: 'any';
            readonly merged: 'mean';
        };
        readonly 职工人数: {
            readonly id: 'workers';
            readonly type: 'number';
            readonly unit: '人';
            readonly must_be: 'not_negative';
            readonly merged: 'sum';
        };
        readonly 污染排放量: {
            readonly id: 'emission';
            readonly type: 'number';
            readonly unit: '吨';
            readonly must_be: 'any';
            readonly merged: 'most';
        };
        readonly 研发占比: {
            readonly id: 'rd_ratio';
            readonly type: 'number';
            readonly unit: '%';
            readonly must_be: 'any';
            readonly merged: 'mean';
        };
        readonly 管理评分: {
            readonly id: 'management_marks';
            readonly type: 'number';
            readonly unit: '';
            readonly must_be: 'any';
            readonly merged: 'least';
        };
        readonly 规模: {
            readonly id: 'scale';
            readonly type: 'text';
            readonly values: readonly ['规上', '规下'];
        };
        readonly 县区: {
            readonly id: 'county';
            readonly type: 'text';
        };
        readonly 行业代码: {
            readonly id: 'industry';
            readonly type: 'text';
        };
        readonly 宗地编号: {
            readonly id: 'parcel_code';
            readonly type: 'text';
        };
        readonly 集团名称: {
            readonly id: 'group_company';
            readonly type: 'text';
        };
        readonly 跟随对象: {
            readonly id: 'follows';
            readonly type: 'text';
        };
        readonly 投产日期: {
            readonly id: 'started';
            readonly type: 'date';
        };
        readonly 失信标记: {
            readonly id: 'dishonest';
            readonly type: 'flag';
        };
    };
};
export declare const source: {
    readonly documents: {
        readonly sample: {
            readonly title: '随机评价办法';
            readonly number: '随〔2022〕1号';
            readonly issuer: '核对组';
            readonly standing: 'invented';
            readonly issued: '2022-01-01';
            readonly clauses: {
                readonly one: {
                    readonly at: '一';
                    readonly text: '随机生成';
                };
            };
        };
    };
};
/** An indicator's formula, its unit, and about how large it is in that unit. */
export interface Measure {
    readonly formula: string;
    readonly unit: string;
    readonly quotient?: boolean;
    readonly constants: readonly number[];
}
export declare const measures: readonly Measure[];
/** Conditions over plain facts: may stand anywhere. */
export declare const factConditions: readonly string[];
/** Conditions over what the evaluation has computed. */
export declare const stageConditions: readonly string[];
export declare const condition: (dice: Dice) => string;
//# sourceMappingURL=facts.d.ts.map