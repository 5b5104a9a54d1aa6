import { createHash } from 'node:crypto';
import type { Connection } from './connection.js';

/** The unit of measure: an authorization request, and the token request that redeems the code it yields. */
export type Pair = (connection: Connection) => Promise<void>;

const verifier = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-.';
const challenge = createHash('sha256').update(verifier).digest('base64url');
const redirectUri = encodeURIComponent('https://client.example/callback');

/** Throws where a code or a token does not come: a server that refuses is fast and means nothing. */
export function pairOf(url: URL, clientId: string, scope: string): Pair {
  const authorization =
    `GET /authorize?response_type=code&client_id=${clientId}&redirect_uri=${redirectUri}&scope=${scope}&state=xyz&nonce=n-0S6` +
    `&code_challenge=${challenge}&code_challenge_method=S256 HTTP/1.1\r\n${headers(url)}\r\n`;
  return async (connection) => {
    const redirect = await connection.send(authorization);
    const code = /[?&]code=([^&\r]+)/.exec(redirect)?.[1];
    if (code === undefined) throw new Error(`no code came:\n${redirect}`);
    const body = `grant_type=authorization_code&client_id=${clientId}&redirect_uri=${redirectUri}&code=${code}&code_verifier=${verifier}`;
    const answer = await connection.send(
      `POST /token HTTP/1.1\r\n${headers(url)}Content-Type: application/x-www-form-urlencoded\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
    );
    if (!answer.startsWith('HTTP/1.1 200')) throw new Error(`no token came:\n${answer}`);
  };
}

/** What an ordinary client sends along. */
const headers = ({ host }: URL): string =>
  `Host: ${host}\r\nAccept: application/json\r\nUser-Agent: bench\r\nAccept-Encoding: gzip\r\nConnection: keep-alive\r\n`;
