import { newCodeVerifier } from '../protocol/code-verifier.js';
import type { FormField } from '../protocol/form.js';
import { resolvePhrase } from '../protocol/phrase.js';
import { randomValue } from '../actors/random-value.js';
import type { ConformanceWorld } from '../world.js';

/** Sends the form to the token endpoint's host and path by http. Nothing in it may be worth keeping: anybody can read it. */
export async function askInTheClear(world: ConformanceWorld, form: readonly FormField[]): Promise<void> {
  const url = new URL(world.pass.tokenEndpoint);
  url.protocol = 'http:';
  world.answer = await world.wire.send({ method: 'POST', url: url.href, headers: { accept: 'application/json' }, form });
}

/**
 * A token request of made-up values alone, by what is wrong with it.
 *
 * @throws RangeError for an unknown phrase, naming the nearest known one.
 */
export function tokenRequestInTheClear(phrase: string): readonly FormField[] {
  return resolvePhrase('token request', phrase, requests)();
}

const requests: Readonly<Record<string, () => readonly FormField[]>> = {
  'an unknown grant type': () => [
    ['grant_type', 'urn:example:grant-type:unknown'],
    ['client_id', randomValue()],
  ],
  'a code and an unknown client': () => [
    ['grant_type', 'authorization_code'],
    ['client_id', randomValue()],
    ['code', randomValue()],
    ['code_verifier', newCodeVerifier()],
    ['redirect_uri', 'https://client.example/callback'],
  ],
};
