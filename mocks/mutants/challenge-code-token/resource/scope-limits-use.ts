import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'Every token opens every entry point',
  breaks: ['challenge-code-token/resource/scope-limits-use'],
  replace: { scopeOpens: () => true },
});
