import { pageOf, submission } from '../actors/login/form-driver.js';
import type { HtmlForm } from '../protocol/html-form.js';
import { redirectsInTheClear, uriInTheClear } from '../target/redirect-uris.js';
import { demandControl } from '../verdict/demand-control.js';
import { NothingToJudge, Violation } from '../verdict/findings.js';
import { accessTokenIn } from '../verdict/implicit-response.js';
import { notSentOn } from '../verdict/user-pages.js';
import type { ConformanceWorld } from '../world.js';
import type { Exchange } from '../wire/exchange.js';
import { consentForm } from './consent.js';

/** Asks as the first client that has one for its code to be sent to a redirect URI over plain http. */
export async function askInTheClear(world: ConformanceWorld): Promise<void> {
  const registration = world.pass.target.clients.find(redirectsInTheClear);
  const redirectUri = registration && uriInTheClear(registration);
  if (registration === undefined || redirectUri === undefined) throw new NothingToJudge('no client has an http redirect URI off loopback');
  world.client = world.clientFor(registration);
  await world.askAuthorization({ redirectUri });
}

/** No access token comes, neither in the redirect nor in a form that the page sends on by itself; a code alone is another matter. */
export async function noTokenInRedirect(world: ConformanceWorld): Promise<void> {
  const { kind, landing, exchange } = world.authorization;
  const place = accessTokenIn({ ...(landing.kind === 'redirect-uri' ? { url: landing.url } : {}), forms: await formsOf(exchange) });
  if (place !== undefined) throw new Violation('no access token from the authorization endpoint', place, { exchanges: [exchange.n] });
  if (kind === 'refused') await demandControl({ control: () => world.control() });
}

async function formsOf(exchange: Exchange): Promise<readonly HtmlForm[]> {
  return (await pageOf(exchange))?.forms ?? [];
}

/** Sends the consent form as it is, with the button that says yes, and goes on to the end; every form that was sent on the way is kept. */
export async function agree(world: ConformanceWorld): Promise<void> {
  const { form, answers, approve } = await consentForm(world);
  await world.userAgent.navigate(world.wire, submission(form, answers, approve), world.client.registration.redirect_uris);
  world.answers = world.wire.transcript.all.filter(({ request }) => request.method === 'POST' && isNavigation(request.headers));
}

/** No form that the user sent was redirected so that the browser sends it again. */
export function formNotSentOn({ answers, judge }: ConformanceWorld): void {
  const remark = notSentOn(answers);
  if (remark !== undefined) judge.note(remark);
}

/** Keeps every page with a form that was shown on the way. */
export async function lookAtPages(world: ConformanceWorld): Promise<void> {
  const shown = world.wire.transcript.all.filter(
    ({ request, outcome }) => isNavigation(request.headers) && outcome.kind === 'answer' && outcome.status < 300,
  );
  const forms = await Promise.all(shown.map(formsOf));
  world.answers = shown.filter((_, index) => (forms[index] ?? []).length > 0);
  if (world.answers.length === 0) throw new NothingToJudge('the server showed no page with a form');
}

function isNavigation(headers: Readonly<Record<string, string | readonly string[]>>): boolean {
  return headers['sec-fetch-mode'] === 'navigate';
}
