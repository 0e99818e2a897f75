import { makeCase, givenOf } from '../generator/scheme.js';
import { evaluateExactly } from '../oracle.js';

import { toNumber } from '../exact.js';
import { test } from 'vitest';
test('s', () => { const c=makeCase(4651); const v=evaluateExactly(givenOf(c)); const st=v.run.standings.find(x=>x.subject.id==='S01')!;
 const cell=v.run.fact('用地面积',st.subject,0); console.log(cell.kind==='number'?[toNumber(cell.x),cell.x.over,cell.x.under,cell.x.error,toNumber(cell.factor)]:cell, v.run.ask('用地面积 > 2000 ㎡ and not 失信标记',st), v.run.judge.doubts);  });
