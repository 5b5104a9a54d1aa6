import { fetchJson, fetchMetadata, type WellKnownAnswer } from '../actors/metadata.js';
import type { JsonObject } from '../protocol/json.js';
import { speaksFor } from '../protocol/metadata.js';
import { Inconclusive, NothingToJudge } from '../verdict/findings.js';
import { differentEndpoints, type DocumentOracle } from '../verdict/metadata-form.js';
import { readKeySet, type KeySet } from '../verdict/key-set.js';
import type { Exchange } from '../wire/exchange.js';
import type { ConformanceWorld } from '../world.js';

/** What stands at the well-known addresses of the target's issuer; asked once in a pass. */
export async function wellKnownAnswers(world: ConformanceWorld): Promise<readonly WellKnownAnswer[]> {
  const { issuer } = world.pass.target;
  if (issuer === undefined) throw new NothingToJudge('the target names no issuer to build a well-known URI from');
  const answers = await once(world, 'well-known metadata', () => fetchMetadata(world.wire, issuer));
  const silent = answers.find(({ exchange }) => exchange.outcome.kind === 'failure');
  if (silent?.exchange.outcome.kind === 'failure' && answers.every(({ exchange }) => exchange.outcome.kind === 'failure'))
    throw new Inconclusive(`no metadata was answered: ${silent.exchange.outcome.message}`, { exchanges: [silent.exchange.n] });
  return answers;
}

/** The document that a client reads first. */
export async function publishedMetadata(world: ConformanceWorld): Promise<JsonObject> {
  return (await firstDocument(world)).document;
}

/** An endpoint that the metadata names and that a token may be sent to: none elsewhere on the word of another issuer's document. */
export async function publishedEndpoint(world: ConformanceWorld, member: string): Promise<string | undefined> {
  const document = await publishedMetadata(world);
  const url = document[member];
  if (typeof url !== 'string' || !URL.canParse(url)) return undefined;
  const { issuer } = world.pass.target;
  if (issuer !== undefined && !speaksFor(document, issuer, url))
    throw new NothingToJudge(`the metadata is another issuer's, which another rule judges, and its ${member} is elsewhere`);
  return url;
}

async function firstDocument(world: ConformanceWorld): Promise<WellKnownAnswer & { readonly document: JsonObject }> {
  const found = (await wellKnownAnswers(world)).find(hasDocument);
  if (found === undefined) throw new NothingToJudge('no metadata stands at the well-known addresses of the issuer');
  return found;
}

/** Asks for the metadata and keeps the answers for the oracle. */
export async function askForMetadata(world: ConformanceWorld): Promise<void> {
  world.answers = (await wellKnownAnswers(world)).map(({ exchange }) => exchange);
}

/** Holds an oracle against every document that stands at a well-known address, or against those of one kind. */
export async function judgeDocuments(
  world: ConformanceWorld,
  oracle: DocumentOracle,
  which: 'all' | WellKnownAnswer['kind'] = 'all',
): Promise<void> {
  const found = (await wellKnownAnswers(world)).filter(hasDocument);
  const documents = found.filter(({ kind }) => which === 'all' || kind === which);
  if (documents.length === 0) throw new NothingToJudge('no such metadata stands at the well-known addresses of the issuer');
  for (const { document, exchange, url } of documents) oracle({ document, n: exchange.n, url });
}

/** A server may have several endpoints of a kind; more often one of its documents is out of date. */
export async function noteDifferentEndpoints(world: ConformanceWorld): Promise<void> {
  const [first, ...others] = (await wellKnownAnswers(world)).filter(hasDocument);
  if (first === undefined) throw new NothingToJudge('no metadata stands at the well-known addresses of the issuer');
  for (const { document, url } of others)
    for (const member of differentEndpoints(first.document, document))
      world.judge.note(
        `${member} is ${JSON.stringify(first.document[member])} at ${first.url} and ${JSON.stringify(document[member])} at ${url}`,
      );
}

/** The keys behind jwks_uri; asked once in a pass. */
export async function publishedKeys(world: ConformanceWorld): Promise<{ readonly keys: KeySet; readonly exchange: Exchange }> {
  const { jwks_uri } = await publishedMetadata(world);
  if (typeof jwks_uri !== 'string' || !URL.canParse(jwks_uri)) throw new NothingToJudge('metadata names no jwks_uri');
  const exchange = await once(world, 'key set', () => fetchJson(world.wire, jwks_uri));
  return { keys: readKeySet(exchange), exchange };
}

function once<T>({ pass }: ConformanceWorld, name: string, work: () => Promise<T>): Promise<T> {
  const asked = (pass.shared.get(name) as Promise<T> | undefined) ?? work();
  pass.shared.set(name, asked);
  return asked;
}

function hasDocument(answer: WellKnownAnswer): answer is WellKnownAnswer & { readonly document: JsonObject } {
  return answer.document !== undefined;
}
