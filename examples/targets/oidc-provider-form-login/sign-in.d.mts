export default function signIn(
  authorizationUrl: string,
  how: { readonly username: string; readonly password: string; readonly signal: AbortSignal },
): Promise<string | { readonly url: string; readonly status: number; readonly body: string }>;
