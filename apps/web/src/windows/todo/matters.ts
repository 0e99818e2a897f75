/** 事项 — one line of 待办; the late ones first, then by last day, then what has none. Pure. */
export interface Matter {
  readonly key: string;
  readonly title: string;
  readonly note: string;
  /** Last day that is still in time; null = no deadline. */
  readonly lastDay: string | null;
  readonly daysLate: number;
  /** Nothing else works before it. */
  readonly first?: true;
  readonly verb: string;
  readonly to: '/account' | '/year' | '/registry/checks' | '/registry/claims' | '/registry/duplicates';
}

export function sortMatters(matters: readonly Matter[]): Matter[] {
  const dayOf = (matter: Matter): string => matter.lastDay ?? '9999-12-31';
  return [...matters].sort(
    (a, b) =>
      Number(b.first ?? false) - Number(a.first ?? false) ||
      b.daysLate - a.daysLate ||
      (dayOf(a) < dayOf(b) ? -1 : dayOf(a) > dayOf(b) ? 1 : 0),
  );
}

/** A post that works only with a second factor, and none is set up or used. */
export function factorMissing(who: {
  readonly secondFactor: { readonly enrolled: boolean; readonly used: boolean; readonly needed: boolean };
}): Matter[] {
  const { enrolled, used, needed } = who.secondFactor;
  if (!needed || used) return [];
  const note = enrolled ? '已绑定，请退出后用动态口令重新登录' : '您的岗位须绑定动态口令后才能办理';
  return [
    {
      key: 'factor',
      title: enrolled ? '请用动态口令登录' : '请绑定动态口令',
      note,
      lastDay: null,
      daysLate: 0,
      first: true,
      verb: '我的账号',
      to: '/account',
    },
  ];
}

interface Late {
  readonly title: string;
  readonly organisation: string | null;
  readonly lastDay: string;
  readonly workingDaysLate: number;
}

/** 逾期 — units that are late with one and the same thing stand on one line. */
export function lateMatters(late: readonly Late[]): Matter[] {
  const groups = new Map<string, Late[]>();
  for (const one of late) groups.set(`${one.title} ${one.lastDay}`, [...(groups.get(`${one.title} ${one.lastDay}`) ?? []), one]);
  return [...groups].flatMap(([key, group]) => {
    const [first] = group;
    if (first === undefined) return [];
    const names = group.flatMap((one) => one.organisation ?? []);
    const note = names.length > 1 ? `${names.length} 个单位未完成：${names.join('、')}` : names.join('');
    return [
      {
        key,
        title: first.title,
        note,
        lastDay: first.lastDay,
        daysLate: first.workingDaysLate,
        verb: '查看',
        to: '/year' as const,
      },
    ];
  });
}
