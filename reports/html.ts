import type { Run } from '../support/run/run.js';
import { conclude, decisivelyInconclusive, type Conclusion } from './conclusion.js';
import { cause, mending } from './console-failures.js';
import { byDocument, type DocumentOfRules } from './documents.js';
import { foot } from './html-foot.js';
import { icon } from './html-icon.js';
import { documentArticle, setAside } from './html-rules.js';
import { script, scriptDigest } from './html-script.js';
import { style, styleDigest } from './html-style.js';
import { timeline } from './html-timeline.js';
import { markup, verbatim, type Markup } from './markup.js';
import { standings } from './standing.js';
import { cut } from './terminal.js';
import { counted, duration, sentence } from './words.js';

/** A run as one self-contained HTML page: nothing is fetched, and the script, which only filters, may be switched off. */
export function renderHtml(run: Run): string {
  const conclusion = conclude(run);
  const documents = byDocument(run.rules.filter(({ verdict }) => verdict !== 'not-applicable'));
  const page = markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src '${styleDigest}'; script-src '${scriptDigest}'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${conclusion.headline}: ${run.target.name.slice(0, 200)}</title>
<link rel="icon" href="${icon(conclusion.outcome)}">
<style>${verbatim(style)}</style>
</head>
<body>
<a class="skip" href="#rules">To the rules</a>
${banner(run, conclusion)}
<div class="frame">
${contents(documents, run)}
<main id="rules">
${documents.map((document) => documentArticle(run, document))}
${setAside(run)}
${timeline(run)}
</main>
</div>
${foot(run)}
<script>${verbatim(script)}</script>
</body>
</html>
`;
  return page.html;
}

function banner(run: Run, conclusion: Conclusion): Markup {
  const { target } = run;
  return markup`<header class="banner ${conclusion.outcome}">
<p class="suite">${run.suite.name} ${run.suite.version}</p>
<h1>${sentence(conclusion.headline.toLowerCase())}</h1>
<p class="sentence">${sentence(conclusion.sentence)}.</p>
${run.obstacle === undefined ? undefined : markup`<p class="obstacle" role="note">${sentence(cut(run.obstacle, 2_000))}.<br><small>${sentence(run.remedy ?? mending(run))}.</small></p>`}
<dl>
<div><dt>Target</dt><dd>${target.name.slice(0, 400)}</dd></div>
${target.issuer === undefined ? undefined : markup`<div><dt>Issuer</dt><dd>${target.issuer.slice(0, 400)}</dd></div>`}
${target.clients.length === 0 ? undefined : markup`<div><dt>Clients</dt><dd>${clientsOf(run)}</dd></div>`}
<div><dt>Profiles</dt><dd><ul class="chips">${run.profiles.map(({ name, conformant }) => markup`<li>${markOf(conformant ? 'upheld' : conclusion.outcome === 'not-judged' ? 'inconclusive' : 'violated', conformant ? 'conformant' : 'not conformant')} ${name}</li>`)}</ul></dd></div>
<div><dt>Run</dt><dd>${counted(conclusion.scenarios, 'scenario')} in ${duration(run.durationMs)}${waited(run)}${run.complete ? '' : ', a part of the catalogue'}</dd></div>
</dl>
${broken(run)}
${tally(run)}
</header>`;
}

/** By name where they are few, else how many of each kind; the foot names them all. */
function clientsOf({ target: { clients } }: Run): string {
  const named = clients.map(({ client_id, type }) => `${client_id} (${type})`).join(', ');
  if (named.length <= 120) return named;
  const kinds = (['public', 'confidential'] as const).flatMap((type) => {
    const n = clients.filter((client) => client.type === type).length;
    return n === 0 ? [] : [`${n} ${type}`];
  });
  return kinds.join(', ');
}

/** What is broken, by name, and what kept the rest from being judged, before anything else is read. */
function broken(run: Run): Markup | undefined {
  const results = run.rules.filter(({ verdict }) => verdict === 'violated');
  const causes = (['error', 'inconclusive'] as const).flatMap((standing) => {
    const open = standing === 'error' ? run.rules.filter(({ verdict }) => verdict === 'error') : decisivelyInconclusive(run);
    return [...Map.groupBy(open, cause)].map(([text, alike]) => ({ standing, text, alike }));
  });
  if (results.length === 0 && causes.length === 0) return undefined;
  return markup`<ul class="broken" aria-label="What is not well">
${results.map(({ rule, verdict }) => markup`<li>${markOf(verdict)} <a href="#${rule.id}">${rule.title}</a> <small>${rule.level}, ${rule.source}</small></li>`)}
${causes.map(({ standing, text, alike: [first, ...others] }) => markup`<li>${markOf(standing)} ${sentence(cut(text, 400))} <small>${first === undefined ? undefined : markup`<a href="#${first.rule.id}">${first.rule.title}</a>`}${others.length === 0 ? '' : ` and ${counted(others.length, 'more rule')}`}</small></li>`)}
</ul>`;
}

function markOf(standing: keyof typeof standings, word: string = standings[standing].word): Markup {
  const { mark } = standings[standing];
  return markup`<span class="mark ${standing}" title="${word}"><span aria-hidden="true">${mark}</span><span class="unseen">${word}: </span></span>`;
}

function waited({ waitedMs }: Run): string {
  return waitedMs >= 1_000 ? `, ${duration(waitedMs)} of it waiting for codes and tokens to expire` : '';
}

/** The counts; with a script they are the filter as well. */
function tally(run: Run): Markup {
  const counts = Object.entries(standings).flatMap(([standing, { mark, word }]) => {
    const n = run.rules.filter(({ verdict }) => verdict === standing).length;
    return n === 0
      ? []
      : [
          markup`<li><button type="button" class="${standing}" data-standing="${standing}" disabled><b>${n}</b> <span aria-hidden="true">${mark}</span> ${word}</button></li>`,
        ];
  });
  return markup`<div class="tally"><ul aria-label="Rules by verdict">${counts}</ul>
<label class="search" hidden>Find <input type="search" placeholder="a word, a rule, a section"></label> <span class="shown" role="status"></span></div>`;
}

function contents(documents: readonly DocumentOfRules[], run: Run): Markup {
  const aside =
    run.rules.length - documents.reduce((sum, { sections }) => sum + sections.reduce((n, { results }) => n + results.length, 0), 0);
  return markup`<nav aria-label="Sections">
${documents.map(
  ({ id, name, sections }) => markup`<h2><a href="#document-${id}">${name}</a></h2>
<ul>${sections.map((section) => {
    const worst = Object.keys(standings).find((standing) => section.results.some(({ verdict }) => verdict === standing));
    return markup`<li><a href="#section-${id}-${section.id}">${markOf((worst ?? 'upheld') as keyof typeof standings)} ${section.id} <small>${section.title}</small></a></li>`;
  })}</ul>`,
)}
<ul class="rest">${aside === 0 ? undefined : markup`<li><a href="#set-aside">Not applicable (${aside})</a></li>`}
<li><a href="#timeline">Timeline</a></li><li><a href="#provenance">Provenance</a></li></ul>
</nav>`;
}
