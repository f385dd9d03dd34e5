/** How the page looks: light and dark as the system has it, and one page of summary on paper. */

export const pageStyle = `
:root { color-scheme: light dark; --text: #1c2126; --soft: #59636e; --page: #fff; --raised: #f4f6f8; --line: #d5dbe1; --good: #14692f; --bad: #a8201a; --doubt: #805200; --accent: #0b57b7; }
@media (prefers-color-scheme: dark) {
  :root { --text: #e8ebee; --soft: #a5afb9; --page: #14181c; --raised: #1f252b; --line: #39424b; --good: #6ccf8a; --bad: #ff8d85; --doubt: #f0bd5b; --accent: #7db4ff; }
}
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 1.5rem; max-width: 76rem; color: var(--text); background: var(--page); font: 1rem/1.5 system-ui, sans-serif; }
h1 { font-size: 1rem; font-weight: 600; color: var(--soft); margin: 0; }
h2 { font-size: 1.2rem; margin: 2rem 0 .5rem; }
.headline { font-size: 1.6rem; font-weight: 700; line-height: 1.25; margin: .25rem 0; }
.headline.yes { color: var(--good); } .headline.no { color: var(--bad); } .headline.unknown { color: var(--doubt); }
.about { color: var(--soft); margin: 0; }
table { border-collapse: collapse; width: 100%; }
caption { text-align: left; color: var(--soft); padding-bottom: .25rem; }
th, td { text-align: left; vertical-align: top; padding: .45rem .6rem; border-bottom: 1px solid var(--line); overflow-wrap: anywhere; }
thead th { border-bottom: 2px solid var(--line); }
.number { text-align: right; font-variant-numeric: tabular-nums; }
#summary { max-width: 42rem; } #summary th, #summary td { overflow-wrap: normal; } #summary .number { white-space: nowrap; }
#people-table { table-layout: fixed; }
#people-table th:nth-child(1) { width: 26%; } #people-table th:nth-child(2) { width: 8.5rem; }
#people th { font-weight: 400; } #people th .evidence { display: block; }
.name, .email { display: block; } .name { font-weight: 600; } .email { color: var(--soft); }
ul, ol { margin: 0; padding-left: 1.2rem; }
td ul { list-style: none; padding: 0; } td li + li { margin-top: .6rem; }
li p { margin: .1rem 0; }
.evidence { color: var(--soft); font-size: .9rem; }
ol.plan > li { margin-bottom: .6rem; }
.badge { display: inline-block; padding: 0 .5rem; border: 1px solid currentColor; border-radius: 1rem; font-size: .85rem; font-weight: 600; white-space: nowrap; }
.v0, .r0 { color: var(--good); } .v1, .r1 { color: var(--bad); } .v2, .r2 { color: var(--doubt); }
form { display: flex; flex-wrap: wrap; gap: .75rem; align-items: end; background: var(--raised); padding: .75rem; border-radius: .5rem; margin-bottom: .75rem; }
.field { display: grid; gap: .2rem; }
label { font-size: .9rem; color: var(--soft); }
input, select, button { font: inherit; color: var(--text); background: var(--page); border: 1px solid var(--line); border-radius: .35rem; padding: .35rem .5rem; max-width: 100%; }
button { cursor: pointer; } button:disabled { opacity: .5; cursor: default; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 1px; }
th button { border: 0; background: none; padding: 0; font-weight: 600; text-align: left; }
th button::after { content: " \\2195"; color: var(--soft); }
th[aria-sort=ascending] button::after { content: " \\2191"; } th[aria-sort=descending] button::after { content: " \\2193"; }
#paging { display: flex; gap: .75rem; align-items: center; margin-top: .75rem; }
#paging[hidden] { display: none; }
@media (max-width: 40rem) {
  body { padding: 1rem; } .headline { font-size: 1.3rem; }
  th, td { padding: .4rem .25rem; } #summary { font-size: .85rem; }
  #people-table, #people-table :is(caption, thead, tbody, th, td), #people tr { display: block; }
  #people-table th:nth-child(n) { width: auto; } #people-table thead th { border: 0; }
  #people-table thead tr { display: flex; flex-wrap: wrap; gap: .75rem; }
  #people th, #people td { border: 0; padding: .2rem .3rem; } #people tr { border-bottom: 1px solid var(--line); padding: .4rem 0; }
}
@media print {
  :root { color-scheme: light; }
  body { padding: 0; font-size: 10pt; } form, #paging, .screen { display: none; }
  tr, li { break-inside: avoid; }
}
`;
