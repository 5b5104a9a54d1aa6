import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A verifier in a cookie counts',
  breaks: ['rfc7636/4.5/verifier-outside-body'],
  replace: (correct) => ({
    parametersOf: (sources, at) => {
      const [, verifier] = /(?:^|; *)code_verifier=([^;]*)/.exec(sources.header('cookie') ?? '') ?? [];
      const others = correct.parametersOf(sources, at);
      return verifier === undefined ? others : [...others, ['code_verifier', verifier]];
    },
  }),
});
