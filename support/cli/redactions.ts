import type { Target } from '../target/target.js';
import type { Recorder } from '../wire/recorder.js';
import { Redactor } from '../wire/redactor.js';
import type { Staging } from './staging.js';

/** How a run's exchanges and texts are told without the secrets of its targets, and without those that passed the wire. */
export function redactions(
  recorder: Recorder,
  targets: readonly Pick<Target, 'clients' | 'login' | 'registration'>[],
): Pick<Staging, 'redacted' | 'redactText' | 'forget'> {
  const names = targets.flatMap(({ clients }) => clients.map(({ client_id }) => client_id));
  const redactor = new Redactor(recorder, targets.flatMap(configured), names);
  return {
    redacted: (n) => redactor.exchange(n),
    redactText: (text) => redactor.text(text),
    forget: (numbers) => redactor.forget(numbers),
  };
}

/** A shorter name is an ordinary word, without which no report could be read; it is cut where a field is called by what it is. */
const shortestName = 8;

function configured({ clients, login, registration }: Pick<Target, 'clients' | 'login' | 'registration'>): readonly string[] {
  const secrets = [
    login.password,
    ...(login.username !== undefined && login.username.length >= shortestName ? [login.username] : []),
    registration?.initial_access_token,
    ...clients.flatMap(({ client_secret, registration_access_token, private_key }) => [
      client_secret,
      registration_access_token,
      private_key,
    ]),
  ];
  return secrets.filter((secret) => secret !== undefined);
}
