/** Tables of this folder; migration 0060_notices makes them. */

/** 通知 — one row a reader, shown under the bell. */
export interface NoticeTable {
  office_id: string;
  notice_id: string;
  user_id: string;
  at: Date;
  title: string;
  words: string;
  /** A path inside this system, e.g. /year/cycles/… */
  link: string;
  read_at: Date | null;
}

/** 外发 — what leaves the house, written in the transaction that caused it, sent afterwards at least once. */
export interface OutgoingTable {
  office_id: string;
  outgoing_id: string;
  channel: string;
  /** Address and words, sealed: both may be personal. */
  sealed: Buffer;
  state: 'waiting' | 'sent' | 'given_up';
  attempts: number;
  next_at: Date;
  /** A word of ours, never the answer of the other side. */
  last_error: string;
  created_at: Date;
  sent_at: Date | null;
}

export interface NoticeTables {
  notice: NoticeTable;
  outgoing: OutgoingTable;
}
