import { Client } from '../actors/client.js';
import { UserAgent } from '../actors/user-agent.js';
import type { Ask } from '../discovery/ask.js';
import { decodedText } from '../protocol/form.js';
import type { RegisteredClient, Target } from '../target/target.js';
import { outcomeOf, tokenIn } from '../verdict/outcome.js';
import { requestOf } from '../wire/draft.js';
import type { Exchange, SentRequest } from '../wire/exchange.js';
import type { Wire } from '../wire/wire.js';

interface IssuedToken {
  readonly clientId: string;
  readonly kind: 'access_token' | 'refresh_token';
  readonly value: string;
}

/** More than this of the last are not revoked: to ask a server for each of ten thousand would be no kindness. */
const mostRevoked = 1_000;
const atOnce = 4;

/** The tokens that a run was given, so that it can give them back (RFC 7009). */
export class IssuedTokens {
  readonly #tokens = new Map<string, IssuedToken>();

  /** Takes down what an answer of a token endpoint brought: a refresh token stands for its whole grant (RFC 7009 §2.1). */
  take(exchange: Exchange): void {
    if (exchange.request.method !== 'POST' || outcomeOf(exchange).kind !== 'granted') return;
    const clientId = clientOf(exchange.request);
    if (clientId === undefined) return;
    for (const kind of ['refresh_token', 'access_token'] as const) {
      const value = tokenIn(exchange, kind);
      if (value === undefined) continue;
      this.#tokens.set(value, { clientId, kind, value });
      if (this.#tokens.size > mostRevoked) this.#tokens.delete(this.#tokens.keys().next().value ?? '');
      return;
    }
  }

  /** Revokes them, each as its own client; answers what came of it in one sentence. Stops at the first that the server will not take. */
  async revoke(endpoint: string, target: Target, wire: Wire, ask: Ask): Promise<string> {
    const waiting = [...this.#tokens.values()];
    let revoked = 0;
    let refusal = '';
    const worker = async (): Promise<void> => {
      for (let token = waiting.pop(); token !== undefined && refusal === ''; token = waiting.pop()) {
        const { clientId, kind, value } = token;
        const registration = target.clients.find(({ client_id }) => client_id === clientId);
        if (registration === undefined) continue;
        const outcome = await ask(requestOf(revocation(registration, { endpoint, target, wire }, kind, value)));
        if (outcome.kind === 'answer' && outcome.status === 200) revoked += 1;
        else refusal = outcome.kind === 'failure' ? outcome.message : `the server answered ${outcome.status}`;
      }
    };
    await Promise.all(Array.from({ length: atOnce }, worker));
    return refusal === '' ? `${revoked} tokens of this run were revoked` : `tokens of this run were not all revoked: ${refusal}`;
  }
}

/** RFC 7009 §2.1. */
function revocation(
  registration: RegisteredClient,
  { endpoint, target, wire }: { endpoint: string; target: Target; wire: Wire },
  kind: IssuedToken['kind'],
  token: string,
): ReturnType<Client['authenticated']> {
  const client = new Client(registration, target, endpoint, wire, new UserAgent());
  return client.authenticated(
    [
      ['token', token],
      ['token_type_hint', kind],
      ['client_id', registration.client_id],
    ],
    endpoint,
  );
}

function clientOf({ headers, body }: SentRequest): string | undefined {
  const named = new URLSearchParams(new TextDecoder().decode(body)).get('client_id');
  if (named !== null) return named;
  const [, basic] = /^Basic (\S+)$/.exec(typeof headers['authorization'] === 'string' ? headers['authorization'] : '') ?? [];
  if (basic === undefined) return undefined;
  const [user = ''] = Buffer.from(basic, 'base64').toString('utf8').split(':');
  return decodedText({ encoded: user });
}
