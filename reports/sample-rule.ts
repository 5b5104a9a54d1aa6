import type { Rule } from '../support/catalogue/rule.js';
import type { RuleResult, ScenarioResult } from '../support/run/run.js';
import type { Verdict } from '../support/verdict/verdict.js';
import type { RedactedExchange } from '../support/wire/redact.js';
import { standings } from './standing.js';

/** A rule for the tests of the reports; what is not said is a must of the code flow. */
export function sampleRule(id: string, title: string, rest: Partial<Rule> = {}): Rule {
  const file = `features/authorization-server/${id.split('/')[2] ?? 'x'}.feature`;
  return {
    id,
    title,
    level: 'must',
    basis: 'explicit',
    judges: 'effect',
    source: 'RFC 7636 §4.6',
    why: 'The verifier is the only proof that the party at the token endpoint is the one that asked for the code.',
    role: 'authorization-server',
    profiles: ['rfc7636', 'rfc9700'],
    conditions: [],
    feature: { name: 'Verification of the code verifier', file, line: 12 },
    scenarios: [{ name: title, location: `${file}:20`, conditions: [], property: false }],
    ...rest,
  };
}

/** A result with one scenario for each verdict named; the first failing ones carry `detail`. */
export function sampleResult(rule: Rule, outcomes: readonly Verdict[], detail: Partial<ScenarioResult> = {}): RuleResult {
  const scenarios = outcomes.map((verdict, index) => ({
    name: outcomes.length === 1 ? rule.title : `Variant ${index + 1} of ${outcomes.length}`,
    location: `${rule.feature.file}:${rule.feature.line + 8 + index}`,
    client: index % 2 === 0 ? 'public-client' : 'confidential-client',
    verdict,
    exchanges: [],
    durationMs: 40 + index,
    ...(verdict === 'upheld' && outcomes.length > 1 ? {} : detail),
  }));
  return { rule, profile: 'rfc9700', verdict: worstOf(outcomes), scenarios };
}

function worstOf(outcomes: readonly Verdict[]): Verdict {
  const order = Object.keys(standings);
  return outcomes.reduce((worst, outcome) => (order.indexOf(outcome) < order.indexOf(worst) ? outcome : worst), 'upheld');
}

/** A rule that was never tried. */
export function notApplicableResult(rule: Rule, text: string): RuleResult {
  return { rule, profile: 'rfc9700', verdict: 'not-applicable', reason: { code: 'capability', text }, scenarios: [] };
}

/** A token request and its answer. */
export function sampleExchange(n: number, status: number, body: string, rest: Partial<RedactedExchange> = {}): RedactedExchange {
  const form =
    'grant_type=authorization_code&code=(16 characters)&redirect_uri=http%3A%2F%2F127.0.0.1%3A9876%2Fcallback&client_id=public-client&code_verifier=dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk';
  return {
    n,
    at: new Date(Date.UTC(2026, 10, 22, 9, 30, 0) + n * 1_250).toISOString(),
    request: {
      method: 'POST',
      url: 'https://as.acme.example/token',
      headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
      body: form,
    },
    response: { status, headers: { 'content-type': 'application/json', 'cache-control': 'no-store' }, body, ms: 41 },
    curl: `curl -sS -X POST 'https://as.acme.example/token' -H 'Accept: application/json' --data "${form.replace('(16 characters)', '$CODE')}"`,
    ...rest,
  };
}
