import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { mutant, type Mutant } from '../../mocks/index.js';
import { judgeServer } from '../run/judge-server.js';
import type { Capability, RuleResult } from '../run/run.js';
import type { Stage } from '../run/stage.js';
import type { Target } from '../target/target.js';
import { embeddedStages } from './embedded.js';

type Turned = { readonly [K in keyof Target]?: Partial<Target[K]> };

interface Turn {
  readonly profile?: string;
  readonly rule: string;
  /** What the mock does otherwise. */
  readonly mutants?: readonly (Mutant | string)[];
  readonly before?: Turned;
  readonly after: Turned;
  /** The verdict before and after. */
  readonly verdicts: readonly [before: string, after: string];
}

/** A server at which a new code cancels the one before. */
function onlyTheLatestCode(): Mutant {
  let latest = '';
  return mutant({
    fault: 'A new code cancels the one before',
    breaks: [],
    replace: ({ newCode, spendCode }) => ({
      newCode: (about) => (latest = newCode(about)),
      spendCode: (store, key, until) => key === latest && spendCode(store, key, until),
    }),
  });
}

/** Every knob of the target file that decides about rules, with a rule whose verdict it changes. */
const turns: Readonly<Record<string, Turn>> = {
  'policy.verifier_syntax': {
    rule: 'rfc7636/4.1/verifier-of-42-characters',
    mutants: ['rfc7636/4.1/verifier-of-42-characters'],
    before: { policy: { verifier_syntax: 'observe' } },
    after: { policy: { verifier_syntax: 'enforce' } },
    verdicts: ['advisory', 'violated'],
  },
  'policy.max_verifier_length': {
    rule: 'rfc7636/4.1/verifier-of-129-characters',
    after: { policy: { max_verifier_length: 171 } },
    verdicts: ['upheld', 'not-applicable'],
  },
  'policy.redirect_uri_omission': {
    rule: 'rfc6749/4.1.3/missing-redirect-uri',
    after: { policy: { redirect_uri_omission: 'allow' } },
    verdicts: ['upheld', 'not-applicable'],
  },
  'policy.unknown_client_errors': {
    rule: 'rfc6749/5.2/unknown-client',
    after: { policy: { unknown_client_errors: ['invalid_grant'] } },
    verdicts: ['upheld', 'violated'],
  },
  'policy.extra_error_codes': {
    rule: 'rfc6749/5.2/registered-error-code',
    mutants: ['rfc6749/5.2/registered-error-code'],
    after: { policy: { extra_error_codes: ['pkce_verification_failed'] } },
    verdicts: ['violated', 'upheld'],
  },
  'policy.replay_revocation': {
    rule: 'rfc6749/4.1.2/code-reuse-revokes-tokens',
    mutants: ['rfc6749/4.1.2/code-reuse-revokes-tokens'],
    after: { policy: { replay_revocation: 'info' } },
    verdicts: ['advisory', 'noted'],
  },
  'policy.refresh_reuse_grace': {
    rule: 'rfc9700/4.14.2/rotated-refresh-token-race',
    after: { policy: { refresh_reuse_grace: 30 } },
    verdicts: ['upheld', 'not-applicable'],
  },
  'policy.reuse_scope': {
    profile: 'challenge-code-token',
    rule: 'challenge-code-token/single-use/reuse-by-another-client',
    mutants: ['challenge-code-token/single-use/reuse-by-another-client'],
    before: { policy: { reuse_scope: 'client' } },
    after: { policy: { reuse_scope: 'global' } },
    verdicts: ['advisory', 'violated'],
  },
  'policy.reuse_errors': {
    profile: 'challenge-code-token',
    rule: 'challenge-code-token/response/oauth-response-shape',
    after: { policy: { reuse_errors: ['slow_down'] } },
    verdicts: ['upheld', 'advisory'],
  },
  'policy.single_use': {
    profile: 'challenge-code-token',
    rule: 'challenge-code-token/expiry/use-extends-nothing',
    after: { policy: { single_use: true } },
    verdicts: ['upheld', 'not-applicable'],
  },
  'policy.max_expires_in': {
    profile: 'pkce-access-token',
    rule: 'pkce-access-token/response/expires-in-seconds',
    after: { policy: { max_expires_in: 10 } },
    verdicts: ['upheld', 'violated'],
  },
  'policy.nonce_assurance': {
    profile: 'oauth-2.1',
    rule: 'oauth-2.1/7.5.1.1/confidential-client-without-challenge',
    mutants: ['oauth-2.1/7.5.1.1/confidential-client-without-challenge+nonce'],
    after: { policy: { nonce_assurance: true } },
    verdicts: ['violated', 'upheld'],
  },
  'policy.scope_separators': {
    profile: 'challenge-code-token',
    rule: 'challenge-code-token/request/scope-separators',
    after: { policy: { scope_separators: 'space' } },
    verdicts: ['upheld', 'not-applicable'],
  },
  'policy.resource_scope': {
    rule: 'rfc6750/3.1/narrow-token-opens-nothing',
    after: { policy: { resource_scope: 'write' } },
    verdicts: ['upheld', 'violated'],
  },
  'policy.grant_type': {
    profile: 'challenge-code-token',
    rule: 'challenge-code-token/request/extension-grant-type',
    after: { policy: { grant_type: 'urn:example:other' } },
    verdicts: ['upheld', 'inconclusive'],
  },
  'lifetimes.code': {
    rule: 'rfc6749/4.1.2/expired-code',
    after: { lifetimes: { code: 10 } },
    verdicts: ['upheld', 'violated'],
  },
  'lifetimes.access_token': {
    rule: 'rfc6750/3.1/invalid-token-opens-nothing',
    mutants: ['rfc6749/5.1/expires-in-is-honest'],
    before: { lifetimes: { access_token: 10 } },
    after: { lifetimes: { access_token: 3_600 } },
    verdicts: ['violated', 'upheld'],
  },
  'lifetimes.refresh_token': {
    rule: 'rfc6749/6/expired-refresh-token',
    after: { lifetimes: { refresh_token: 10 } },
    verdicts: ['upheld', 'violated'],
  },
  'lifetimes.resource_leeway': {
    rule: 'rfc6750/3.1/invalid-token-opens-nothing',
    mutants: ['rfc6749/5.1/expires-in-is-honest'],
    before: { lifetimes: { access_token: 10 } },
    after: { lifetimes: { access_token: 10, resource_leeway: 4_000 } },
    verdicts: ['violated', 'upheld'],
  },
  'lifetimes.tolerance': {
    rule: 'rfc6749/4.1.2/expired-code',
    before: { lifetimes: { code: 50 } },
    after: { lifetimes: { code: 50, tolerance: 20 } },
    verdicts: ['violated', 'upheld'],
  },
  'capabilities.plain': {
    profile: 'rfc7636',
    rule: 'rfc7636/4.6/plain-compared-whole',
    after: { capabilities: { plain: false } },
    verdicts: ['upheld', 'not-applicable'],
  },
  'capabilities.require_pkce': {
    rule: 'rfc7636/4.4.1/required-challenge-missing',
    after: { capabilities: { require_pkce: true } },
    verdicts: ['not-applicable', 'violated'],
  },
  'capabilities.refresh_token': {
    rule: 'rfc9700/4.14.2/rotated-refresh-token-replay',
    after: { capabilities: { refresh_token: false } },
    verdicts: ['upheld', 'not-applicable'],
  },
  'capabilities.concurrent_codes': {
    rule: 'rfc7636/4.4/verifier-of-another-code',
    mutants: [onlyTheLatestCode()],
    after: { capabilities: { concurrent_codes: false } },
    verdicts: ['violated', 'upheld'],
  },
  'capabilities.concurrent_tokens': {
    profile: 'challenge-code-token',
    rule: 'challenge-code-token/proof/verifier-of-another-token',
    after: { capabilities: { concurrent_tokens: false } },
    verdicts: ['upheld', 'not-applicable'],
  },
  'capabilities.native': {
    rule: 'rfc8252/7.3/any-loopback-port',
    after: { capabilities: { native: false } },
    verdicts: ['upheld', 'not-applicable'],
  },
  'capabilities.par': {
    rule: 'rfc9126/2.2/successful-push-response',
    after: { capabilities: { par: false } },
    verdicts: ['upheld', 'not-applicable'],
  },
  'capabilities.iss': {
    rule: 'rfc9207/2/iss-on-success',
    after: { capabilities: { iss: false } },
    verdicts: ['upheld', 'not-applicable'],
  },
  'proof.name': {
    profile: 'challenge-code-token',
    rule: 'challenge-code-token/proof/right-verifier',
    after: { proof: { name: 'proof' } },
    verdicts: ['upheld', 'inconclusive'],
  },
  'proof.carrier': {
    profile: 'challenge-code-token',
    rule: 'challenge-code-token/proof/right-verifier',
    after: { proof: { carrier: 'header' } },
    verdicts: ['upheld', 'inconclusive'],
  },
};

/** What comes of one rule under a target whose knobs are turned so. */
async function resultOf({ profile = 'rfc9700', rule, mutants = [] }: Turn, turned: Turned = {}): Promise<RuleResult> {
  const staging = await embeddedStages([profile], { by: 'direct', timeout: 10, mutants });
  try {
    const { rules } = await judgeServer({
      stages: staging.stages.map((stage) => withKnobs(stage, turned)),
      prefixes: [rule],
      seed: 1,
      runs: 10,
      strict: false,
      slow: true,
      optIn: false,
      executor: { kind: 'direct' },
      redacted: () => undefined,
    });
    return rules.find((result) => result.rule.id === rule) ?? assert.fail(`${rule} was not run`);
  } finally {
    await staging.close();
  }
}

function withKnobs(stage: Stage, turned: Turned): Stage {
  const { target } = stage;
  const mixed = Object.fromEntries(
    Object.entries(turned).map(([key, value]) => [
      key,
      typeof value === 'object' ? { ...(target[key as keyof Target] as object), ...value } : value,
    ]),
  ) as Partial<Target>;
  const declared = Object.entries(turned.capabilities ?? {}).map(([name, value]): Capability => ({
    name,
    value: value === true,
    by: 'declared',
  }));
  const names = declared.map(({ name }) => name);
  return {
    ...stage,
    target: { ...target, ...mixed },
    capabilities: [...stage.capabilities.filter(({ name }) => !names.includes(name)), ...declared],
  };
}

/** Two knobs decide only what is said of a rule: RFC 7636 leaves the error open, and a code may be burned or kept. */
const remarks: Readonly<Record<string, Turn & { readonly remarked: RegExp }>> = {
  'policy.missing_verifier_errors': {
    rule: 'rfc7636/4.5/missing-verifier',
    after: { policy: { missing_verifier_errors: ['slow_down'] } },
    verdicts: ['upheld', 'upheld'],
    remarked: /none of the missing_verifier_errors/,
  },
  'policy.code_after_failed_verifier': {
    rule: 'rfc6749/10.5/code-after-failed-verifier',
    after: { policy: { code_after_failed_verifier: 'kept' } },
    verdicts: ['noted', 'noted'],
    remarked: /every code kept, as the target file says/,
  },
};

describe('a knob changes a verdict', () => {
  for (const [knob, turn] of Object.entries(turns)) {
    test(`${knob}, of ${turn.rule}`, async () => {
      const received = [(await resultOf(turn, turn.before)).verdict, (await resultOf(turn, turn.after)).verdict];
      assert.deepEqual(received, turn.verdicts);
    });
  }
});

describe('a knob changes what is remarked', () => {
  for (const [knob, turn] of Object.entries(remarks)) {
    test(`${knob}, of ${turn.rule}`, async () => {
      const told = (result: RuleResult): string => result.scenarios.map(({ reason, expected }) => reason ?? expected ?? '').join();
      const [before, after] = [await resultOf(turn), await resultOf(turn, turn.after)];
      assert.deepEqual([before.verdict, after.verdict], turn.verdicts);
      assert.doesNotMatch(told(before), turn.remarked);
      assert.match(told(after), turn.remarked);
    });
  }
});
