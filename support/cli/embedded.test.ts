import assert from 'node:assert/strict';
import { test } from 'node:test';
import { judgeServer } from '../run/judge-server.js';
import { embeddedStages } from './embedded.js';

test('a run of several profiles names the endpoints of the issuer that it names, and adds those that only others have', async () => {
  const staging = await embeddedStages(['rfc7636', 'challenge-code-token'], { by: 'direct', timeout: 5 });
  const run = await judgeServer({
    ...{ prefixes: ['rfc7636/4.2/s256-supported'], seed: 1, runs: 1, strict: false, slow: true, optIn: false },
    stages: staging.stages,
    executor: { kind: 'direct' },
    redacted: () => undefined,
  });
  await staging.close();
  const [first, second] = staging.stages.map(({ target }) => target);
  const { issuer, endpoints } = run.target;
  assert.equal(issuer, first?.issuer);
  assert.deepEqual([endpoints['token'], endpoints['authorization']], [first?.endpoints.token, first?.endpoints.authorization]);
  assert.notEqual(second?.endpoints.challenge_code_token, undefined);
  assert.equal(endpoints['challenge_code_token'], second?.endpoints.challenge_code_token);
});
