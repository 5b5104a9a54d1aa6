/** Why a name cannot be the user's, and what to do about it. */
export interface OwnName {
  readonly expected: string;
  readonly mend: string;
}

const twice = 'the suite sends this parameter itself, and none may come twice (RFC 6749 §3.1)';
const never = 'it has no place in an authorization request';
const instead = 'it would stand in the place of the parameters that are judged';

/** The parameters of an authorization request that are the suite's to send or to leave out: one from the file beside them would be judged as the server's fault. */
export const ownParameters: Readonly<Record<string, OwnName>> = {
  response_type: { expected: twice, mend: 'Take it away: it is code.' },
  client_id: { expected: twice, mend: 'Take it away: clients are named under clients.' },
  redirect_uri: { expected: twice, mend: 'Take it away: redirect URIs are named under clients[].redirect_uris.' },
  scope: { expected: twice, mend: 'Take it away, and write scope: … at the top of the file or under clients[].scope.' },
  state: { expected: twice, mend: 'Take it away: each request has a fresh one.' },
  nonce: { expected: twice, mend: 'Take it away: where openid is in the scope each request has a fresh one.' },
  code_challenge: { expected: twice, mend: 'Take it away: each request has a fresh one.' },
  code_challenge_method: { expected: twice, mend: 'Take it away: capabilities.plain says whether plain is offered.' },
  request: { expected: instead, mend: 'Take it away: request objects are not judged.' },
  request_uri: { expected: instead, mend: 'Take it away: requests are pushed where capabilities.par or the metadata says so.' },
  code_verifier: { expected: never, mend: 'Take it away: each code has a fresh one, for the token request alone.' },
  client_secret: { expected: never, mend: 'Take it away: secrets are given under clients[].client_secret.' },
  client_assertion: { expected: never, mend: 'Take it away.' },
  client_assertion_type: { expected: never, mend: 'Take it away.' },
};
