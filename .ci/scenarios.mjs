// `npm run mutants -- --scenarios`: which scenarios no mutant breaks, and why they stay; fails where one does not say.
import { scenarioCensus, toldCensus } from '../mocks/mutants/matrix-scenarios.ts';

const began = performance.now();
const census = await scenarioCensus();
console.log(`${toldCensus(census)}\n${((performance.now() - began) / 1000).toFixed(1)} s`);
process.exitCode = census.unneeded.length + census.outdated.length > 0 ? 1 : 0;
