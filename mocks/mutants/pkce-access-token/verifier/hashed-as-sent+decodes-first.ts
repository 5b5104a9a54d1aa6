import { mutant } from '../../../authorization-server/mutant.js';
import { s256 } from '../../../authorization-server/policy/pkce.js';

export default mutant({
  fault: 'A verifier that can be decoded is decoded before it is hashed',
  breaks: ['pkce-access-token/verifier/hashed-as-sent', 'pkce-access-token/verifier/documented-lengths'],
  because: 'Encoded verifiers of every length are then held against the wrong hash',
  replace: { transform: (verifier) => s256(drawn(verifier)) },
});

/** What the document has the client draw, if this is an encoding of it. */
function drawn(verifier: string): string {
  const decoded = Buffer.from(verifier, 'base64url');
  const text = decoded.toString('latin1');
  return decoded.toString('base64url') === verifier && /^[A-Za-z0-9\-._~]+$/.test(text) ? text : verifier;
}
