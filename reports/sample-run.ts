import type { Run, RuleResult } from '../support/run/run.js';
import { notApplicableResult, sampleExchange, sampleResult, sampleRule } from './sample-rule.js';

/** Runs that the reports are tested on: one of each outcome, and one whose server means harm. */
const granted = '{"access_token":"2Yot…pAA (22)","token_type":"Bearer","expires_in":3600}';
const refused = '{"error":"invalid_grant","error_description":"PKCE verification failed"}';

const mismatched = sampleRule('rfc7636/4.6/mismatched-verifier', 'A verifier that does not match its challenge is refused');
const matching = sampleRule('rfc7636/4.6/matching-verifier', 'A verifier that matches the challenge redeems the code for tokens');
const short = sampleRule('rfc7636/4.1/verifier-of-42-characters', 'A verifier of 42 characters is refused even though it matches', {
  level: 'should',
  basis: 'derived',
  source: 'RFC 7636 §4.1',
  why: 'Below the floor the entropy that protects an intercepted code is gone: who saw the challenge can search for the verifier.',
  feature: { name: 'Code verifier grammar', file: 'features/authorization-server/code-verifier-grammar.feature', line: 31 },
});
const race = sampleRule('rfc6749/4.1.2/code-reuse-race', 'Simultaneous redemptions of one code yield at most one access token', {
  source: 'RFC 6749 §4.1.2, §10.5',
  why: 'Reading the code and spending it have to be one step. Two requests that fall between them are the commonest way a single-use code is used twice.',
  feature: { name: 'Single use of an authorization code', file: 'features/authorization-server/single-use.feature', line: 29 },
});
const revocation = sampleRule('rfc6749/4.1.2/reuse-revokes-tokens', 'Reusing a code revokes the access tokens it already yielded', {
  level: 'should',
  source: 'RFC 6749 §4.1.2',
  feature: race.feature,
  conditions: ['needs-resource'],
});
const lifetime = sampleRule('rfc6749/4.1.2/expired-code', 'A code past its lifetime is refused', {
  source: 'RFC 6749 §4.1.2',
  feature: race.feature,
  conditions: ['slow'],
});
const ledger = sampleRule('challenge-code-token/single-use/plain-then-s256', 'A verifier spent as plain is spent for S256 as well', {
  level: 'doc',
  basis: 'derived',
  source: 'Challenge Code Token document, on creating two tokens from one code verifier',
  why: 'The server never sees a verifier sent as S256, yet the plain one tells it the hash. A ledger that stores what was sent, and not what it means, forgets this.',
  profiles: ['challenge-code-token'],
  feature: { name: 'One verifier, one token', file: 'features/challenge-code-token/single-use.feature', line: 8 },
});
const expiry = sampleRule('pkce-access-token/expiry/code-after-five-minutes', 'A code older than five minutes is refused', {
  level: 'doc',
  source: 'PKCE Access Token document, on expiry',
  profiles: ['pkce-access-token'],
  feature: { name: 'Five minutes', file: 'features/pkce-access-token/expiry.feature', line: 8 },
});
const survives = sampleRule('rfc6749/3.2.1/failed-authentication-keeps-code', 'A code survives a failed client authentication', {
  level: 'may',
  basis: 'practice',
  source: 'RFC 6749 §3.2.1',
  feature: { name: 'Client authentication', file: 'features/authorization-server/client-authentication.feature', line: 60 },
});
const storage = sampleRule('rfc7636/7.1/verifier-kept-secret', 'The server stores no verifier in the clear', {
  source: 'RFC 7636 §7.1',
  excluded: 'Nothing on the wire tells how a server stores what it was sent.',
  feature: { name: 'Code verifier grammar', file: 'features/authorization-server/code-verifier-grammar.feature', line: 80 },
  scenarios: [],
});

function sampleRun(rules: readonly RuleResult[], rest: Partial<Run> = {}): Run {
  return {
    suite: { name: 'pkce-conformance', version: '1.0.0' },
    target: {
      role: 'authorization-server',
      name: 'Acme staging',
      issuer: 'https://as.acme.example',
      endpoints: { authorization: 'https://as.acme.example/authorize', token: 'https://as.acme.example/token' },
      clients: [
        { client_id: 'public-client', type: 'public' },
        { client_id: 'confidential-client', type: 'confidential' },
      ],
      argument: 'acme.yaml',
      limits: [],
    },
    profiles: [{ name: 'rfc9700', conformant: false }],
    capabilities: [
      { name: 'plain', value: false, by: 'declared' },
      { name: 'code_lifetime', value: '60 s', by: 'declared' },
      { name: 'iss', value: true, by: 'metadata' },
    ],
    seed: 834713041,
    strict: false,
    startedAt: '2026-11-22T09:30:00.000Z',
    durationMs: 74_120,
    waitedMs: 60_000,
    agedScenarios: 2,
    conformant: false,
    complete: true,
    rules,
    exchanges: [],
    ...rest,
  };
}

const first = [sampleExchange(1, 200, granted), sampleExchange(2, 400, refused)];

export const conformantRun = sampleRun(
  [
    sampleResult(matching, ['upheld', 'upheld'], { exchanges: [1] }),
    sampleResult(mismatched, ['upheld', 'upheld', 'upheld', 'upheld', 'upheld', 'upheld'], { exchanges: [2] }),
    sampleResult(ledger, ['upheld']),
    sampleResult(expiry, ['upheld'], { exchanges: [1], durationMs: 300_050 }),
    sampleResult(survives, ['noted'], { expected: 'the code still redeems', received: '400 invalid_grant' }),
    notApplicableResult(revocation, 'the target declares no protected resource'),
    { ...notApplicableResult(storage, 'not observable') },
  ],
  { conformant: true, profiles: [{ name: 'rfc9700', conformant: true }], exchanges: first },
);

const racers = [3, 4, 5, 6].map((n) => sampleExchange(n, n < 5 ? 200 : 400, n < 5 ? granted : refused, { at: '2026-11-22T09:31:02.000Z' }));

const digests = { features: 'ab'.repeat(32), target: 'cd'.repeat(32), endpoints: 'ef'.repeat(32) };

export const violatingRun = sampleRun(
  [
    sampleResult(matching, ['upheld', 'upheld'], { exchanges: [1] }),
    sampleResult(mismatched, ['upheld', 'upheld', 'upheld']),
    sampleResult(short, ['advisory'], { expected: 'no access token', received: '200 with an access token', exchanges: [1] }),
    sampleResult(race, ['violated'], {
      name: 'Ten copies of one token request arrive together',
      expected: 'at most one access token',
      received: '2 access tokens (requests 1 and 2), 2 x 400 invalid_grant',
      exchanges: [3, 4, 5, 6],
      counterexample: { value: '["plain","~~~~"]', seed: 834713041, path: '3:0:1', runs: 25, shrinks: 4 },
    }),
    sampleResult(ledger, ['upheld', 'violated', 'violated', 'upheld'], {
      expected: 'no token',
      received: '200 with an access token',
      exchanges: [7],
    }),
    sampleResult(lifetime, ['inconclusive'], { reason: 'the token endpoint answered 429 twice', exchanges: [2, 8] }),
    sampleResult(survives, ['noted'], { expected: 'the code still redeems', received: '400 invalid_grant' }),
    { ...sampleResult(expiry, ['violated'], { expected: 'a refusal', received: '200' }), verdict: 'waived' },
    notApplicableResult(revocation, 'the target declares no protected resource'),
    notApplicableResult(storage, 'not observable'),
  ],
  {
    provenance: { commandLine: ['certify', '--target', 'acme.yaml', '--seed', '834713041'], digests },
    exchanges: [
      ...first,
      ...racers,
      sampleExchange(7, 200, granted),
      sampleExchange(8, 429, 'slow down', { at: '2026-11-22T09:31:10.000Z' }),
    ],
  },
);

const silence = 'the token endpoint cannot be reached: connection refused';
const { response: _none, ...unanswered } = sampleExchange(1, 200, '');

export const inconclusiveRun = sampleRun(
  [
    ...[matching, mismatched, race, lifetime].map((rule) => sampleResult(rule, ['inconclusive'], { reason: silence, exchanges: [1] })),
    sampleResult(ledger, ['inconclusive'], { reason: 'the login did not reach the redirect URI within ten hops' }),
    notApplicableResult(revocation, 'the target declares no protected resource'),
  ],
  {
    complete: false,
    obstacle: 'the control was refused: client public-client got no token for a well-formed request (connection refused)',
    exchanges: [{ ...unanswered, failure: 'refused: connect ECONNREFUSED 192.0.2.1:443' }],
  },
);

/** What a server can put where we print: markup, terminal sequences, reordering, nothing, and far too much. */
export const hostileText = `<script>alert("x")</script><img src=x onerror='y'> & \u001b[2J\u001b]0;owned\u0007 \u202eelif\u202c \0\b\r\n\u2028]]> | \`code\` [link](javascript:1) ${'\u0301'.repeat(40)} \ud800 日本語 👩‍👩‍👧`;

const hostile = { ...race, id: 'rfc6749/4.1.2/code-reuse-race' };

export const hostileRun = sampleRun(
  [
    sampleResult(mismatched, ['upheld', 'upheld']),
    sampleResult(hostile, ['violated'], {
      name: `Row ${hostileText}`,
      expected: 'at most one access token',
      received: `${hostileText}${'A'.repeat(200_000)}`,
      counterexample: { value: hostileText, seed: 1, path: '0', runs: 1, shrinks: 0 },
      exchanges: [1, 2],
    }),
    sampleResult(lifetime, ['inconclusive'], { reason: hostileText }),
    notApplicableResult(revocation, hostileText),
  ],
  {
    target: {
      role: 'authorization-server',
      name: hostileText,
      issuer: `https://as.example/${hostileText}`,
      endpoints: { token: 'javascript:alert(1)' },
      clients: [{ client_id: hostileText, type: 'public' }],
      argument: "it's; rm -rf .yaml",
      limits: ['issue-only'],
    },
    capabilities: [{ name: 'plain', value: hostileText, by: 'probe' }],
    exchanges: [
      sampleExchange(1, 200, `${hostileText}${'B'.repeat(300_000)}`, {
        response: {
          status: 200,
          headers: { location: hostileText, 'set-cookie': ['a', hostileText] },
          body: hostileText + 'B'.repeat(300_000),
          ms: 9,
        },
      }),
      sampleExchange(2, 302, `{"access_token":${JSON.stringify(hostileText)},"__proto__":{"x":1}}`),
    ],
  },
);
