import type { RuleResult, Run, ScenarioResult } from '../support/run/run.js';
import type { RedactedExchange } from '../support/wire/redact.js';
import { answerLine, exchangesOf, requestLine } from './exchanges.js';
import { breakable, markup, type Markup } from './markup.js';
import { decisive } from './replay.js';
import { cut } from './terminal.js';
import { counted } from './words.js';

/** Exchanges shown of a scenario that is not well, and of one that is. */
const mostShown = 24;
const shownOfUpheld = 2;

/** What went over the wire: where it is evidence, every exchange whole; otherwise the last ones, in a line each. */
export function exchangeList(run: Run, result: RuleResult, scenario: ScenarioResult, whole: boolean): Markup | undefined {
  const all = exchangesOf(run, scenario);
  if (all.length === 0) return undefined;
  const shown = whole ? all.slice(-mostShown) : decisive(run, result, scenario, shownOfUpheld).shown.map(({ request }) => request);
  const left = scenario.verdict === 'upheld' ? 0 : all.length - shown.length;
  return markup`<ol class="exchanges">${left === 0 ? undefined : markup`<li class="left">${counted(left, 'earlier exchange')} not shown here; transcript.har holds them</li>`}
${shown.map((exchange) => (whole ? wholeExchange(exchange) : toldExchange(exchange)))}</ol>`;
}

function toldExchange(exchange: RedactedExchange): Markup {
  return markup`<li><span class="n">${exchange.n}</span><code class="sent">${cut(requestLine(exchange, 300), 400)}</code><code class="came">${cut(answerLine(exchange, 160), 300)}</code></li>`;
}

function wholeExchange(exchange: RedactedExchange): Markup {
  const { n, at, request, response } = exchange;
  return markup`<li><details><summary><span class="n">${n}</span><code class="sent">${breakable(cut(requestLine(exchange, 400), 600))}</code><code class="came">${breakable(cut(answerLine(exchange, 240), 600))}</code></summary>
${message(`Request, ${at}`, `${request.method} ${request.url}`, request.headers, request.body)}
${response ? message('Response', `${response.status}`, response.headers, response.body) : undefined}
<h5>By hand</h5><pre class="command">${cut(exchange.curl, 8_000)}</pre>
</details></li>`;
}

function message(title: string, start: string, headers: RedactedExchange['request']['headers'], body: string): Markup {
  const fields = Object.entries(headers).flatMap(([name, value]) =>
    [value].flat().map((each) => `${name}: ${each.replace(/[\r\n]+/g, ' ')}`),
  );
  return markup`<h5>${title}</h5><pre>${cut([start, ...fields].join('\n'), 4_000)}${
    body === ''
      ? undefined
      : markup`

${breakable(cut(body.replaceAll('\r\n', '\n'), 8_000))}`
  }</pre>`;
}
