import { catalogue } from './facts.js';
const money = [0, 1, 2, 3, 4, 5, 6, 8, 10, 12, -1, -2, 0.5, 2.5];
const plain = [1, 2, 3, 4, 5, 6, 8, 10];
/** Values in the catalogue's unit, and other units a file may give them in with how many of them one is. */
const numbers = {
    评价税收: {
        values: money,
        units: [
            ['万元', 1],
            ['元', 10000],
        ],
    },
    工业增加值: { values: money, units: [['万元', 1]] },
    销售收入: {
        values: [...plain, 0],
        units: [
            ['万元', 1],
            ['亿元', 0.0001],
        ],
    },
    研发经费: {
        values: [0, 1, 1, 2, 3, 1, 2, 3, 4, 0.5, 2, 1, -1],
        units: [
            ['万元', 1],
            ['元', 10000],
        ],
    },
    用地面积: {
        values: [
            1000, 2000, 2000, 3000, 4000, 5000, 1334, 2668, 2000, 4000, 1000, 3000, 2000, 1000, 4000, 5000, 2000, 1000, 0, -1000,
        ],
        units: [
            ['㎡', 1],
            ['平方米', 1],
        ],
    },
    用电量: {
        values: [10000, 20000, 25000, 40000, 50000, 0],
        units: [
            ['kWh', 1],
            ['万kWh', 0.0001],
        ],
    },
    容积率: { values: [0.5, 1, 1.2, 1.5, 2], units: [['', 1]] },
    职工人数: { values: [1, 2, 4, 5, 8, 10, 0, 3], units: [['人', 1]] },
    污染排放量: { values: [0, 1, 2, 3, 4, 0.5, -1], units: [['吨', 1]] },
    研发占比: { values: [0, 1, 2, 3, 5, 2.5], units: [['%', 1]] },
    管理评分: { values: [0, 1, 2, 3, 4, 5, 6, 8, 9, 10, 12], units: [['', 1]] },
};
const texts = {
    规模: ['规上', '规上', '规下', '规下', '规下'],
    县区: ['东县', '西县', '东县', null],
    行业代码: ['13', '131', '14', '2', '26', null],
    宗地编号: ['P1', 'P2', 'P3', null, null],
    投产日期: ['2015-05-01', '2019-12-31', '2020-01-01', '2019-06-30', '2020-02-29', '2022-03-01', null],
    失信标记: ['否', '否', '否', '是', null],
};
const awkwardIds = ['a1', 'B2', 'Z9', '企业4', '企业10', 'é5', '001', 'z'];
export function makeData(dice, { year, merging, subjects }) {
    const size = subjects ?? sizeOf(dice);
    const ids = Array.from({ length: size }, (_, n) => dice.chance(0.2) ? `${dice.pick(awkwardIds)}-${n}` : `S${String(n + 1).padStart(2, '0')}`);
    const gaps = dice.pick([0, 0, 0.02, 0.1]);
    const { header, row } = makeColumns(dice, { ids, gaps, merging });
    const years = [year, ...(dice.chance(0.9) ? [year - 1] : []), ...(dice.chance(0.5) ? [year - 2] : [])];
    const rows = years.flatMap((one) => ids.filter(() => one === year || dice.chance(0.9)).map((id) => row(id, one)));
    return { tables: [{ header, rows: dice.shuffled(rows) }], sideTables: makeSideTables(dice, ids, year), ids };
}
function sizeOf(dice) {
    if (dice.chance(0.1))
        return dice.int(1, 3);
    return dice.chance(0.1) ? dice.int(20, 32) : dice.int(4, 14);
}
function makeColumns(dice, { ids, gaps, merging }) {
    const gap = (value) => (dice.chance(gaps) ? dice.pick([null, null, '不适用', '未报']) : value());
    const columns = Object.entries(numbers).map(([term, { values, units }]) => {
        const [unit, times] = dice.pick(units);
        const constant = dice.chance(0.08) ? dice.pick(values) : undefined;
        const word = dice.chance(0.3) ? catalogue.facts[knownTerm(term)].id : term;
        return {
            head: unit === '' || (times === 1 && dice.chance(0.5)) ? word : `${word}(${unit})`,
            value: () => gap(() => scaled(constant ?? dice.pick(values), times)),
        };
    });
    const oneCounty = dice.chance(0.3);
    const words = Object.entries(texts).map(([term, values]) => ({
        head: term,
        value: () => gaps === 0 || (term === '县区' && oneCounty) || dice.chance(0.8)
            ? (dice.pick(values.filter((one) => one !== null)) ?? null)
            : dice.pick(values),
    }));
    const follows = { head: '跟随对象', value: () => (dice.chance(0.7) ? dice.pick([...ids, '不存在']) : null) };
    const team = { head: '集团名称', value: () => (merging && dice.chance(0.45) ? dice.pick(['甲集团', '乙集团']) : null) };
    const all = dice.shuffled([...columns, ...words, follows, team]);
    const twins = dice.pick([0, 0.3, 0.6]);
    const known = [];
    const row = (id, year) => {
        const same = known.filter((one) => one.year === year);
        const cells = same.length > 0 && dice.chance(twins) ? dice.pick(same).cells : all.map((one) => one.value());
        known.push({ year, cells });
        return [id, year, ...cells];
    };
    return { header: ['id', '年度', ...all.map((one) => one.head)], row };
}
function knownTerm(term) {
    for (const one of Object.keys(catalogue.facts))
        if (one === term)
            return one;
    throw new RangeError(term);
}
/** Decimal scaling that leaves no binary dust in the written number. */
const scaled = (value, times) => (times === 0.0001 ? Number(`${value}e-4`) : value * times);
function makeSideTables(dice, ids, year) {
    const day = () => `${year - dice.int(0, 2)}-${dice.pick(['01-01', '06-30', '12-31', '02-28', '07-01'])}`;
    const later = () => dice.chance(0.4) ? null : `${year + dice.int(-1, 1)}-${dice.pick(['01-01', '12-30', '12-31', '06-30'])}`;
    const rows = (most, make) => ids.flatMap((id) => Array.from({ length: dice.chance(0.5) ? 0 : dice.int(1, most) }, () => make(id)));
    return {
        events: [
            {
                header: ['id', 'kind', 'level', 'date', 'amount'],
                rows: rows(3, (id) => [
                    id,
                    dice.pick(['安全事故', '违法用地', '转租']),
                    dice.pick(['一般', '较大']),
                    day(),
                    dice.int(1, 3),
                ]),
            },
        ],
        titles: [
            {
                header: ['id', 'name', 'level', 'from', 'to', 'count'],
                rows: rows(3, (id) => [
                    id,
                    dice.pick(['高新技术企业', '绿色工厂', '小巨人']),
                    dice.pick(['国家级', '省级', '市级']),
                    day(),
                    later(),
                    dice.int(1, 3),
                ]),
            },
        ],
        history: [
            {
                header: ['id', 'year', 'grade'],
                rows: ids.flatMap((id) => (dice.chance(0.6) ? [[id, year - 1, dice.pick(['A', 'B', 'C', 'D'])]] : [])),
            },
        ],
        lists: [{ header: ['id', 'list', 'from', 'to'], rows: rows(1, (id) => [id, '白名单', day(), later()]) }],
    };
}
//# sourceMappingURL=data.js.map