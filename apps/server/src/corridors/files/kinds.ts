/**
 * 文件种类与用途 — which kinds each purpose takes, and how large a file may be. The kind is told by content; the name must not
 * contradict it. @source trust R26, R33
 */
import type { DataClass } from '../../store/columnLabels.js';

export type FileKind =
  | ('xlsx' | 'xls' | 'et' | 'csv')
  | ('docx' | 'wps' | 'pdf' | 'ofd')
  | ('jpg' | 'png')
  | ('zip' | 'rar' | 'tar')
  | ('geojson' | 'pmtiles' | 'yaml');

export const kindTable: Readonly<Record<FileKind, { readonly mediaType: string; readonly extensions: readonly string[] }>> = {
  xlsx: { mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', extensions: ['xlsx', 'et'] },
  xls: { mediaType: 'application/vnd.ms-excel', extensions: ['xls'] },
  et: { mediaType: 'application/octet-stream', extensions: ['et'] },
  csv: { mediaType: 'text/csv', extensions: ['csv', 'txt'] },
  docx: { mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', extensions: ['docx', 'wps'] },
  wps: { mediaType: 'application/octet-stream', extensions: ['wps'] },
  pdf: { mediaType: 'application/pdf', extensions: ['pdf'] },
  ofd: { mediaType: 'application/ofd', extensions: ['ofd'] },
  jpg: { mediaType: 'image/jpeg', extensions: ['jpg', 'jpeg'] },
  png: { mediaType: 'image/png', extensions: ['png'] },
  zip: { mediaType: 'application/zip', extensions: ['zip'] },
  rar: { mediaType: 'application/vnd.rar', extensions: ['rar'] },
  tar: { mediaType: 'application/x-tar', extensions: ['tar'] },
  geojson: { mediaType: 'application/geo+json', extensions: ['geojson', 'json'] },
  pmtiles: { mediaType: 'application/vnd.pmtiles', extensions: ['pmtiles'] },
  yaml: { mediaType: 'application/yaml', extensions: ['yaml', 'yml'] },
};

export const filePurposes = ['intake', 'evidence', 'document', 'template', 'map', 'scheme', 'bundle'] as const;
export type FilePurpose = (typeof filePurposes)[number];

interface PurposeRow {
  readonly title: string;
  readonly kinds: readonly FileKind[];
  readonly mostBytes: number;
  readonly class: DataClass;
}

const megabyte = 1_048_576;

export const purposeTable: Readonly<Record<FilePurpose, PurposeRow>> = {
  intake: { title: '数据归集', kinds: ['xlsx', 'xls', 'et', 'csv'], mostBytes: 100 * megabyte, class: '重要' },
  evidence: {
    ...{ title: '佐证材料', mostBytes: 50 * megabyte, class: '一般' },
    kinds: ['pdf', 'jpg', 'png', 'docx', 'xlsx', 'ofd', 'wps', 'et', 'zip', 'rar'],
  },
  document: {
    ...{ title: '政策文件', mostBytes: 50 * megabyte, class: '一般' },
    kinds: ['pdf', 'ofd', 'docx', 'wps', 'jpg', 'png'],
  },
  template: { title: '文书模板', kinds: ['docx', 'xlsx'], mostBytes: 20 * megabyte, class: '一般' },
  map: { title: '地图', kinds: ['geojson', 'zip', 'pmtiles'], mostBytes: 300 * megabyte, class: '一般' },
  scheme: { title: '评价办法', kinds: ['yaml'], mostBytes: 2 * megabyte, class: '一般' },
  bundle: { title: '校验包', kinds: ['tar'], mostBytes: 300 * megabyte, class: '重要' },
};

/** 配额 — bytes kept for one person, and for an office. @source trust R33 */
export interface Quota {
  readonly personBytes: number;
  readonly officeBytes: number;
}

/** As the office has set it. */
export const quotaOf = (settings: { readonly personQuotaMegabytes: number; readonly officeQuotaMegabytes: number }): Quota => ({
  personBytes: settings.personQuotaMegabytes * megabyte,
  officeBytes: settings.officeQuotaMegabytes * megabyte,
});

/** An image that unpacks to more is a trap, not a photograph. @source trust R33 */
export const mostPixels = 50_000_000;

/** `50 MB`, rounded down so that what is said is allowed. */
export const inMegabytes = (bytes: number): string => `${Math.floor(bytes / megabyte)} MB`;
