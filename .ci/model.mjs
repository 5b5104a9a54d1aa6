// `npm run mutants -- --model`: every mutant of state, whether its own rule kills it, and what the model makes of it with the rules switched off.
import { modelTrials, toldTrials } from '../mocks/mutants/matrix-model.ts';

const trials = await modelTrials();
console.log(toldTrials(trials));
process.exitCode =
  trials.every(({ killed }) => killed) && trials.filter(({ finding }) => finding.found).length >= 0.9 * trials.length ? 0 : 1;
