import { connection, type Connection } from './connection.js';
import { start, type Contestant } from './contestant.js';
import { pairOf, type Pair } from './pair.js';
import { ratios, spreadOf, told } from './spread.js';
import { table } from './table.js';

const CONNECTIONS = 4;

/** Pairs at a stretch. Short, so that what disturbs the machine for a moment disturbs every server, and not the one whose turn it was. */
const STRETCH = 250;

/** Pairs before the first that counts: on a machine that is shared the compiler is not done with a server of a hundred functions before. */
const WARM_UP = 10_000;

interface Entrant {
  readonly name: string;
  readonly server: Contestant;
  readonly connections: Connection[];
  readonly pair: Pair;
  /** By round: microseconds of the server's processor time for a pair, and pairs in a second. */
  readonly cpu: number[];
  readonly rate: number[];
}

/** Processor time and rate of a pair, round by round in turn, as ratios to the bare server of the same round. */
export async function throughput(rounds: number, pairs: number): Promise<string> {
  const entrants = [
    await entrant('bare node:http, static JSON', await start('bare.mjs'), 'nobody', 'read'),
    await entrant('mock, opaque access token', await start('mock.mjs', 'rfc9700'), 'rfc9700-public', 'read'),
    await entrant('mock, openid: ES256 id_token', await start('mock.mjs', 'oidc'), 'oidc-public', 'openid'),
  ] as const;
  const [floor] = entrants;
  for (const each of entrants) await walk(each, WARM_UP);
  for (let round = 0; round < rounds; round += 1) await measure(entrants, pairs);
  const bare = await floor.server.usage();
  const rows: string[][] = [];
  for (const { name, server, cpu, rate } of entrants) {
    const { rss } = await server.usage();
    rows.push([
      name,
      spreadOf(cpu).median.toFixed(0),
      told(ratios(cpu, floor.cpu)),
      spreadOf(rate).median.toFixed(0),
      told(ratios(rate, floor.rate)),
      (rss / 2 ** 20).toFixed(0),
      (rss / bare.rss).toFixed(2),
    ]);
  }
  for (const { connections, server } of entrants) {
    connections.forEach((each) => each.close());
    await server.stop();
  }
  const requests = 2 * (WARM_UP + rounds * pairs);
  return table([
    ['pair = authorize + token', 'CPU µs', 'CPU, × bare', 'pairs/s', 'rate, / bare', `RSS MiB after ${requests} requests`, 'RSS, × bare'],
    ...rows,
  ]);
}

async function entrant(name: string, server: Contestant, clientId: string, scope: string): Promise<Entrant> {
  const connections = await Promise.all(Array.from({ length: CONNECTIONS }, () => connection(server.url)));
  return { name, server, connections, pair: pairOf(server.url, clientId, scope), cpu: [], rate: [] };
}

/** One round: the servers take turns, a stretch at a time, until each has answered so many pairs. */
async function measure(entrants: readonly Entrant[], pairs: number): Promise<void> {
  const sums = entrants.map((entrant) => ({ entrant, cpu: 0, seconds: 0 }));
  for (let done = 0; done < pairs; done += STRETCH) {
    for (const sum of sums) {
      const before = await sum.entrant.server.usage();
      const began = performance.now();
      await walk(sum.entrant, Math.min(STRETCH, pairs - done));
      sum.seconds += (performance.now() - began) / 1000;
      sum.cpu += (await sum.entrant.server.usage()).cpu - before.cpu;
    }
  }
  for (const { entrant, cpu, seconds } of sums) {
    entrant.cpu.push(cpu / pairs);
    entrant.rate.push(pairs / seconds);
  }
}

async function walk({ server, connections, pair }: Entrant, pairs: number): Promise<void> {
  for (const [at, { open }] of connections.entries()) if (!open) connections[at] = await connection(server.url);
  let left = pairs;
  await Promise.all(
    connections.map(async (each) => {
      while (left > 0) {
        left -= 1;
        await pair(each);
      }
    }),
  );
}
