/** 类别外观 — shape and colour of a class by its place in the scheme's own grade set; never colour alone. Pure. */
export interface GradeLook {
  readonly shape: string;
  readonly tone: 'a' | 'b' | 'c' | 'd' | 'e' | 'n';
}

const looks: readonly GradeLook[] = [
  { shape: '●', tone: 'a' },
  { shape: '■', tone: 'b' },
  { shape: '▲', tone: 'c' },
  { shape: '◆', tone: 'd' },
  { shape: '▼', tone: 'e' },
];
const none: GradeLook = { shape: '○', tone: 'n' };

/** With fewer than four classes the worst keeps the look of the worst of four; below zero = 不评级. */
export function gradeLook(place: number, count: number): GradeLook {
  if (place < 0) return none;
  if (count <= 2) return looks[place === 0 ? 0 : 3] ?? none;
  if (count === 3) return looks[[0, 1, 3][place] ?? 3] ?? none;
  return looks[Math.min(place, looks.length - 1)] ?? none;
}
