import type { FaultInTheWild } from './fault.js';

/** What became of challenges and their methods. */
export const challengeFaults: Readonly<Record<string, FaultInTheWild>> = {
  'surplus-verifier-ignored': {
    fault: 'A verifier for a code without a challenge is ignored, which hides that the challenge was stripped',
    foundBy: 'rfc9700/4.8.2/verifier-without-challenge',
    replace: { acceptsSurplusVerifier: true },
  },
  'unknown-method-is-plain': {
    fault: 'Whatever is not S256 is plain',
    foundBy: 'rfc7636/4.4.1/unknown-method',
    replace: { methodNamed: (name) => (name === 'S256' ? 'S256' : 'plain') },
  },
  'unknown-method-is-s256': {
    fault: 'Whatever is not plain is S256',
    foundBy: 'rfc7636/4.4.1/unknown-method',
    replace: { methodNamed: (name) => (name === 'plain' ? 'plain' : 'S256') },
  },
  'method-in-any-case': {
    fault: 'The method is compared in any case',
    foundBy: 'rfc7636/6.2.1/method-in-wrong-case',
    replace: { methodNamed: (name) => (/^s256$/i.test(name) ? 'S256' : /^plain$/i.test(name) ? 'plain' : undefined) },
  },
  'method-with-newline': {
    fault: 'The pattern for methods ends in a dollar sign that lets a line feed through',
    foundBy: 'rfc7636/4.4.1/method-with-stray-characters',
    replace: { methodNamed: (name) => (/^S256\n?$/.test(name) ? 'S256' : /^plain\n?$/.test(name) ? 'plain' : undefined) },
  },
  'challenge-without-method-dropped': {
    fault: 'A challenge that comes without a method is not kept',
    foundBy: 'rfc7636/4.5/omitted-method-still-binds',
    replace: { boundChallenge: (challenge, method) => (method === undefined ? undefined : challenge), acceptsSurplusVerifier: true },
  },
  'omitted-method-passes-s256-only': {
    fault: 'A server for S256 alone takes a challenge without a method for a plain one',
    foundBy: 'rfc7636/4.3/omitted-method-without-plain',
    replace: { checksOmittedMethod: false },
  },
  'omitted-method-fails-late': {
    fault: 'A server for S256 alone issues a code for a challenge without a method, and fails when it is redeemed',
    foundBy: 'rfc7636/4.3/omitted-method-without-plain',
    replace: {
      checksOmittedMethod: false,
      transform: (verifier, method) => {
        if (method === 'plain') throw new Error(`no transform for ${verifier.length} characters`);
        return verifier;
      },
    },
  },
  'plain-despite-s256-only': {
    fault: 'The method plain is taken although metadata offers S256 alone',
    foundBy: 'rfc7636/4.4.1/plain-not-offered',
    replace: { checksNamedMethod: false },
  },
  'empty-challenge-passes-requirement': {
    fault: 'An empty challenge satisfies the check that there is one, and counts as none when the code is redeemed',
    foundBy: 'rfc6749/3.1/empty-code-challenge',
    replace: ({ emptyIsAbsent, challengeWellFormed }) => ({
      emptyIsAbsent: (name, at) => name !== 'code_challenge' && emptyIsAbsent(name, at),
      challengeWellFormed: (challenge, method) => challenge === '' || challengeWellFormed(challenge, method),
      boundChallenge: (challenge) => (challenge === '' ? undefined : challenge),
      redeemsWithoutChallenge: () => true,
    }),
  },
  'padding-trimmed': {
    fault: 'Equals signs at the end of a challenge are cut off',
    foundBy: 'rfc7636/3/padded-s256-challenge',
    replace: { challengeRead: (sent) => sent.replace(/=+$/, '') },
  },
  'pushed-challenge-lost': {
    fault: 'The challenge of a pushed request is not looked at again',
    foundBy: 'rfc9126/4/pushed-challenge-binds-code',
    replace: {
      keptOfPush: (parameters) => parameters.filter(([name]) => !name.startsWith('code_challenge')),
      acceptsSurplusVerifier: true,
    },
  },
  'advertised-plain': {
    fault: 'Metadata offers plain, which is refused',
    foundBy: 'rfc8414/2/advertised-methods-are-real',
    replace: {
      methodsOffered: ['S256'],
      metadataMembers: (members) => ({ ...members, code_challenge_methods_supported: ['S256', 'plain'] }),
    },
  },
  'advertised-refresh': {
    fault: 'Metadata offers the refresh grant, which the token endpoint does not know',
    foundBy: 'rfc8414/2/advertised-grants-are-real',
    replace: { grantTypeNamed: (name) => (name === 'authorization_code' ? name : undefined) },
  },
};
