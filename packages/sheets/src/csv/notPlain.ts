/** 不是平常的文件 — raised and caught inside this folder: the general reader takes the file instead, and says what is wrong. */
export class NotPlain extends Error {
  override readonly name = 'NotPlain';
}
