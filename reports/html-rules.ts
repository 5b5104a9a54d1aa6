import type { RuleResult, Run, ScenarioResult } from '../support/run/run.js';
import type { DocumentOfRules } from './documents.js';
import { exchangeList } from './html-exchanges.js';
import { markup, type Markup } from './markup.js';
import { again } from './replay.js';
import { storyOf } from './story.js';
import { standings } from './standing.js';
import { cut } from './terminal.js';
import { counted } from './words.js';

/** The rules of one document that were run, section by section. */
export function documentArticle(run: Run, { id, name, title, sections }: DocumentOfRules): Markup {
  return markup`<section class="document" id="document-${id}">
<h2>${name}${title === '' ? undefined : markup` <small>${title}</small>`}</h2>
${sections.map(
  (section) => markup`<section class="part" id="section-${id}-${section.id}">
<h3><span>${section.id}</span> ${section.title}</h3>
${section.results.map((result) => ruleArticle(run, result))}
</section>`,
)}
</section>`;
}

function ruleArticle(run: Run, result: RuleResult): Markup {
  const { rule, verdict, scenarios } = result;
  const { mark, word } = standings[verdict];
  const upheld = scenarios.filter((scenario) => scenario.verdict === 'upheld').length;
  return markup`<article class="rule ${verdict}" id="${rule.id}" data-standing="${verdict}">
<details${isOpen(verdict)}>
<summary><span class="badge ${verdict}"><span aria-hidden="true">${mark}</span> ${word}</span>
<h4>${rule.title}</h4>
<span class="tags"><span class="level">${rule.level}</span>${tag(result)}<span class="count" title="scenarios upheld">${upheld}/${scenarios.length}</span></span></summary>
<div class="body">
<p class="source"><a href="#${rule.id}"><code>${rule.id}</code></a> <span>${rule.source}</span> <span>judges ${rule.judges === 'effect' ? 'the effect' : 'the form'}</span> <span class="place">${rule.feature.file}</span></p>
${rule.why === '' ? undefined : markup`<p class="why">${rule.why}</p>`}
${worstFirst(scenarios).map((scenario, at) => scenarioBlock(run, result, scenario, at))}
<h5>Again</h5><pre class="command again">${again(run, result)}</pre>
</div>
</details>
</article>`;
}

function worstFirst(scenarios: readonly ScenarioResult[]): readonly ScenarioResult[] {
  const order = Object.keys(standings);
  return [...scenarios].sort((a, b) => order.indexOf(a.verdict) - order.indexOf(b.verdict));
}

function tag({ rule }: RuleResult): Markup | undefined {
  if (rule.basis !== 'derived' && rule.basis !== 'practice') return undefined;
  return markup`<span class="basis" title="our reading, not the words of the document">${rule.basis}</span>`;
}

/** What is not well stands open, on paper too. */
function isOpen(verdict: RuleResult['verdict']): Markup | undefined {
  return verdict === 'violated' || verdict === 'error' ? markup` open` : undefined;
}

/** Of a rule that is broken in many ways the first few stand open, on paper all. */
const stoodOpen = 3;
/** Of these the exchanges are told whole; those that come after say the same over again, and transcript.har holds them. */
const toldWhole = 8;

function scenarioBlock(run: Run, result: RuleResult, scenario: ScenarioResult, place: number): Markup {
  const { name, client, location, verdict, counterexample } = scenario;
  const { mark, word } = standings[verdict];
  const findings = (
    [
      ['Expected', scenario.expected],
      ['Received', scenario.received],
      [verdict === 'inconclusive' || verdict === 'error' ? 'Cause' : 'Note', scenario.reason],
    ] as const
  ).flatMap(([label, text]) => (text === undefined ? [] : [markup`<div><dt>${label}</dt><dd>${cut(text, 1_500)}</dd></div>`]));
  const found =
    counterexample === undefined
      ? undefined
      : markup`<div><dt>Found by</dt><dd>${story(run, scenario) ?? markup`<code>${cut(counterexample.value, 2_000)}</code><br>`}seed ${counterexample.seed}, path ${counterexample.path}, after ${counted(counterexample.runs, 'input')} and ${counted(counterexample.shrinks, 'shrink')}</dd></div>`;
  return markup`<details class="scenario ${verdict}"${place < stoodOpen ? isOpen(verdict) : undefined}>
<summary><span class="mark ${verdict}" title="${word}"><span aria-hidden="true">${mark}</span><span class="unseen">${word}: </span></span> <span class="name">${cut(name, 400)}</span>${client === undefined ? undefined : markup` <span class="client">${cut(client, 100)}</span>`} <span class="place">${placeOf(result, location)}</span></summary>
${findings.length === 0 && found === undefined ? undefined : markup`<dl class="findings">${findings}${found}</dl>`}
${exchangeList(run, result, scenario, verdict !== 'upheld' && place < toldWhole)}
</details>`;
}

/** A counterexample that is a story, step by step, each with the command that takes it. */
function story(run: Run, scenario: ScenarioResult): Markup | undefined {
  const steps = storyOf(run, scenario);
  if (steps.length === 0) return undefined;
  return markup`<ol>${steps.map(({ text, command }) => markup`<li>${cut(text, 600)}${command === '' ? undefined : markup`<br><code>${cut(command, 4_000)}</code>`}</li>`)}</ol>`;
}

/** The line where the file is that of the rule. */
function placeOf({ rule }: RuleResult, location: string): string {
  return location.startsWith(`${rule.feature.file}:`) ? `line ${location.slice(rule.feature.file.length + 1)}` : location;
}

/** Rules that were not run, by the reason why. */
export function setAside(run: Run): Markup | undefined {
  const results = run.rules.filter(({ verdict }) => verdict === 'not-applicable');
  if (results.length === 0) return undefined;
  const [unseen, inapplicable] = [
    results.filter(({ rule }) => rule.excluded !== undefined),
    results.filter(({ rule }) => rule.excluded === undefined),
  ];
  const reasons = [...Map.groupBy(inapplicable, ({ reason }) => reason?.text ?? 'no reason is known')];
  return markup`<section class="document" id="set-aside">
<h2>Not applicable <small>not run, and not counted as upheld</small></h2>
${reasons.map(([text, alike]) => markup`<section class="part"><h3>${cut(text, 400)}</h3><ul class="aside">${alike.map(asideRule)}</ul></section>`)}
${unseen.length === 0 ? undefined : markup`<section class="part"><h3>Not observable from outside</h3><ul class="aside">${unseen.map(asideRule)}</ul></section>`}
</section>`;
}

function asideRule({ rule }: RuleResult): Markup {
  return markup`<li id="${rule.id}" class="rule" data-standing="not-applicable"><span class="level">${rule.level}</span> ${rule.title} <a href="#${rule.id}"><code>${rule.id}</code></a>${rule.excluded === undefined ? undefined : markup`<br><small>${rule.excluded}</small>`}</li>`;
}
