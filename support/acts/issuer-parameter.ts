import { NothingToJudge } from '../verdict/findings.js';
import { issuersIn, namesTheIssuer } from '../verdict/issuer-parameter.js';
import { advertisesIss } from '../verdict/metadata-form.js';
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
