/**
 * 联系人修改稿 — name and telephone number are stored sealed and shown masked: what was not typed anew stays, and two that look alike behind
 * the mask are told apart by whether somebody wrote them anew. Pure but for the clock of `today`. @source trust R38, R62
 */
import { today } from '../../api/clock.js';
import type { Problem } from '../../api/problem.js';
import { keysOf } from '../../furniture/choices.js';
import { fieldMerge, type Merged, type Sides } from '../../furniture/threeWay.js';
import { formatDate } from '../../furniture/values.js';
import type { Stored } from '../../office/sharedForm.js';
import type { Contact } from './Contacts.js';
import { rowInRefusal } from './fieldWords.js';
import { contactWords } from './words.zh.js';

/** Stored sealed and shown masked: what was not typed anew stays. */
interface Sealed {
  readonly typed: string;
  readonly masked: string;
  /** Somebody wrote it anew since this person last saw it. */
  readonly renewed: boolean;
}

export interface ContactDraft {
  readonly role: Contact['role'];
  readonly name: Sealed;
  readonly phone: Sealed;
  readonly from: string;
  readonly until: string;
}

const sealed = (masked: string, renewed = false): Sealed => ({ typed: '', masked, renewed });

export const givenOf = (contact: Contact | null): ContactDraft =>
  contact === null
    ? { role: 'liaison', name: sealed(''), phone: sealed(''), from: today(), until: '' }
    : {
        ...{ role: contact.role, name: sealed(contact.nameMasked), phone: sealed(contact.phoneMasked ?? '') },
        ...{ from: contact.from ?? '', until: contact.until ?? '' },
      };

export const bodyOf = ({ role, name, phone, from, until }: ContactDraft) => ({
  ...{ role, from: from === '' ? null : from, until: until === '' ? null : until },
  ...(name.typed.trim() === '' ? {} : { name: name.typed.trim() }),
  ...(phone.typed === '' ? {} : { phone: phone.typed }),
});

/** The row as it stands, from the refusal of a second writer. @throws the refusal when it does not tell */
export function storedIn(refused: Problem): Stored<ContactDraft> {
  const row = rowInRefusal(refused);
  const { changed } = refused.details;
  const renewed = (column: string): boolean => !Array.isArray(changed) || changed.includes(column);
  const text = (key: string): string => String(row[key] ?? '');
  const role = keysOf(contactWords).find((one) => one === row.role);
  if (role === undefined) throw refused;
  const name = sealed(text('nameMasked'), renewed('name_sealed'));
  const phone = sealed(text('phoneMasked'), renewed('phone_sealed'));
  return { given: { role, name, phone, from: text('from'), until: text('until') }, version: row.version };
}

const labels: Readonly<Record<keyof ContactDraft, string>> = {
  role: '职责',
  name: '姓名',
  phone: '电话',
  from: '起',
  until: '止',
};

function wordOf(given: ContactDraft, key: keyof ContactDraft): string {
  if (key === 'role') return contactWords[given.role];
  if (key === 'name' || key === 'phone') return given[key].typed.trim() || given[key].masked;
  return formatDate(given[key]);
}

function tellOf(given: ContactDraft, key: keyof ContactDraft): string {
  if (key !== 'name' && key !== 'phone') return given[key];
  const { typed, renewed } = given[key];
  return typed.trim() === '' ? `stored ${renewed}` : `typed ${typed.trim()}`;
}

const merge = fieldMerge<ContactDraft>({ labels, wordOf, tellOf });

/** What this person has seen is renewed no more. */
const seen = (given: ContactDraft): ContactDraft => ({
  ...given,
  ...{ name: { ...given.name, renewed: false }, phone: { ...given.phone, renewed: false } },
});

export const mergeContacts = ({ base, mine, theirs }: Sides<ContactDraft>): Merged<ContactDraft> =>
  merge({ base: seen(base), mine: seen(mine), theirs });
