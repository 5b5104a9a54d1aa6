import type { Client } from '../authorization-server/client.js';
import type { AccessToken, AuthorizationCode, PushedRequest, RefreshToken } from '../authorization-server/records.js';
import { StoreUnreachable, type Shelf, type Store } from '../authorization-server/store.js';
import { connect, redisUrl, type RedisConnection } from './redis-connection.js';

/**
 * A store in Redis, so that several mocks can share it: every answer is a promise, and `SET … NX` makes each single use one step.
 * Entries also carry their own time, because Redis ages on the wall's clock and the mock may be on a manual one.
 * @param url `redis://[user:password@]host[:port][/database]`; the connection is made at the first use. Throws a TypeError where it is none
 * @param prefix what the keys begin with
 */
export function redisStore(url: string, prefix = 'pkce-conformance'): (now: () => number) => Store {
  const where = redisUrl(url);
  return (now) => {
    const connection = connect(where);
    const shelf = <T>(name: string): Shelf<T> => redisShelf<T>(connection, `${prefix}:${name}:`, now);
    return {
      codes: shelf<AuthorizationCode>('code'),
      spentCodes: shelf<true>('spent-code'),
      accessTokens: shelf<AccessToken>('access-token'),
      refreshTokens: shelf<RefreshToken>('refresh-token'),
      spentRefreshTokens: shelf<true>('spent-refresh-token'),
      revokedGrants: shelf<true>('revoked-grant'),
      pushedRequests: shelf<PushedRequest>('pushed-request'),
      spentPushedRequests: shelf<true>('spent-pushed-request'),
      verifiers: shelf<true>('verifier'),
      assertions: shelf<true>('assertion'),
      clients: shelf<Client>('client'),
      clear: () => forget(connection, `${prefix}:*`),
      reach: () => reach(connection, where.host),
      close: () => connection.close(),
    };
  };
}

async function reach(connection: RedisConnection, host: string): Promise<void> {
  try {
    // A reply that is no error shows more than an open port: whoever was to be authenticated is, and the database is there.
    await connection.send('EXISTS', 'pkce-conformance');
  } catch (reason) {
    throw new StoreUnreachable(`No Redis answers at ${host}: ${wordsOf(reason)}`, { cause: reason });
  }
}

/** A failure to connect to several addresses has no words of its own. */
function wordsOf(reason: unknown): string {
  if (reason instanceof AggregateError) return reason.errors.map(wordsOf).join(', ');
  return reason instanceof Error ? reason.message : String(reason);
}

function redisShelf<T>(connection: RedisConnection, prefix: string, now: () => number): Shelf<T> {
  const lifetime = (until: number): string => String(Math.max(1, Math.ceil(until - now())));
  return {
    async put(key, value, until) {
      await connection.send('SET', prefix + key, JSON.stringify({ value, until }), 'PX', lifetime(until));
    },
    async find(key) {
      const text = await connection.send('GET', prefix + key);
      if (typeof text !== 'string') return undefined;
      const { value, until } = JSON.parse(text) as { readonly value: T; readonly until: number };
      return until > now() ? value : undefined;
    },
    async add(key, value, until) {
      return (await connection.send('SET', prefix + key, JSON.stringify({ value, until }), 'NX', 'PX', lifetime(until))) === 'OK';
    },
    async drop(key) {
      await connection.send('DEL', prefix + key);
    },
  };
}

/** One command, so that whatever is sent after it finds nothing. */
async function forget(connection: RedisConnection, pattern: string): Promise<void> {
  await connection.send('EVAL', "for _, key in ipairs(redis.call('KEYS', ARGV[1])) do redis.call('DEL', key) end", '0', pattern);
}
