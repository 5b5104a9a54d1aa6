import { withParameter } from '../actors/changes.js';
import type { DecodedField } from '../protocol/form.js';
import { resolvePhrase } from '../protocol/phrase.js';
import { htmlForms, type HtmlForm } from '../protocol/html-form.js';
import { Inconclusive, NothingToJudge, Violation } from '../verdict/findings.js';
import { grantedIn } from '../verdict/response-parameters.js';
import type { RequestDraft } from '../wire/draft.js';
import type { Exchange } from '../wire/exchange.js';
import type { ConformanceWorld } from '../world.js';

/** Asks in a way that makes a server show its consent form even where it need not (OpenID Connect Core §3.1.2.1). */
export async function askForConsent(world: ConformanceWorld): Promise<void> {
  try {
    await world.askAuthorization({ changes: [withParameter('prompt', 'consent')] });
  } catch (error) {
    if (!(error instanceof Inconclusive) || error.detail.unreachable === true || error.detail.serverError === true) throw error;
    throw new NothingToJudge(`the server approves by itself, and when it is to ask: ${error.reason}`);
  }
}

/** What somebody else's page can make of the consent form in the name of a user who is signed in. */
const forgeries: Readonly<Record<string, (field: DecodedField) => readonly DecodedField[]>> = {
  'without what only the form tells': () => [],
  'with what only the form tells altered': ([name, value]) => [[name, altered(value)]],
};

/**
 * Sends the consent form as another site would: all that can be known of the request is there, and what only the form
 * itself tells is missing or altered. Only a code convicts.
 *
 * @throws RangeError for a phrase that is not known, naming the nearest one that is.
 */
export async function forgeConsent(world: ConformanceWorld, phrase: string): Promise<void> {
  const { exchange, sent } = world.authorization;
  const form = consentForm(world);
  const known = new Set(sent.map(([, value]) => value));
  const forge = resolvePhrase('forgery', phrase, forgeries);
  const fields = form.fields.flatMap((field) => (field[1] === '' || known.has(field[1]) ? [field] : forge(field)));
  const address = new URL(form.action, exchange.request.url);
  const foreign = { origin: 'https://attacker.example', 'sec-fetch-site': 'cross-site' };
  const draft: RequestDraft = {
    method: 'POST',
    url: alteredAddress(address, exchange.request.url),
    headers: foreign,
    form: [...fields, ...approval(form)],
  };
  world.forged = await world.userAgent.navigate(world.wire, draft, world.client.registration.redirect_uris);
}

/** The forged consent yields nothing; a form that is refused even as it came would prove nothing, but nor does it convict. */
export function noConsentTaken({ forged }: ConformanceWorld): void {
  if (forged.kind !== 'redirect-uri' || grantedIn(forged.url).length === 0) return;
  throw new Violation(
    'no authorization code for a consent that only the form itself can give',
    `a redirect that carries ${grantedIn(forged.url).join(' and ')}`,
    {
      exchanges: [forged.exchange.n],
    },
  );
}

/** The form in which the user is asked; a server that shows none leaves nothing to judge. */
export function consentForm({ authorization: { kind, landing, exchange } }: ConformanceWorld): HtmlForm {
  if (kind === 'code') throw new NothingToJudge('the server approves by itself and shows no form');
  if (landing.kind === 'redirect-uri') throw new NothingToJudge('the server refuses by redirect to ask for consent');
  const form = htmlForms(bodyOf(exchange)).find(({ method, asksForPassword }) => method === 'POST' && !asksForPassword);
  if (!form) throw new NothingToJudge('no consent form was shown');
  return form;
}

function bodyOf({ outcome }: Exchange): string {
  return outcome.kind === 'answer' ? outcome.body : '';
}

/** The button that says yes: the first that does not say no. */
export function approval({ buttons }: HtmlForm): DecodedField[] {
  const yes = buttons.find(
    ({ name, value, text }) => !/deny|cancel|reject|refuse|decline|abort|back|\bno\b/i.test(`${name} ${value} ${text}`),
  );
  return yes?.name ? [[yes.name, yes.value]] : [];
}

/** An address that nobody could guess protects like a value of the form would: it is altered as well. */
function alteredAddress(address: URL, page: string): string {
  const plain = new URL(page);
  const isSecret = (part: string): boolean => part.length >= 16 && /\d/.test(part) && !decodeURIComponent(plain.search).includes(part);
  address.pathname = address.pathname
    .split('/')
    .map((part) => (isSecret(part) ? altered(part) : part))
    .join('/');
  for (const [name, value] of [...address.searchParams]) if (isSecret(value)) address.searchParams.set(name, altered(value));
  return address.href;
}

function altered(value: string): string {
  const middle = Math.floor(value.length / 2);
  return `${value.slice(0, middle)}${value[middle] === 'A' ? 'B' : 'A'}${value.slice(middle + 1)}`;
}
