import { capable, lawful, told, type LawfulServer } from './lawful-server.js';

const required = { challengeRequired: () => true, redeemsWithoutChallenge: () => false };

/** Habits in what is asked of challenges and verifiers. */
export const pkceHabits: Readonly<Record<string, LawfulServer>> = {
  'requires-pkce': lawful('No client gets a code without a challenge', required, {
    profiles: ['rfc7636', 'rfc9700', 'oidc'],
    described: capable({ require_pkce: true }),
  }),
  'requires-pkce-untold': lawful('No client gets a code without a challenge, and the target file does not say so', required, {
    profiles: ['rfc7636', 'rfc9700', 'oidc'],
  }),
  'keeps-code-after-failed-verifier': lawful(
    'A code outlives a verifier that does not fit',
    { afterFailedVerifier: 'kept' },
    { described: told({ code_after_failed_verifier: 'kept' }) },
  ),
  'keeps-code-untold': lawful(
    'A code outlives a verifier that does not fit, and the target file does not say so',
    { afterFailedVerifier: 'kept' },
    { described: told({ code_after_failed_verifier: 'any' }) },
  ),
  'burns-code-untold': lawful(
    'A verifier that does not fit burns the code, and the target file does not say so',
    {},
    {
      described: told({ code_after_failed_verifier: 'any' }),
    },
  ),
  'missing-verifier-is-invalid-grant': lawful('A redemption without verifier is answered with invalid_grant', ({ errors }) => ({
    errors: { ...errors, 'verifier-missing': { ...errors['verifier-missing'], error: 'invalid_grant' } },
  })),
  'refuses-empty-method': lawful(
    'A Challenge Code Token is refused where the method is there and empty',
    ({ emptyIsAbsent }) => ({ emptyIsAbsent: (name, at) => name !== 'code_challenge_method' && emptyIsAbsent(name, at) }),
    { profiles: ['challenge-code-token'], advised: ['challenge-code-token/request/empty-method-is-none'] },
  ),
  'refuses-constant-challenges': lawful(
    'A challenge that was sent before gets no second code (RFC 9700 §2.1.1)',
    ({ challengeWellFormed, newCode }) => {
      const issuedFor = new Set<string>();
      return {
        challengeWellFormed: (challenge, method) => !issuedFor.has(challenge) && challengeWellFormed(challenge, method),
        newCode: (about) => {
          if (about.code_challenge !== undefined) issuedFor.add(about.code_challenge);
          return newCode(about);
        },
      };
    },
  ),
};
