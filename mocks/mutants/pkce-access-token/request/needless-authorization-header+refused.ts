import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A request that carries a Bearer header is not read',
  breaks: ['pkce-access-token/request/needless-authorization-header'],
  replace: (correct) => ({
    parametersOf: (sources, at) =>
      at === 'token' && /^bearer /i.test(sources.header('authorization') ?? '') ? [] : correct.parametersOf(sources, at),
  }),
});
