/** 认证服务的写法 — one service, one name: `https://ID.example.gov.cn/` and `https://id.example.gov.cn` are the same. */

/** What is no address stays as it is and fits nothing. */
export function issuerName(text: string): string {
  if (!URL.canParse(text)) return text;
  const { href, pathname, search } = new URL(text);
  return pathname === '/' && search === '' ? href.replace(/\/$/, '') : href;
}
