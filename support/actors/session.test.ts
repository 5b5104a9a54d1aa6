import assert from 'node:assert/strict';
import { setImmediate } from 'node:timers/promises';
import { test } from 'node:test';
import { Session } from './session.js';
import { automaticDriver } from './login/automatic-driver.js';

const page = 'https://as.example/';

test('Work in one session is done one after another, in the order it was asked for, whatever fails', async () => {
  const session = new Session();
  const told: string[] = [];
  const work = (name: string) => async (): Promise<void> => {
    told.push(`${name} begins`);
    await setImmediate();
    told.push(`${name} ends`);
    if (name === 'b') throw new Error('b has failed');
  };
  const done = await Promise.allSettled(['a', 'b', 'c'].map((name) => session.exclusively(work(name))));
  assert.deepEqual(told, ['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends']);
  assert.deepEqual(
    done.map(({ status }) => status),
    ['fulfilled', 'rejected', 'fulfilled'],
  );
});

test('A session is begun anew after its time, and not before', async () => {
  let now = 1_000;
  const session = new Session({ driver: automaticDriver, lastsMs: 60_000, now: () => now });
  const cookies = (): Promise<string> => session.exclusively(({ jar }) => jar.getCookieString(page));
  await session.exclusively(({ jar }) => jar.setCookie('sid=1', page));
  now += 59_999;
  assert.equal(await cookies(), 'sid=1');
  now += 1;
  assert.equal(await cookies(), '');
  await session.exclusively(({ jar }) => jar.setCookie('sid=2', page));
  now += 59_999;
  assert.equal(await cookies(), 'sid=2');
});

test('An emptied session knows nothing, and leaves the other as it is', async () => {
  const session = new Session();
  await session.exclusively(({ jar }) => jar.setCookie('sid=1', page));
  assert.equal(await session.emptied().exclusively(({ jar }) => jar.getCookieString(page)), '');
  assert.equal(await session.exclusively(({ jar }) => jar.getCookieString(page)), 'sid=1');
});
