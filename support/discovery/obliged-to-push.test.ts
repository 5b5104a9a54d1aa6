import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Target } from '../target/target.js';
import { obligedToPush } from './obliged-to-push.js';

const target = { clients: [{ client_id: 'a' }, { client_id: 'b', require_pushed_authorization_requests: false }] } as unknown as Target;
const issuer = 'https://as.example';

test('metadata that obliges all obliges every client', () => {
  const { clients } = obligedToPush(target, { issuer, require_pushed_authorization_requests: true });
  assert.deepEqual(
    clients.map((client) => client.require_pushed_authorization_requests),
    [true, true],
  );
});

test('metadata that does not leaves each client to its entry', () => {
  for (const metadata of [undefined, { issuer }, { issuer, require_pushed_authorization_requests: false }])
    assert.equal(obligedToPush(target, metadata), target);
});
