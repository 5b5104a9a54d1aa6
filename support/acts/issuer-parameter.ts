import { withParameter } from '../actors/changes.js';
import { readIdToken } from '../protocol/id-token.js';
import { formOf } from '../verdict/answer-form.js';
import { NothingToJudge } from '../verdict/findings.js';
import { readableIn } from '../verdict/id-token-form.js';
import { issuersIn, namesTheIssuer } from '../verdict/issuer-parameter.js';
import { advertisesIss } from '../verdict/metadata-form.js';
import { responseParameters } from '../verdict/response-parameters.js';
import type { ConformanceWorld } from '../world.js';
import { judgeDocuments, publishedMetadata } from './published-metadata.js';

/** The iss of the redirect is the issuer of the metadata. */
export async function namesMetadataIssuer(world: ConformanceWorld): Promise<void> {
  const { issuer } = await publishedMetadata(world);
  if (typeof issuer !== 'string' || issuer !== world.pass.target.issuer)
    throw new NothingToJudge('the metadata does not name the issuer that was asked for, which another rule judges');
  await world.authorizationJudge.redirectForm(world.authorization, namesTheIssuer(issuer));
}

/** Every metadata document says of iss what the redirect shows. */
export async function issAsAdvertised(world: ConformanceWorld): Promise<void> {
  let sent = false;
  await world.authorizationJudge.redirectForm(world.authorization, ({ url }) => {
    sent = issuersIn(url).length > 0;
  });
  await judgeDocuments(world, advertisesIss(sent));
}

/** Asks for a code and an ID Token at once, where the metadata names that response type. */
export async function askForCodeAndIdToken(world: ConformanceWorld): Promise<void> {
  const { response_types_supported } = await publishedMetadata(world);
  if (!Array.isArray(response_types_supported) || !response_types_supported.includes(hybrid))
    throw new NothingToJudge(`the metadata does not name the response type ${hybrid}`);
  await world.askAuthorization({ changes: [withParameter('response_type', hybrid)] });
}

const hybrid = 'code id_token';

/** The iss of the redirect is that of the ID Token which the same redirect carries. */
export async function issIsThatOfIdTokenBeside(world: ConformanceWorld): Promise<void> {
  await world.authorizationJudge.redirectForm(world.authorization, (response) => {
    const token = readIdToken(responseParameters(response.url).get('id_token') ?? undefined);
    if (token.kind !== 'signed') throw new NothingToJudge('no ID Token that can be read came beside iss');
    const { iss } = token.claims;
    if (typeof iss !== 'string') throw new NothingToJudge('the ID Token names no issuer, which another rule judges');
    namesTheIssuer(iss)(response);
  });
}

/** The iss of the redirect and that of the ID Token which its code is redeemed for; a difference is only noted. */
export async function noteIssOfRedeemedToken(world: ConformanceWorld): Promise<void> {
  await world.judge.response(world.answer);
  const { iss } = readableIn(formOf(world.answer)).claims;
  await world.authorizationJudge.redirectForm(world.authorization, ({ url }) => {
    const [named] = issuersIn(url);
    if (named !== iss)
      world.judge.note(`iss is ${JSON.stringify(named ?? null)}, and ${JSON.stringify(iss ?? null)} in the ID Token of the token endpoint`);
  });
}
