import { makeCase, givenOf } from '../generator/scheme.js';
import { evaluateExactly } from '../oracle.js';
import { differences } from '../agreement.js';
import { runEngine } from './engine.js';
import { test } from 'vitest';
test('x', () => {
const from=Number(process.env.FROM??1), to=Number(process.env.TO??200);
const kinds=new Map<string,string[]>(); let ok=0,bad=0,doubtful=0; let tE=0,tO=0;
for (let s=from;s<=to;s++){ const c=makeCase(s);
 const t0=performance.now(); let e; try { e=runEngine(c); } catch(err){ const k='THROW '+(err as Error).message.replace(/seed \d+/,'').slice(0,150); kinds.set(k,[...(kinds.get(k)??[]),String(s)]); continue; }
 const t1=performance.now(); const v=evaluateExactly(givenOf(c)); const t2=performance.now(); tE+=t1-t0; tO+=t2-t1;
 const d=differences(v,e.printed); if(!d.length){ok++;continue;}
 bad++; if(v.run.judge.doubts.length) doubtful++;
 const k=d[0]!.replace(/^[^:]*: /,'').replace(/leaf_\d|branch_\d/,'X').replace(/-?[\d.]+(e-?\d+)?/g,'#').slice(0,60)+(v.run.judge.doubts.length?' (doubt)':''); const l=kinds.get(k)??[]; l.push(s+' '+d[0]+' ('+d.length+')'); kinds.set(k,l);
}
for(const sh of (process.env.SHOW??'').split(',').filter(Boolean)){const c=makeCase(Number(sh)); const e=runEngine(c); const v=evaluateExactly(givenOf(c)); const d=differences(v,e.printed); console.log('##### '+sh+'\n'+d.slice(0,6).join('\n')); const m=d[0]!.split(':')[0]!; const leafId=/leaf_\d+|branch_\d/.exec(d[0]!)?.[0]; const doc=givenOf(c).scheme; const all=[...doc.indicators,...doc.indicators.flatMap(x=>x.children??[])]; if(leafId) {console.log(JSON.stringify(all.find(x=>x.id===leafId))); console.log('score',JSON.stringify(doc.score),'absent',JSON.stringify(doc.absent)); const ps=e.printed.subjects.find(x=>x.id===m); console.log(JSON.stringify({...ps,indicators:ps?.indicators[leafId!]})); console.log('all: '+e.printed.subjects.map(x=>x.id+' '+x.pool+' '+x.status+' '+x.indicators[leafId!]?.value+' '+x.indicators[leafId!]?.benchmark+' '+x.indicators[leafId!]?.score).join('; '));} else { console.log(JSON.stringify([doc.rank,doc.grades.cut,doc.overrides,doc.total])); console.log('all: '+e.printed.subjects.map(x=>x.id+' '+x.pool+' '+x.status+' '+x.total+' #'+x.rank+' '+x.computedGrade+' '+x.grade).join('; ')); } console.log(c.tables[0]!.header.join(' ')); for(const r of c.tables[0]!.rows) if(r[0]===m) console.log(r.join(' '));  console.log(v.run.judge.doubts.slice(0,5)); }
console.log({ok,bad,doubtful,tE,tO}); for(const [k,l] of [...kinds].sort((a,b)=>b[1].length-a[1].length).slice(0,25)) console.log(l.length,k,'|',l.slice(0,3).join(' | '));
});
