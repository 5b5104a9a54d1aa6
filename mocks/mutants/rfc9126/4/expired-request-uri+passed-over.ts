import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A reference that has expired is passed over, and what stands beside it is the request',
  breaks: ['rfc9126/4/expired-request-uri'],
  replace: ({ requestUriExpired, parametersOfPushed }) => {
    let expired = false;
    return {
      requestUriExpired: (request, now) => {
        expired = requestUriExpired(request, now);
        return false;
      },
      parametersOfPushed: (pushed, front) => (expired ? front : parametersOfPushed(pushed, front)),
    };
  },
});
