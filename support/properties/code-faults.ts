/** What a story of codes can end in, each in words of its own. */
export const codeFaults = [
  'a second token for one code',
  'two tokens for one code at once',
  'a token for a code that has expired',
  'a token for a code that was refused for good',
  'a token for the code of another client',
  'a token under another redirect_uri',
  'a token for another verifier than that of the code',
  'a token for the verifier of another code',
  'a token without a verifier',
  'a token although several things were wrong',
  'a refusal although nothing was wrong',
  'tokens for a refresh token that was replaced',
  'tokens for a refresh token that has expired',
  'two answers to one refresh token',
  'a refresh token that outlives the reuse of another',
  'a token that outlives the replay of its code',
  'an access token that outlives its expires_in',
] as const;

export type CodeFault = (typeof codeFaults)[number];
