// npm run bench [-- [mock] [certify] [--rounds N] [--pairs N] [--certify N]]: everything, or the part named
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { certify, certifyBesideLoop } from './certify.js';
import { startUp } from './start-up.js';
import { throughput } from './throughput.js';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rounds: { type: 'string', default: '10' },
    pairs: { type: 'string', default: '1500' },
    certify: { type: 'string', default: '3' },
  },
});
const parts = ['mock', 'certify'];
const unknown = positionals.find((part) => !parts.includes(part));
if (unknown !== undefined) throw new Error(`bench ${unknown}: expected ${parts.join(' or ')}, or nothing for everything`);
const wanted = (part: string): boolean => positionals.length === 0 || positionals.includes(part);
const [rounds, pairs, runs] = [Number(values.rounds), Number(values.pairs), Number(values.certify)];

console.log(`Node ${process.versions.node}, ${availableParallelism()} cores; medians of rounds in turn, least and most in brackets\n`);
if (wanted('mock')) {
  console.log(`${rounds} rounds, ${pairs} pairs a round, 4 connections\n${await throughput(rounds, pairs)}`);
  console.log(await startUp(rounds));
}
if (wanted('certify') && runs > 0) {
  console.log(`${runs} rounds, each run in a process of its own\n${await certifyBesideLoop(runs)}`);
  console.log(await certify(runs));
}
