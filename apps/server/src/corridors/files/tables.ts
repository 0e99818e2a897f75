/** Tables of this folder; migrations make them. */
export interface FileTable {
  office_id: string;
  file_id: string;
  sha256: string;
  bytes: number;
  /** As the sender named it: data, never a path. */
  name: string;
  /** By content: `pdf`. */
  kind: string;
  purpose: string;
  /** 一般 重要 核心. */
  class: string;
  uploaded_by: string;
  uploaded_at: Date;
  /** Its bytes were last found whole. */
  checked_at: Date;
  /** Its bytes were found changed or gone. */
  damaged_at: Date | null;
}

/** 用量 — bytes kept for one person, or for the whole office when `holder_id` is the office. */
export interface FileUsageTable {
  office_id: string;
  holder_id: string;
  bytes: number;
}

export interface FileTables {
  file: FileTable;
  file_usage: FileUsageTable;
}
