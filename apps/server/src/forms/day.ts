/** 北京日期 — which day an instant belongs to in Asia/Shanghai, as `2025-03-01`; the only place where instants become days. @source trust R66 */
const day = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', year: 'numeric', month: '2-digit', day: '2-digit' });

export const businessDay = (at: Date): string => day.format(at);

/** `2025-03-01` → 2025年3月1日, as it stands in a sentence. */
export const dayInWords = (iso: string): string => iso.replace(/^(\d+)-0?(\d+)-0?(\d+)$/, '$1年$2月$3日');
