import type { Ask } from '../../discovery/ask.js';
import { discover, type Discovery } from '../../discovery/discover.js';
import type { TargetDraft } from '../../target/draft.js';
import type { Answer, Failure } from '../../wire/exchange.js';
import { foreignIssuer } from '../foreign-issuer.js';
import { cameBack } from './answers.js';
import { Obstructed, type Obstacle } from './obstacle.js';
import { unheard } from './reach.js';

/** Finds the server's metadata, where an issuer is named. Throws Obstructed where it cannot be found and is needed, or is another's. */
export async function findServer(draft: TargetDraft, ask: Ask, tell: (text: string) => void): Promise<Discovery | undefined> {
  const { issuer } = draft;
  if (issuer === undefined) {
    tell('no issuer is named, so nothing is discovered; the endpoints are those of the file');
    return undefined;
  }
  let last: Answer | Failure | undefined;
  const discovery = await discover(issuer, async (request) => (last = await ask(request)), { insecure_http: draft.insecure_http });
  const did = `asked for the metadata at ${discovery.tried.map(({ url }) => url).join(', ')}`;
  if (last?.kind === 'failure') throw new Obstructed(unheard(last, did, 'issuer') ?? nothingFound(did, last));
  if (discovery.document === undefined) {
    if (isTold(draft)) {
      tell('there is no metadata; the endpoints are those of the file');
      return discovery;
    }
    const limited = last === undefined ? undefined : unheard(last, did, 'issuer');
    throw new Obstructed(limited ?? nothingFound(did, last));
  }
  const { mismatch } = discovery;
  if (mismatch !== undefined) {
    const { said, cause, mend } = foreignIssuer(mismatch);
    throw new Obstructed({ did, back: `metadata at ${discovery.url ?? ''} that ${said}`, cause, keys: ['issuer'], mend });
  }
  tell(`metadata at ${discovery.url ?? ''}`);
  for (const { member, text } of discovery.unusable) tell(`the metadata's ${member} is ${text}: it is left out`);
  return discovery;
}

/** Whether the file names what discovery would find. */
function isTold({ endpoints, profiles, registration }: TargetDraft): boolean {
  const token = endpoints.token ?? endpoints.pkce_access_token ?? endpoints.challenge_code_token;
  const onlyTokens = profiles.every((profile) => profile === 'challenge-code-token');
  return registration === undefined && token !== undefined && (onlyTokens || endpoints.authorization !== undefined);
}

function nothingFound(did: string, last: Answer | Failure | undefined): Obstacle {
  return {
    did,
    back: last === undefined ? 'nothing' : cameBack(last),
    cause: 'the issuer publishes no metadata there: its path is wrong, or the server has no discovery',
    keys: ['issuer', 'endpoints'],
    mend: 'Correct the issuer, path and slash included; for a server without discovery write endpoints: { authorization: …, token: … }.',
  };
}
