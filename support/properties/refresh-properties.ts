import fc from 'fast-check';
import { NothingToJudge } from '../verdict/findings.js';
import { tokenIn } from '../verdict/outcome.js';
import type { Court } from './court.js';
import { holds } from './hold.js';

/** However many refreshes with one rotated refresh token arrive together, at most one yields tokens; only where the server rotates. */
export async function noRefreshRaceYieldsTokensTwice({ client, judge, trials }: Court): Promise<void> {
  const fresh = async (): Promise<string> => {
    const code = await client.obtainCode();
    return judge.tokenFrom(await client.redeem(code), code, 'refresh_token').value;
  };
  const first = await fresh();
  const renewed = tokenIn(await client.refresh(first), 'refresh_token');
  if (renewed === undefined || renewed === first) throw new NothingToJudge('the server does not renew the refresh token');
  const judged = async (copies: number): Promise<void> => {
    const token = await fresh();
    const { exchanges } = await client.wire.race(Array.from({ length: copies }, () => client.refreshRequest(token)));
    await judge.atMostOneIssued(exchanges);
  };
  await holds(trials, fc.integer({ min: 2, max: 32 }), judged, (copies) => `${copies} copies of one refresh`);
}
