import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A form that is not well encoded is answered with a page of the framework',
  breaks: ['rfc6749/5.2/malformed-body'],
  replace: (correct) => ({
    errorText: (members) =>
      members['error_description'] === correct.errors['malformed-body'].description
        ? '<!doctype html><title>Bad Request</title><pre>URIError: URI malformed</pre>'
        : correct.errorText(members),
  }),
});
