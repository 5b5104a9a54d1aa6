import assert from 'node:assert/strict';
import { test } from 'node:test';
import { toCertificate, type Certificate } from '../../reports/certificate.js';
import { joined, whyNotJoined } from '../../reports/merge.js';
import { runOf } from '../../reports/run-of-certificate.js';
import { catalogue } from '../catalogue/features.js';
import { judgeServer } from '../run/judge-server.js';
import type { Run } from '../run/run.js';
import type { Shard } from '../run/shard.js';
import { embeddedStages } from './embedded.js';

const { rules } = catalogue();

async function judged(shard?: Shard): Promise<Run> {
  const staging = await embeddedStages(['pkce-access-token', 'challenge-code-token'], { timeout: 10, by: 'direct' });
  try {
    return await judgeServer({
      stages: staging.stages,
      prefixes: [],
      seed: 7,
      runs: 2,
      strict: false,
      slow: true,
      optIn: false,
      ...(shard === undefined ? {} : { shard }),
      executor: { kind: 'direct' },
      redacted: staging.redacted,
    });
  } finally {
    await staging.close();
  }
}

/** All but times, what was drawn at random, and the numbers of exchanges: a thing that is asked once stands with whoever asked first. */
function lasting({ exchanges: _exchanges, startedAt: _startedAt, durationMs: _durationMs, rules: told, ...rest }: Certificate): object {
  return {
    ...rest,
    rules: told.map(({ scenarios, ...rule }) => ({
      ...rule,
      scenarios: scenarios.map(({ exchanges: _numbers, reason, ...scenario }) => ({
        ...scenario,
        reason: reason?.replace(/\d+ microseconds \(at most \d+\)/g, 'some microseconds'),
      })),
    })),
  };
}

test('three shards, merged, are the certificate of one run', async () => {
  const whole = toCertificate(await judged());
  const certificates: Certificate[] = [];
  for (const index of [1, 2, 3]) certificates.push(toCertificate(await judged({ index, count: 3 })));
  for (const certificate of certificates) {
    assert.equal(certificate.complete, false);
    assert.ok(
      certificate.rules.length > whole.rules.length / 10 && certificate.rules.length < whole.rules.length * 0.7,
      `${certificate.rules.length} of ${whole.rules.length} rules`,
    );
  }
  const runs = certificates.map((certificate) => runOf(certificate, (id) => rules.find((rule) => rule.id === id)));
  assert.equal(whyNotJoined(runs, ['1', '2', '3']), undefined);
  const order = whole.rules.map(({ id }) => id);
  assert.deepEqual(lasting(toCertificate(joined(runs, (id) => order.indexOf(id)))), lasting(whole));
});
