// npm run bench [-- --rounds N --pairs N --certify N]
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { certify } from './certify.js';
import { startUp } from './start-up.js';
import { throughput } from './throughput.js';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '10' },
    pairs: { type: 'string', default: '1500' },
    certify: { type: 'string', default: '3' },
  },
});
const rounds = Number(values.rounds);
const pairs = Number(values.pairs);

console.log(
  `Node ${process.versions.node}, ${availableParallelism()} cores; medians of ${rounds} rounds in turn, least and most in brackets; ${pairs} pairs a round, 4 connections\n`,
);
console.log(await throughput(rounds, pairs));
console.log(await startUp(rounds));
if (Number(values.certify) > 0) console.log(await certify(Number(values.certify)));
