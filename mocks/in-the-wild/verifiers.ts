import { hash } from 'node:crypto';
import type { FaultInTheWild } from './fault.js';

const untilNul = (text: string): string => text.split('\0', 1)[0] ?? '';
const wellFormed = /^[A-Za-z0-9._~-]{43,128}$/;

/** How verifiers were checked, or were not. */
export const verifierFaults: Readonly<Record<string, FaultInTheWild>> = {
  'checked-if-sent': {
    fault: 'Leaving code_verifier out of the token request skips the check',
    foundBy: 'rfc7636/4.5/missing-verifier',
    replace: { needsVerifier: ({ code_verifier }) => code_verifier !== undefined },
  },
  'method-not-stored': {
    fault: 'The method S256 is not kept with the code, and a code without a method is not checked',
    foundBy: 'rfc7636/4.6/mismatched-verifier',
    replace: { boundChallenge: (challenge, method) => (method === 'S256' ? undefined : challenge), acceptsSurplusVerifier: true },
  },
  'any-length': {
    fault: 'A verifier of one character is taken',
    foundBy: 'rfc7636/4.1/very-short-verifier',
    replace: { verifierWellFormed: () => true },
  },
  'unlimited-guesses': {
    fault: 'A code can be tried with one verifier after the other until one fits',
    foundBy: 'rfc7636/7.1/bounded-verifier-guessing',
    replace: { verifierWellFormed: () => true, afterFailedVerifier: 'kept' },
  },
  'tilde-refused': {
    fault: 'A verifier with a tilde is refused',
    foundBy: 'rfc7636/4.6/matching-verifier',
    replace: { verifierWellFormed: (verifier) => /^[\w.-]{43,128}$/.test(verifier) },
  },
  'padding-trimmed': {
    fault: 'Equals signs at the end of a verifier are cut off before it is hashed',
    foundBy: 'rfc7636/4.6/verifier-compared-as-sent',
    replace: { verifierRead: (sent) => sent.replace(/=+$/, '') },
  },
  'newline-let-through': {
    fault: 'The pattern for verifiers ends in a dollar sign that lets a line feed through',
    foundBy: 'rfc7636/4.1/control-character-in-verifier',
    replace: { verifierWellFormed: (verifier) => wellFormed.test(verifier.replace(/\n$/, '')) },
  },
  'compared-until-nul': {
    fault: 'Challenge and verifier are compared as strings that end at NUL',
    foundBy: 'rfc7636/4.6/plain-compared-whole',
    replace: {
      verifierWellFormed: (verifier) => wellFormed.test(untilNul(verifier)),
      transform: (verifier, method) => (method === 'S256' ? hash('sha256', untilNul(verifier), 'base64url') : untilNul(verifier)),
    },
  },
  'compared-in-any-case': {
    fault: 'The database compares challenges in any case',
    foundBy: 'rfc7636/4.6/case-sensitive-comparison',
    replace: { proves: (derived, challenge) => derived.toLowerCase() === challenge.toLowerCase() },
  },
  'hashed-to-hex': {
    fault: 'The hash of the verifier is written in hexadecimal, and so are the challenges of those who know',
    foundBy: 'rfc7636/4.6/matching-verifier',
    replace: {
      challengeWellFormed: () => true,
      transform: (verifier, method) => (method === 'S256' ? hash('sha256', verifier, 'hex') : verifier),
    },
  },
  'secret-is-enough': {
    fault: 'A client that sends its secret needs no verifier',
    foundBy: 'rfc9700/2.1.1/secret-and-verifier-both-needed',
    replace: { needsVerifier: ({ code_challenge, authenticated }) => code_challenge !== undefined && !authenticated },
  },
  'verifier-on-refresh': {
    fault: 'A refresh is refused for want of a code_verifier',
    foundBy: 'rfc7636/4.5/refresh-without-verifier',
    replace: { refreshNeedsVerifier: true },
  },
};
