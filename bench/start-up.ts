import { start } from './contestant.js';
import { ratios, spreadOf, told } from './spread.js';
import { table } from './table.js';

/** From the start of the process until it listens, in turn. */
export async function startUp(rounds: number): Promise<string> {
  const bare: number[] = [];
  const mock: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    bare.push(await once('bare.mjs'));
    mock.push(await once('mock.mjs', 'rfc9700'));
  }
  return table([
    ['start-up, until it listens', 'ms', '× bare'],
    ['bare node:http', spreadOf(bare).median.toFixed(0), '1'],
    ['mock', spreadOf(mock).median.toFixed(0), told(ratios(mock, bare))],
  ]);
}

async function once(script: string, ...args: readonly string[]): Promise<number> {
  const server = await start(script, ...args);
  await server.stop();
  return server.startUp;
}
