/** A grade is a letter in a shape with a colour, by its place in the scheme's own grade set; never colour alone. */
export interface GradeLook {
  readonly shape: string;
  readonly colour: string;
  readonly background: string;
}

/** Best to worst: a palette that colour-blind people tell apart, contrast ≥ 4.5 on its own background. */
const looks: readonly GradeLook[] = [
  { shape: '●', colour: '#0b5d3b', background: '#e3f4ea' },
  { shape: '■', colour: '#0b4a8f', background: '#e4eefb' },
  { shape: '▲', colour: '#7a4a00', background: '#fdf1d8' },
  { shape: '◆', colour: '#9b1c1c', background: '#fde6e3' },
  { shape: '▼', colour: '#5b1d6b', background: '#f5e6f9' },
];
const none: GradeLook = { shape: '○', colour: '#4b5563', background: '#eef0f3' };

/** The look of the grade at a place among `count` classes: the worst of four is always the last but one look. */
export function gradeLook(place: number, count: number): GradeLook {
  if (place < 0) return none;
  if (count <= 2) return looks[place === 0 ? 0 : 3] ?? none;
  if (count === 3) return looks[[0, 1, 3][place] ?? 3] ?? none;
  return looks[Math.min(place, looks.length - 1)] ?? none;
}
