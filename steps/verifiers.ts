import { defineParameterType, Given, Then, When } from '@cucumber/cucumber';
import { verifierOf } from '../support/actors/alterations.js';
import { withParameter } from '../support/actors/changes.js';
import { presentOctets } from '../support/acts/octets.js';
import { ILLEGAL_CHARACTERS, illegalCharacter, OCTET_READINGS, verifierHolding } from '../support/protocol/malformed-verifiers.js';
import type { CharacterPlace, IllegalCharacter, OctetReading } from '../support/protocol/malformed-verifiers.js';
import { REMARKABLE_VERIFIERS, remarkableVerifier } from '../support/protocol/remarkable-verifiers.js';
import { encodeVerifier, VERIFIER_ENCODINGS } from '../support/protocol/verifier-encodings.js';
import { patternOf } from '../support/actors/alterations.js';
import { noIllegalCharacterRedeems } from '../support/properties/verifier-grammar-properties.js';
import { orderlyRefusal } from '../support/verdict/orderly-refusal.js';
import type { ConformanceWorld } from '../support/world.js';

const named = (phrase: string): string => phrase;

defineParameterType({ name: 'remarkable-verifier', regexp: patternOf(REMARKABLE_VERIFIERS), transformer: named });
defineParameterType({
  name: 'illegal-character',
  regexp: patternOf(ILLEGAL_CHARACTERS.map(({ name }) => name)),
  transformer: illegalCharacter,
});
defineParameterType({ name: 'place', regexp: /at the start|in the middle|at the end/, transformer: named });
defineParameterType({ name: 'octet-reading', regexp: patternOf(OCTET_READINGS), transformer: named });
defineParameterType({ name: 'encoding', regexp: patternOf(VERIFIER_ENCODINGS), transformer: encodeVerifier });

Given('an authorization code bound to a verifier with {remarkable-verifier}', function (this: ConformanceWorld, name: string) {
  return this.obtainCode({ verifier: remarkableVerifier(name) });
});

Given(
  'an authorization code bound to a verifier with {illegal-character} {place}',
  function (this: ConformanceWorld, character: string, place: CharacterPlace) {
    return this.obtainCode({ verifier: verifierHolding(character, place, 64) });
  },
);

Given('the client has presented a verifier of {int} characters', function (this: ConformanceWorld, length: number) {
  return this.walkFlow({ verifier: verifierOf(length) });
});

When(
  'the client redeems the code with the verifier {encoding}',
  function (this: ConformanceWorld, encode: (verifier: string) => { encoded: string }) {
    return this.redeem(withParameter('code_verifier', encode(this.code.verifier)));
  },
);

When(
  'the client redeems a code with {string} in the verifier, hashed {octet-reading}',
  function (this: ConformanceWorld, octets: string, reading: OctetReading) {
    return presentOctets(this, octets, reading);
  },
);

Then('the refusal is an orderly client error', function (this: ConformanceWorld) {
  return this.judge.refusalForm(this.answer, orderlyRefusal);
});

Then(
  'no verifier with a {string} character redeems the code bound to it',
  function (this: ConformanceWorld, kind: IllegalCharacter['kind']) {
    return noIllegalCharacterRedeems(this.court, kind);
  },
);
