/** The readiness report as one page that needs nothing else: no file, no network, nothing but its own script. */
import { createHash } from "node:crypto";
import { checkIds, owners } from "../../readiness/reasons";
import { dataBlock, html } from "./html-escape";
import { noticeText } from "./notice-text";
import { overviewOf } from "./overview";
import { pageScript } from "./page/page-script";
import { pageStyle } from "./page/page-style";
import { readinessOrder, rowPieces, scopeOrder, verdictOrder } from "./page/rows";
import { planTexts } from "./plan-text";
import type { ReadinessRun } from "./run";
import type { ReadinessStyle } from "./style";
import type { ReadinessWords } from "./words/words";

const hashOf = (text: string): string => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

/** Only this style and this script run; nothing is loaded or sent anywhere. */
const policy = [
  "default-src 'none'",
  `style-src ${hashOf(pageStyle)}`,
  `script-src ${hashOf(pageScript)}`,
  "img-src data:",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

const head = ({ language, label }: ReadinessWords): string => `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,">
<title>${html(label.title)}</title>
<style>${pageStyle}</style>
</head>
<body>
<main>
`;

const summarySection = (run: ReadinessRun, style: ReadinessStyle): string => {
  const { words } = style;
  const { overall, headline, about, checks } = overviewOf(run, style);
  const numbers = checks.map(
    ({ title, pass, fail, unknown }) =>
      `<tr><th scope="row">${html(title)}</th>${[pass, fail, unknown]
        .map((count) => `<td class="number">${html(count)}</td>`)
        .join("")}</tr>`,
  );
  return `<header>
<h1>${html(words.label.title)}</h1>
<p class="headline ${overall}">${html(words.overall[overall])}${html(words.colon)}${html(headline)}</p>
<p class="about">${html(about.join(words.semicolon))}</p>
</header>
<section aria-labelledby="checks-title">
<h2 id="checks-title">${html(words.label.checks)}</h2>
<table id="summary">
<thead><tr><th scope="col">${html(words.label.check)}</th>${verdictOrder
    .map((verdict) => `<th scope="col" class="number">${html(words.verdict[verdict])}</th>`)
    .join("")}</tr></thead>
<tbody>
${numbers.join("\n")}
</tbody>
</table>
</section>
`;
};

const listSection = (id: string, title: string, list: string, items: readonly string[]): string =>
  items.length === 0
    ? ""
    : `<section aria-labelledby="${id}">
<h2 id="${id}">${html(title)}</h2>
<${list} class="plan">
${items.map((item) => `<li>${item}</li>`).join("\n")}
</${list}>
</section>
`;

const selectOf = (id: string, label: string, options: readonly string[], { page }: ReadinessWords): string =>
  `<div class="field"><label for="${id}">${html(label)}</label><select id="${id}"><option value="">${html(page.every)}</option>${options
    .map((option, place) => `<option value="${place}">${html(option)}</option>`)
    .join("")}</select></div>`;

const sortable = (by: string, text: string): string =>
  `<th scope="col" aria-sort="none"><button type="button" data-sort="${by}">${html(text)}</button></th>`;

const names = (words: ReadinessWords) => ({
  readiness: readinessOrder.map((one) => (one === "not-concerned" ? words.notConcerned : words.ready[one])),
  checks: checkIds.map((one) => words.check[one]),
  verdicts: verdictOrder.map((one) => words.verdict[one]),
  owners: owners.map((one) => words.owner[one]),
  scopes: scopeOrder.map((one) => words.scope[one]),
});

const peopleSection = (words: ReadinessWords): string => {
  const { page, label } = words;
  const { readiness, checks, verdicts, owners: ownerNames } = names(words);
  return `<section aria-labelledby="people-title">
<h2 id="people-title">${html(page.people)}</h2>
<noscript><p>${html(page.needsScript)}</p></noscript>
<form id="filters" role="search">
<div class="field"><label for="search">${html(page.search)}</label><input id="search" type="search" autocomplete="off"></div>
${selectOf("ready", label.ready, readiness, words)}
${selectOf("check", label.check, checks, words)}
${selectOf("verdict", label.verdict, verdicts, words)}
${selectOf("owner", label.owner, ownerNames, words)}
<button type="reset">${html(page.reset)}</button>
</form>
<p id="count" role="status" aria-live="polite"></p>
<table id="people-table">
<caption class="screen">${html(page.sortable)}</caption>
<thead><tr>${sortable("user", label.user)}${sortable("ready", label.ready)}${sortable("points", page.open)}</tr></thead>
<tbody id="people"></tbody>
</table>
<nav id="paging" aria-label="${html(page.people)}" hidden><button type="button" id="previous">${html(page.previous)}</button><span id="page" aria-live="polite"></span><button type="button" id="next">${html(page.next)}</button></nav>
</section>
</main>
`;
};

function* pieces(run: ReadinessRun, style: ReadinessStyle): Generator<string> {
  const { words } = style;
  yield head(words);
  yield summarySection(run, style);
  yield listSection(
    "plan-title",
    words.label.plan,
    "ol",
    planTexts(run.plan, style).map(
      ({ title, text, about }) => `<strong>${html(title)}</strong> (${html(about)})<br>${html(text)}`,
    ),
  );
  yield listSection(
    "notices-title",
    words.label.notices,
    "ul",
    run.notices.map((notice) => html(noticeText(notice, style))),
  );
  yield peopleSection(words);
  yield '<script type="application/json" id="rows">';
  const texts = yield* rowPieces(run.judged, style);
  const { page, language, colon } = words;
  const wordsOfPage = { language, words: { ...page, colon }, ...names(words) };
  yield `</script>
<script type="application/json" id="texts">${dataBlock(texts)}</script>
<script type="application/json" id="words">${dataBlock(wordsOfPage)}</script>
<script>${pageScript}</script>
</body>
</html>
`;
}

/** Rows are data, of which the page shows a hundred at a time: 100,000 users do not become 100,000 elements. */
export const readinessHtml = (run: ReadinessRun, style: ReadinessStyle): Iterable<string> =>
  pieces(run, style);
