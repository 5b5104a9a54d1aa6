import { withParameter } from '../actors/changes.js';
import { pageOf } from '../actors/login/form-driver.js';
import { questionOn } from '../actors/login/page-question.js';
import type { DecodedField } from '../protocol/form.js';
import { resolvePhrase } from '../protocol/phrase.js';
import { entriesOf, type Answers, type HtmlControl, type HtmlForm } from '../protocol/html-form.js';
import { Inconclusive, NothingToJudge, Violation } from '../verdict/findings.js';
import { grantedIn } from '../verdict/response-parameters.js';
import type { RequestDraft } from '../wire/draft.js';
import type { ConformanceWorld } from '../world.js';

/** Asks in a way that makes a server show its consent form even where it need not (OpenID Connect Core §3.1.2.1), at a browser that has yet to sign in. */
export async function askForConsent(world: ConformanceWorld): Promise<void> {
  world.takeEmptyBrowser();
  try {
    await world.askAuthorization({ changes: [withParameter('prompt', 'consent')], answering: 'login' });
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
  const consent = await consentForm(world);
  const { form, answers, approve } = consent;
  const known = new Set(sent.flatMap(([, value]) => [value, ...value.split(' ')]));
  const forge = resolvePhrase('forgery', phrase, forgeries);
  const isTold = ({ kind, value }: HtmlControl): boolean => (kind === 'hidden' || kind === 'text') && value !== '' && !known.has(value);
  const fields = form.controls.flatMap((control) => {
    const entries = entriesOf({ ...form, controls: [control] }, answers, approve);
    return isTold(control) ? entries.flatMap(forge) : entries;
  });
  const foreign = { origin: 'https://attacker.example', 'sec-fetch-site': 'cross-site' };
  const url = alteredAddress(new URL(addressOf(consent)), exchange.request.url);
  const draft: RequestDraft = { method: 'POST', url, headers: foreign, form: fields };
  world.forged = await world.userAgent.navigate(world.wire, draft, world.client.registration.redirect_uris, 'nothing');
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

/** The form in which the user is asked, and how he says yes to it. */
export interface ConsentForm {
  readonly form: HtmlForm;
  readonly answers: Answers;
  readonly approve?: HtmlControl;
}

/** A server that shows no such form leaves nothing to judge. */
export async function consentForm({ authorization, pass }: ConformanceWorld): Promise<ConsentForm> {
  const { kind, landing, exchange } = authorization;
  if (kind === 'code') throw new NothingToJudge('the server approves by itself and shows no form');
  if (landing.kind === 'redirect-uri') throw new NothingToJudge('the server refuses by redirect to ask for consent');
  const page = await pageOf(exchange);
  const question = page && questionOn(page, { selectors: pass.target.login.selectors ?? {}, status: 200 });
  if (question?.kind !== 'consent' || (question.approve?.formMethod ?? question.form.method) !== 'POST')
    throw new NothingToJudge('no consent form was shown');
  return question;
}

/** Where the form is sent when the user says yes. */
function addressOf({ form, approve }: ConsentForm): string {
  return approve?.formAction ?? form.action;
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
