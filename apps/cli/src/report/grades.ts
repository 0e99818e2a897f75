/** A grade is a letter in a shape with a colour, by its place in the scheme's own grade set; never colour alone. */
export interface GradeLook {
  readonly shape: string;
  readonly colour: string;
  readonly background: string;
  /** The same on a dark page. */
  readonly dark: { readonly colour: string; readonly background: string };
}

/** Best to worst: a palette that colour-blind people tell apart, contrast ≥ 4.5 on its own background. */
const looks: readonly GradeLook[] = [
  { shape: '●', colour: '#0b5d3b', background: '#e3f4ea', dark: { colour: '#7fdcae', background: '#12352a' } },
  { shape: '■', colour: '#0b4a8f', background: '#e4eefb', dark: { colour: '#93c1f7', background: '#142f4e' } },
  { shape: '▲', colour: '#7a4a00', background: '#fdf1d8', dark: { colour: '#f0c46f', background: '#3a2b0c' } },
  { shape: '◆', colour: '#9b1c1c', background: '#fde6e3', dark: { colour: '#f5a097', background: '#451a18' } },
  { shape: '▼', colour: '#5b1d6b', background: '#f5e6f9', dark: { colour: '#dba8ea', background: '#371940' } },
];
const none: GradeLook = {
  shape: '○',
  colour: '#4b5563',
  background: '#eef0f3',
  dark: { colour: '#aab4c2', background: '#2a313b' },
};

/** The look of the grade at a place among `count` classes; with fewer than four the worst keeps the colour of the worst of four. */
export function gradeLook(place: number, count: number): GradeLook {
  if (place < 0) return none;
  if (count <= 2) return looks[place === 0 ? 0 : 3] ?? none;
  if (count === 3) return looks[[0, 1, 3][place] ?? 3] ?? none;
  return looks[Math.min(place, looks.length - 1)] ?? none;
}
