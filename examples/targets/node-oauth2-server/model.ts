import OAuth2Server, { type AuthorizationCode, type Client, type RefreshToken, type Token, type User } from '@node-oauth/oauth2-server';

export interface ModelOptions {
  /** Whether a request for a code without challenge is refused; the library leaves that to the model. */
  readonly requirePkce: boolean;
  /** Whether a code is gone once it is redeemed; the library asks its model to see to that. */
  readonly spendCodes: boolean;
}

type Model = OAuth2Server.AuthorizationCodeModel & OAuth2Server.RefreshTokenModel;

/** The model that the library asks of its user: everything is held in memory, and a code or refresh token is revoked once. */
export function memoryModel(clients: readonly Client[], { requirePkce, spendCodes }: ModelOptions): Model {
  const codes = new Map<string, AuthorizationCode>();
  const accessTokens = new Map<string, Token>();
  const refreshTokens = new Map<string, RefreshToken>();

  return {
    getClient: (id, secret) => Promise.resolve(clients.find((client) => client.id === id && mayAct(client, secret))),

    saveAuthorizationCode(code, client, user) {
      if (requirePkce && !code.codeChallenge) throw new OAuth2Server.InvalidRequestError('Missing parameter: `code_challenge`');
      const saved = { ...code, client, user };
      codes.set(code.authorizationCode, saved);
      return Promise.resolve(saved);
    },
    getAuthorizationCode: (code) => Promise.resolve(codes.get(code)),
    revokeAuthorizationCode: ({ authorizationCode }) => Promise.resolve(!spendCodes || codes.delete(authorizationCode)),

    saveToken(token, client, user) {
      const saved = { ...token, client, user };
      accessTokens.set(token.accessToken, saved);
      const { refreshToken } = token;
      if (refreshToken !== undefined) refreshTokens.set(refreshToken, { ...saved, refreshToken });
      return Promise.resolve(saved);
    },
    getAccessToken: (token) => Promise.resolve(accessTokens.get(token)),
    getRefreshToken: (token) => Promise.resolve(refreshTokens.get(token)),
    revokeToken: ({ refreshToken }) => Promise.resolve(refreshTokens.delete(refreshToken)),

    validateScope(_user: User, client: Client, scope?: string[]) {
      const allowed = client['scopes'] as string[];
      if (scope === undefined) return Promise.resolve(allowed);
      return Promise.resolve(scope.every((one) => allowed.includes(one)) ? scope : false);
    },
  };
}

/** The authorization endpoint asks for a client without secret by `null`; at the token endpoint the secret has to be the client's. */
function mayAct(client: Client, secret: string | null | undefined): boolean {
  return secret === null || secret === client['secret'];
}
