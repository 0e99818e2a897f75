import { assumed, maybe } from './dice.js';
import { rounding } from './indicators.js';
export function makeLand(dice) {
    const part = () => dice.pick(['add', 'add', 'subtract', 'ignore']);
    return {
        mu: { divisor: dice.pick(['2000/3', '666.67', '667']) },
        round: rounding(dice, 0.6),
        ...maybe(dice, 0.35, () => ({
            net: {
                basis: dice.pick(['certificate', 'actual', 'supplied', 'larger_of_certificate_and_actual']),
                own: 'add',
                leased_in: part(),
                leased_out: dice.pick(['subtract', 'ignore']),
                collective: part(),
                by: dice.pick(['months', 'days', 'reference_day']),
                floor_space: dice.pick(['ignore', { per_mu: 667 }, { per_mu: 1000 }]),
                ...maybe(dice, 0.5, () => ({
                    under_construction: {
                        in_term: dice.pick(['ignore', 'whole']),
                        overdue_after_months: dice.pick([0, 6]),
                        overdue: dice.pick(['ignore', 'whole']),
                    },
                })),
                excess: dice.pick(['ignore', 'add']),
                method: dice.pick(['enterprise', 'parcel']),
                ...assumed,
            },
        })),
        ...maybe(dice, 0.2, () => ({ transferred: { status: dice.pick(['not_fit', 'shown']), ...assumed } })),
        ...maybe(dice, 0.3, () => ({ power: { from: 'meters', ...assumed } })),
        ...maybe(dice, 0.3, () => ({ plot_ratio: { tall_floor_over: 8, counts: 2, ...assumed } })),
        sum_check: dice.pick(['none', 'parcel']),
        ...assumed,
    };
}
export function makeLandTables(dice, ids, year) {
    const occupied = (id) => {
        const kind = dice.pick(['自有', '自有', '自有', '承租', '出租', '集体']);
        const certificate = dice.pick([1000, 2000, 2000, 4000]);
        const leasedFloor = (kind === '承租' || kind === '出租') && dice.chance(0.4);
        const area = (value) => (leasedFloor ? null : value);
        return [
            id,
            dice.pick(['P1', 'P2', 'P3']),
            kind,
            area(certificate),
            area(dice.chance(0.5) ? certificate : certificate + 500),
            area(dice.pick([certificate, 3000])),
            leasedFloor || dice.chance(0.6) ? dice.pick([667, 1000, 2000]) : null,
            dice.pick([6, 8, 8.5, 10]),
            dice.chance(0.5) ? null : dice.pick([`${year}-03-16`, `${year}-03-15`, `${year - 1}-07-01`]),
            dice.chance(0.6) ? null : dice.pick([`${year}-06-30`, `${year}-09-15`, `${year}-09-14`]),
            dice.chance(0.2) ? '在建' : '已建',
            dice.pick([`${year - 1}-12-31`, `${year}-06-30`, `${year + 1}-06-30`]),
            dice.chance(0.03) ? `${year - dice.int(0, 1)}-05-01` : null,
        ];
    };
    const metered = (id) => [
        id,
        `M${dice.int(1, 3)}`,
        dice.pick(['自用', '转入', '转出', '自用']),
        dice.pick([10000, 20000, 50000]),
        dice.pick([null, 50, 25]),
    ];
    const rows = (share, make) => ids.flatMap((id) => (dice.chance(share) ? Array.from({ length: dice.int(1, 2) }, () => make(id)) : []));
    return {
        occupancy: [
            {
                header: [
                    'id',
                    'parcel',
                    'kind',
                    'certificate_area',
                    'actual_area',
                    'supplied_area',
                    'floor_area',
                    'floor_height',
                    'from',
                    'to',
                    'state',
                    'completion_due',
                    'transferred',
                ],
                rows: rows(0.7, occupied),
            },
        ],
        meters: [{ header: ['id', 'meter', 'kind', 'power', 'share'], rows: rows(0.6, metered) }],
    };
}
//# sourceMappingURL=land.js.map