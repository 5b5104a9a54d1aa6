import assert from 'node:assert/strict';
import { createServer, type AddressInfo } from 'node:net';
import { test } from 'node:test';
import { drive } from '../drive.js';
import { mockAuthorizationServer } from '../index.js';
import { redisStore } from './redis.js';

/** As much of Redis as the store uses; answers in two pieces, as a network may. */
async function miniature(): Promise<{
  readonly url: string;
  readonly keys: Map<string, string>;
  readonly seen: string[];
  readonly close: () => void;
}> {
  const keys = new Map<string, string>();
  const seen: string[] = [];
  const bulk = (text: string | undefined): string => (text === undefined ? '$-1\r\n' : `$${Buffer.byteLength(text)}\r\n${text}\r\n`);
  const answer = ([name = '', key = '', ...rest]: readonly string[]): string => {
    seen.push(name);
    if (name === 'GET') return bulk(keys.get(key));
    if (name === 'DEL') return `:${[key, ...rest].filter((one) => keys.delete(one)).length}\r\n`;
    if (name === 'EVAL') keys.clear();
    if (name === 'EVAL') return bulk(undefined);
    if (name === 'EXISTS') return ':0\r\n';
    if (name !== 'SET') return name === 'SELECT' && key !== '99' ? '+OK\r\n' : '-ERR unknown command\r\n';
    if (rest.includes('NX') && keys.has(key)) return bulk(undefined);
    keys.set(key, rest[0] ?? '');
    return '+OK\r\n';
  };
  const server = createServer((socket) => {
    let text = '';
    let sending = Promise.resolve();
    const send = (reply: string): void => {
      sending = sending.then(
        () =>
          new Promise((sent) => {
            socket.write(reply.slice(0, 3));
            setImmediate(() => socket.write(reply.slice(3), () => sent()));
          }),
      );
    };
    socket.on('data', (chunk) => {
      text += chunk.toString();
      for (let whole = /^\*(\d+)\r\n/.exec(text); whole !== null; whole = /^\*(\d+)\r\n/.exec(text)) {
        const parts = text.split('\r\n');
        const length = Number(whole[1]);
        if (parts.length < 2 + 2 * length) return;
        text = parts.slice(1 + 2 * length).join('\r\n');
        send(answer(Array.from({ length }, (_, at) => parts[2 + 2 * at] ?? '')));
      }
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return { url: `redis://127.0.0.1:${(server.address() as AddressInfo).port}/2`, keys, seen, close: () => server.close() };
}

test('the whole server works on a store that answers late, and a code is still spent once', async () => {
  const redis = await miniature();
  const as = mockAuthorizationServer({ store: redisStore(redis.url), clock: 'manual' });
  const { code, redeem, refresh, open } = drive(as);
  const given = await code();
  const answers = await Promise.all(Array.from({ length: 10 }, () => redeem(given)));
  assert.equal(answers.filter(({ status }) => status === 200).length, 1);
  const { json } = await redeem(await code());
  assert.equal((await open('/resource', json.access_token)).status, 200);
  const refreshed = await refresh(json.refresh_token);
  assert.equal(refreshed.status, 200);
  as.clock.advance(3_600_000);
  assert.equal((await open('/resource', json.access_token)).status, 401);
  as.clock.advance(14 * 86_400_000);
  assert.equal((await refresh(refreshed.json.refresh_token)).json.error, 'invalid_grant');
  assert.equal(redis.seen[0], 'SELECT');
  assert.ok([...redis.keys.keys()].every((key) => key.startsWith('pkce-conformance:')));
  as.reset();
  assert.equal((await redeem(given)).json.error, 'invalid_grant');
  assert.equal(redis.keys.size, 0);
  await as.close();
  redis.close();
});

test('a store that cannot be reached is a server error', async () => {
  const redis = await miniature();
  redis.close();
  const as = mockAuthorizationServer({ store: redisStore(redis.url) });
  const answer = await drive(as).redeem('any');
  assert.deepEqual([answer.status, answer.json.error], [500, 'server_error']);
  await as.close();
});

test('a mock does not begin to listen before its store answers', async () => {
  const redis = await miniature();
  const as = mockAuthorizationServer({ store: redisStore(redis.url) });
  await (await as.listen()).close();
  await as.close();
  const shut = mockAuthorizationServer({ store: redisStore(redis.url.replace('/2', '/99')) });
  await assert.rejects(shut.listen(), { name: 'StoreUnreachable', message: /^No Redis answers at 127\.0\.0\.1:\d+: Redis: ERR/ });
  assert.deepEqual(redis.keys.size, 0, 'nothing is written to another database than the one that was named');
  redis.close();
  const gone = mockAuthorizationServer({ store: redisStore(redis.url) });
  await assert.rejects(gone.listen(), { name: 'StoreUnreachable', message: /ECONNREFUSED/ });
});

test('an address that is none of a Redis is refused, and no password is quoted', () => {
  for (const url of ['http://localhost', 'redis://', 'redis://localhost/zero', 'rediss://user:hunter2@localhost', 'localhost:6379'])
    assert.throws(
      () => redisStore(url),
      (reason: Error) => /^A store is redis:/.test(reason.message) && !reason.message.includes('hunter2'),
      url,
    );
});
