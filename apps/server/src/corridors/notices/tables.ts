/** Tables of this folder; migration 0060_notices makes them. */
import type { ColumnType } from 'kysely';

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
  /** Recipient and words, sealed: both may be personal. Emptied when it was sent. */
  sealed: Buffer;
  state: 'waiting' | 'sent' | 'given_up';
  /** Counted when it is taken: a message that ends its process is not tried for ever. */
  attempts: number;
  next_at: Date;
  /** Until then one process has it in hand. */
  sending_until: Date | null;
  /** A word of ours, never the answer of the other side. */
  last_error: string;
  created_at: Date;
  sent_at: Date | null;
}

/** 外发渠道 — how an office reaches the outside: one row a channel, the secret sealed. */
export interface OutgoingChannelTable {
  office_id: string;
  channel: string;
  enabled: boolean;
  /** See outgoing/settings.ts. */
  settings: ColumnType<unknown, string, string>;
  secret_sealed: Buffer | null;
  version: number;
  updated_at: Date;
}

/** 外发意愿 — where a person wants notices to reach besides the bell: own addresses, and the kinds by channel. */
export interface NoticeWishTable {
  office_id: string;
  user_id: string;
  mail_sealed: Buffer | null;
  phone_sealed: Buffer | null;
  mail_kinds: string[];
  sms_kinds: string[];
  version: number;
}

/** 到访 — when a person last looked at 待办, and when before that: what changed in between is shown. */
export interface VisitTable {
  office_id: string;
  user_id: string;
  seen_at: Date;
  before_at: Date | null;
}

export interface NoticeTables {
  visit: VisitTable;
  notice: NoticeTable;
  outgoing: OutgoingTable;
  outgoing_channel: OutgoingChannelTable;
  notice_wish: NoticeWishTable;
}
