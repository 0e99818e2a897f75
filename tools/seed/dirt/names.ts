/** Dirt in names of enterprises and towns. */
import type { CellDirt, CellPlace } from './cells.js';
import type { DirtName } from './kinds.js';

type Change = (name: string, place: CellPlace) => string | undefined;

const onName = (kind: DirtName, step: 1 | 2 | 3, change: Change): CellDirt => ({
  kind,
  step,
  stain: (value, place) => {
    if (typeof value !== 'string') return undefined;
    const became = change(value, place);
    return became === undefined ? undefined : { value: became };
  },
});

const simplified = '华东机电业实达远丰发汇凯兴荣辉炼铭车阀线缆装饰压创联';
const traditionalForms = '華東機電業實達遠豐發匯凱興榮輝煉銘車閥線纜裝飾壓創聯';
const traditionalOf = new Map([...simplified].map((character, i) => [character, traditionalForms[i]!]));

const traditional = (name: string, { column }: CellPlace): string | undefined =>
  column.kind === 'name' ? [...name].map((character) => traditionalOf.get(character) ?? character).join('') : undefined;

export const nameDirt: readonly CellDirt[] = [
  onName('name_former', 1, (_, { one, register }) => (register ? undefined : one?.formerName)),
  onName('name_typo', 1, typo),
  onName('name_traditional', 1, traditional),
  onName('holders_joined', 1, joined),
  onName('name_individual', 1, (_, { column }) => (column.header === '权利人' ? '个人' : undefined)),
  onName('town_short', 1, (town, { column }) => (column.kind === 'town' ? town.replace(/(?:街道|镇|乡)$/, '') : undefined)),
  onName('name_brackets', 2, (name) => name.replace('（', '(').replace('）', ')')),
  onName('name_spaces', 3, (name, place) => (place.column.kind === 'name' ? spaced(name, place) : undefined)),
];

function typo(name: string, { column, random }: CellPlace): string | undefined {
  if (column.kind !== 'name') return undefined;
  const characters = [...name];
  if (random.chance(0.5) && name.endsWith('有限公司')) return name.replace(/有限公司$/, '有限责任公司');
  const at = random.integer(2, 4);
  return characters.filter((_, i) => i !== at).join('');
}

/** Only where land has holders. */
function joined(name: string, { column, neighbour, random }: CellPlace): string | undefined {
  if (column.header !== '权利人' || neighbour === undefined) return undefined;
  return `${name}${random.pick(['、', '，', '/', '.'])}${neighbour.name}`;
}

function spaced(name: string, { random }: CellPlace): string {
  const characters = [...name];
  const middle = characters.slice(0, 3).join('');
  const rest = characters.slice(3).join('');
  return random.pick([` ${name}`, `${name} `, `${name}\u3000`, `\u00a0${name}`, `${middle} ${rest}`]);
}
