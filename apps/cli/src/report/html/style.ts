/** Look of the page: calm, tabular figures right-aligned, light and dark, narrow screens, A4 paper. */
export const style = `
:root{color-scheme:light dark;--ink:#1b2430;--soft:#556070;--line:#d9dfe8;--paper:#fff;--wash:#f4f6f9;--accent:#1f4e8c;--note-ink:#5f3d00;--note-bg:#fff7e3;--note-line:#e3c373}
@media screen and (prefers-color-scheme:dark){:root{--ink:#e5e9ef;--soft:#a4aebb;--line:#343d4a;--paper:#161b22;--wash:#1e252e;--accent:#8fbaf2;--note-ink:#f2d08c;--note-bg:#30280f;--note-line:#6a5520}}
*{box-sizing:border-box}
html{scroll-padding-top:1rem}
body{margin:0;background:var(--wash);color:var(--ink);font:15px/1.65 "Noto Sans SC","Source Han Sans SC","PingFang SC","Microsoft YaHei","Hiragino Sans GB","WenQuanYi Micro Hei",system-ui,sans-serif}
main{max-width:1440px;margin:0 auto;padding:28px 32px 48px;background:var(--paper);border-top:4px solid var(--accent);min-height:100vh}
h1{font-size:26px;line-height:1.35;margin:0 0 4px}
h2{font-size:18px;margin:0 0 12px;padding-left:10px;border-left:4px solid var(--accent);line-height:1.3}
section{margin-top:36px}
p{margin:0 0 8px}
a{color:var(--accent);text-underline-offset:3px}
small{display:block;color:var(--soft);font-size:12px;line-height:1.35;font-weight:400}
.place{color:var(--soft);margin-bottom:12px}
.documents{display:grid;grid-template-columns:auto 1fr;gap:2px 12px;margin:0 0 14px;font-size:14px}
dt{color:var(--soft)}dd{margin:0;overflow-wrap:anywhere}
.caution{background:var(--note-bg);color:var(--note-ink);border:1px solid var(--note-line);border-radius:4px;padding:6px 12px;margin:0 0 6px;font-size:14px}
.caution a{color:inherit}
nav{display:flex;flex-wrap:wrap;gap:4px 18px;margin-top:18px;padding:8px 0;border-top:1px solid var(--line);border-bottom:1px solid var(--line);font-size:14px}
nav a{text-decoration:none}nav a:hover{text-decoration:underline}
.lead{font-size:16px;margin-bottom:14px}
.empty,.hint{color:var(--soft)}
table{border-collapse:collapse;font-size:14px;width:100%}
th,td{padding:6px 10px;border-bottom:1px solid var(--line);text-align:left;vertical-align:top}
thead th{background:var(--wash);font-weight:600;border-bottom:2px solid var(--line);vertical-align:bottom;white-space:nowrap}
.n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
.long{min-width:18em}.short{white-space:nowrap}
.absent{color:var(--soft);font-style:normal}
.scroll{overflow:auto;border:1px solid var(--line);border-radius:4px}
.scroll tbody tr:last-child>*{border-bottom:0}
.fit{width:fit-content;max-width:100%}.fit table{width:auto}
.tall{max-height:82vh}
.results thead th{position:sticky;top:0;z-index:2}
.results th:first-child{position:sticky;left:0;z-index:1;background:var(--paper);min-width:7.5em;max-width:17em;overflow-wrap:anywhere;box-shadow:1px 0 0 var(--line)}
.results thead .ind button{white-space:normal;text-align:right;max-width:9em;display:inline-block;text-wrap:balance}
.results .ind{min-width:6.5em}.results small{white-space:nowrap}.phone{display:none;white-space:nowrap}
.results thead th:first-child{z-index:3;background:var(--wash)}
.results tbody th{font-weight:400}
.results tbody tr:hover>*{background:var(--wash)}
.results thead button{font:inherit;color:inherit;background:none;border:0;padding:0;cursor:pointer}
.results thead button:hover{text-decoration:underline}
.results th[aria-sort=ascending] button::after{content:" ↑"}.results th[aria-sort=descending] button::after{content:" ↓"}
.total{font-weight:600}.grade{white-space:nowrap}
.badge{display:inline-flex;align-items:center;gap:4px;white-space:nowrap;color:var(--c);background:var(--b);border:1px solid var(--c);border-radius:3px;padding:0 7px;font-weight:600;font-size:13px;line-height:1.6}
.badge i{font-style:normal;font-size:11px}
.badge.none,.status{color:var(--soft)}.badge.none{background:none;border-color:var(--line)}
s{text-decoration:none}s .badge{opacity:.7;text-decoration:line-through}
.arrow{margin:0 5px;color:var(--soft)}
.label{margin-left:8px;color:var(--soft);font-size:13px;font-weight:400}
.bars{width:auto;min-width:min(100%,560px);max-width:820px}
.bars caption{text-align:left;font-weight:600;padding:4px 0}.bars caption span{color:var(--soft);font-weight:400;margin-left:6px}
.bars th,.bars td{border:0;padding:3px 12px 3px 0;vertical-align:middle;white-space:nowrap;font-weight:400}
.bars .bar{width:100%;min-width:110px}.bar div{height:16px;background:var(--c);border-radius:0 2px 2px 0}
.cards{display:grid;grid-template-columns:repeat(auto-fill,minmax(340px,1fr));gap:16px 28px;margin-top:18px}
.cards .bars{min-width:0;width:100%;border-top:1px solid var(--line)}.cards .label{display:none}
.filters{display:flex;flex-wrap:wrap;gap:8px;align-items:center;margin-bottom:10px}
.filters input{font:inherit;font-size:14px;padding:5px 10px;border:1px solid var(--line);border-radius:4px;background:var(--paper);color:inherit;width:min(100%,260px)}
.chip{border:2px solid transparent;border-radius:6px;background:none;padding:1px;cursor:pointer;font:inherit}
.chip[aria-pressed=true]{border-color:var(--accent)}
#shown{color:var(--soft);font-size:14px;margin-left:4px;font-variant-numeric:tabular-nums}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
#why details{border-bottom:1px solid var(--line)}#why details:first-of-type{border-top:1px solid var(--line)}
summary{display:flex;gap:14px;align-items:center;justify-content:space-between;padding:7px 4px;cursor:pointer}
summary::before{content:"▸";color:var(--soft)}details[open]>summary::before{content:"▾"}
summary>.who{flex:1}summary small{display:inline;margin-left:8px}
.plain>summary{justify-content:flex-start}
.words{white-space:pre-wrap;overflow-wrap:anywhere;background:var(--wash);border-left:3px solid var(--line);padding:12px 16px;margin:0 0 12px;font-size:14px;font-variant-numeric:tabular-nums}

.lines{white-space:normal}.lines p{margin:0}.lines .head{margin-top:8px}.lines .head:first-child{margin-top:0}.lines .head span{margin-left:12px;color:var(--soft)}.lines b{font-weight:600}
.lines .in{padding-left:1.5em}.lines .deeper{padding-left:3em;color:var(--soft)}.soft{color:var(--soft)}.lines .soft{margin-top:8px}
.prose h3{font-size:16px;margin:0 0 6px}.prose h4{font-size:15px;margin:14px 0 4px}.prose .scroll{margin:6px 0;background:var(--paper)}.prose table{font-size:13px}
footer{margin-top:40px;border-top:1px solid var(--line);padding-top:12px;color:var(--soft);font-size:12px}
footer dl{display:grid;grid-template-columns:auto 1fr;gap:2px 12px;margin:0}
footer dd{font-family:ui-monospace,Consolas,monospace}
[hidden]{display:none!important}
@media(max-width:640px){main{padding:18px 14px 32px}h1{font-size:21px}.lead{font-size:15px}nav{gap:2px 14px}.bars{min-width:0;width:100%}.label{display:none}.bars th,.bars td{padding-right:8px}.bars .bar{min-width:40px}.cards{grid-template-columns:1fr}
th,td{padding:6px 7px}.results th:first-child{min-width:10.5em;max-width:11em}.results tbody th small{display:none}.phone{display:block;margin-top:3px;font-variant-numeric:tabular-nums}.phone .arrow,.phone s{display:none}.filters input{width:100%}.documents{grid-template-columns:1fr}.documents dt{display:none}.tall{max-height:75vh}.long{min-width:14em}}
@media print{body{background:#fff;font-size:10.5pt;line-height:1.5}main{max-width:none;padding:0;border:0;min-height:0}nav,.filters,.hint{display:none}a{color:inherit;text-decoration:none}
section{margin-top:16pt;break-inside:auto}h2{break-after:avoid}h1{font-size:17pt}table{font-size:8.5pt}small{font-size:7pt}.badge{font-size:8pt;padding:0 4pt}.caution a{display:none}th,td{padding:2.5pt 4pt}
.scroll{overflow:visible;border:0}.tall{max-height:none}.results th,.results thead th{position:static!important;box-shadow:none}.results th:first-child{min-width:0;max-width:none}tr{break-inside:avoid}thead{display:table-header-group}
.many .ind{display:none}.long{min-width:0}.bar div,.badge{print-color-adjust:exact;-webkit-print-color-adjust:exact}
#why:not(:has(details[open])),#method:not(:has(details[open])){display:none}#why details:not([open]){display:none}summary::before{display:none}
.words{background:none;padding:0 0 0 8pt;font-size:9.5pt}.lines p{break-inside:avoid}.soft a{display:none}.caution{border-color:#999;background:none;color:#000;break-inside:avoid}footer{font-size:8pt}}
`;
