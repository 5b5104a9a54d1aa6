import { randomValue } from '../actors/random-value.js';
import { isJsonObject, readJson } from '../protocol/json.js';
import { readIdToken } from '../protocol/id-token.js';
import { formOf, membersOf } from '../verdict/answer-form.js';
import { Inconclusive, NothingToJudge, Violation } from '../verdict/findings.js';
import { idTokenBeside, returnsNonceBeside } from '../verdict/id-token-beside.js';
import { continues, issuedBy, namesSubjectOf, readableIdToken, readableIn, returnsNonce } from '../verdict/id-token-form.js';
import { algorithmsIn, keysOf, signatureVerifies, type CarriedIdToken } from '../verdict/id-token-signature.js';
import { accessTokenOf, outcomeOf, tokenIn } from '../verdict/outcome.js';
import type { Exchange } from '../wire/exchange.js';
import type { ConformanceWorld } from '../world.js';
import { publishedEndpoint, publishedKeys, publishedMetadata } from './published-metadata.js';

/** The signature of the ID Token holds against what the server publishes. */
export async function idTokenIsSigned(world: ConformanceWorld): Promise<void> {
  await world.judge.response(world.answer);
  const form = formOf(world.answer);
  await signedAsPublished(world, { n: form.n, id_token: membersOf(form)['id_token'] });
}

/** The same of the ID Token in an authorization response, OpenID Connect Core §3.3.2.11. */
export async function idTokenBesideIsSigned(world: ConformanceWorld): Promise<void> {
  const carried: CarriedIdToken[] = [];
  await world.authorizationJudge.redirectForm(world.authorization, (response) => void carried.push(idTokenBeside(response)));
  for (const token of carried) await signedAsPublished(world, token);
}

/** The nonce of the request stands in the ID Token of its response, OpenID Connect Core §3.3.2.11. */
export async function nonceBesideComesBack(world: ConformanceWorld): Promise<void> {
  await world.authorizationJudge.redirectForm(world.authorization, returnsNonceBeside);
}

async function signedAsPublished(world: ConformanceWorld, carried: CarriedIdToken): Promise<void> {
  readableIdToken(carried.id_token);
  const { keys } = await publishedKeys(world);
  const algorithms = algorithmsIn(await publishedMetadata(world));
  const { client_secret } = world.client.registration;
  await signatureVerifies(carried, {
    keys: keysOf(keys),
    ...(algorithms === undefined ? {} : { algorithms }),
    ...(client_secret === undefined ? {} : { client_secret }),
  });
}

/** The iss of the ID Token is the issuer of the target; where the file names none, that of the metadata. */
export async function idTokenNamesIssuer(world: ConformanceWorld): Promise<void> {
  const issuer = world.pass.target.issuer ?? (await publishedMetadata(world))['issuer'];
  if (typeof issuer !== 'string') throw new NothingToJudge('nobody says what the issuer is');
  await world.judge.responseForm(world.answer, issuedBy(issuer));
}

/** The metadata says of the issuer what the ID Token says. */
export async function metadataNamesIssuerOfToken(world: ConformanceWorld): Promise<void> {
  const { issuer } = await publishedMetadata(world);
  if (typeof issuer !== 'string' || issuer !== (world.pass.target.issuer ?? issuer))
    throw new NothingToJudge('the metadata does not name the issuer that was asked for, which another rule judges');
  await world.judge.responseForm(world.answer, issuedBy(issuer));
}

/** Goes through the flow once more and keeps both responses, the earlier first. */
export async function walkFlowAgain(world: ConformanceWorld): Promise<void> {
  const first = world.answer;
  await world.walkFlow({});
  world.answers = [first, world.answer];
}

export async function subjectIsStable(world: ConformanceWorld): Promise<void> {
  const [first] = world.answers;
  if (first === undefined) throw new Inconclusive('there is no first response');
  await world.judge.response(first);
  await world.judge.responseForm(world.answer, namesSubjectOf(formOf(first)));
}

/** A scope without openid, where anything is left of it. */
export async function walkFlowWithoutOpenid(world: ConformanceWorld): Promise<void> {
  const scope = world.client.registration.scope ?? world.pass.target.scope ?? '';
  const rest = scope.split(' ').filter((token) => token !== '' && token !== 'openid');
  await world.walkFlow({ scope: rest.length === 0 ? null : rest.join(' '), nonce: null });
  if (world.authorization.kind === 'refused') throw new NothingToJudge('the server grants nothing without openid');
}

/** Every punctuation mark of visible ASCII, and something that nobody else sends. */
export function remarkableNonce(): string {
  return `${randomValue().slice(0, 20)}!"#$%&'()*+,-./:;<=>?@[\\]^_\`{|}~`;
}

/** Random to its end, so that whatever is cut off is missed. */
export function nonceOfLength(length: number): string {
  const value = randomValue();
  return Array.from({ length: Math.ceil(length / value.length) }, randomValue)
    .join('')
    .slice(0, length);
}

/** Two codes, the one asked for before the other is redeemed; the first redeemed last. */
export async function redeemCrosswise(world: ConformanceWorld): Promise<void> {
  await world.obtainCode();
  await world.obtainOtherCode();
  const other = await world.client.redeem(world.otherCode);
  await world.redeem();
  world.answers = [world.answer, other];
}

export async function eachHasItsNonce(world: ConformanceWorld): Promise<void> {
  const { code, otherCode, judge } = world;
  const [own, other] = world.answers;
  if (own === undefined || other === undefined) throw new Inconclusive('there are no two responses');
  await judge.responseForm(own, returnsNonce(code.nonce));
  await judge.responseForm(other, returnsNonce(otherCode.nonce));
}

/** The same of an unusual nonce, or of none: a server may want one with every request, and may set a limit to its length. */
export async function nonceComesBackWhereTaken(world: ConformanceWorld): Promise<void> {
  if (world.authorization.kind === 'refused') throw new NothingToJudge('the server grants nothing with such a nonce');
  await nonceComesBack(world);
}

export async function nonceComesBack(world: ConformanceWorld): Promise<void> {
  await world.judge.response(world.answer);
  await world.judge.responseForm(world.answer, returnsNonce(world.code.nonce));
}

/** Refreshes what the redemption brought; both responses are kept, the redemption's first, and the other is the answer. */
export async function refreshIdToken(world: ConformanceWorld): Promise<void> {
  const { client, answer } = world;
  const refreshToken = tokenIn(answer, 'refresh_token');
  if (refreshToken === undefined) throw new NothingToJudge('no refresh token came with the ID Token');
  const refreshed = await client.refresh(refreshToken);
  if (outcomeOf(refreshed).kind !== 'granted') throw new NothingToJudge('the refresh was not granted, which other rules judge');
  world.answer = refreshed;
  world.answers = [answer, refreshed];
}

export async function refreshedContinues(world: ConformanceWorld): Promise<void> {
  const [first, refreshed] = world.answers;
  if (first === undefined || refreshed === undefined) throw new Inconclusive('nothing was refreshed');
  await world.judge.responseForm(refreshed, continues(formOf(first)));
}

/** Asks the UserInfo endpoint of the metadata whose the access token is. */
export async function askUserInfo(world: ConformanceWorld): Promise<void> {
  const url = await publishedEndpoint(world, 'userinfo_endpoint');
  if (url === undefined) throw new NothingToJudge('metadata names no userinfo_endpoint');
  const outcome = outcomeOf(world.answer);
  const token = outcome.kind === 'granted' ? accessTokenOf(outcome.response) : undefined;
  if (token === undefined) throw new Inconclusive('no access token was issued', { exchanges: [world.answer.n] });
  world.answers = [
    world.answer,
    await world.wire.send({
      method: 'GET',
      url,
      headers: { accept: 'application/json', authorization: `Bearer ${token}` },
    }),
  ];
}

export function userInfoNamesSubject(world: ConformanceWorld): void {
  const [redemption, userInfo] = world.answers;
  if (redemption === undefined || userInfo === undefined) throw new Inconclusive('UserInfo was not asked');
  const { sub } = readableIn(formOf(redemption)).claims;
  const claims = claimsOfUserInfo(userInfo);
  if (claims['sub'] === sub) return;
  throw new Violation(`sub: ${JSON.stringify(sub)}, as in the ID Token`, `sub: ${JSON.stringify(claims['sub'] ?? null)}`, {
    exchanges: [redemption.n, userInfo.n],
  });
}

/** OpenID Connect Core §5.3.2: JSON, or a JWT that holds the same. */
function claimsOfUserInfo({ n, outcome }: Exchange): Readonly<Record<string, unknown>> {
  if (outcome.kind === 'failure') throw new Inconclusive(`UserInfo was not answered: ${outcome.message}`, { exchanges: [n] });
  if (outcome.status >= 400) throw new Inconclusive(`UserInfo answered ${outcome.status}`, { exchanges: [n] });
  const value = readJson(outcome.body);
  if (isJsonObject(value)) return value;
  const token = readIdToken(outcome.body.trim());
  if (token.kind === 'signed') return token.claims;
  if (token.kind === 'encrypted') throw new NothingToJudge('the UserInfo response is encrypted');
  throw new Violation('a UserInfo response as a JSON object or a JWT', `status ${outcome.status} with neither`, { exchanges: [n] });
}
