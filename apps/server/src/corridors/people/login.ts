/** 登录名 — unique after NFKC, lower case and trimming: `zhang３ ` is `zhang3`. @source trust R1 */
export const loginKey = (login: string): string => login.normalize('NFKC').toLowerCase().trim();
