import fc from 'fast-check';
import { isSelfContained } from '../protocol/self-contained-token.js';
import { told } from '../verdict/control.js';
import { outcomeOf } from '../verdict/outcome.js';
import { resourceOutcomeOf } from '../verdict/resource-outcome.js';
import { barrierTo, isRevoked, propagation, refreshValidity, renew, type AccessEntry, type Family } from './access-ledger.js';
import type { CodeFault } from './code-faults.js';
import type { CodeLedger } from './code-ledger.js';
import type { Court } from './court.js';
import { meets, type Expectation } from './expectation.js';
import { picked, where, which, type StoryCommand } from './stories.js';

type AccessCommand = StoryCommand<CodeLedger>;

/** What a story can do with what codes have yielded; access tokens are used only where there is a resource. */
export function accessCommands({ client: { target } }: Court): fc.Arbitrary<AccessCommand>[] {
  const refreshes = [
    which.map(refresh),
    reuses,
    fc.record({ which, copies: fc.integer({ min: 2, max: 4 }) }).map((step) => refreshAtOnce(step.which, step.copies)),
    ...(target.lifetimes.refresh_token === undefined
      ? []
      : [fc.record({ which, age: fc.constantFrom(...ages) }).map((step) => refreshAged(step.which, step.age))]),
  ];
  if (target.endpoints.protected_resource === undefined) return refreshes;
  const { access_token = 3600, resource_leeway } = target.lifetimes;
  const overHalf = Math.floor((access_token + resource_leeway) / 2) + 1;
  return [...refreshes, which.map((one) => use(one, 0)), which.map((one) => use(one, overHalf))];
}

/** Those that leave a code its time: what a refresh has changed shows by what comes after it. */
export function renewalCommands({ client: { target } }: Court): fc.Arbitrary<AccessCommand>[] {
  const renewals = [which.map(refresh), reuses];
  if (target.endpoints.protected_resource === undefined) return renewals;
  return [...renewals, which.map((one) => use(one, propagation / 1000 + 1))];
}

const refreshable = ({ families }: Readonly<CodeLedger>): readonly Family[] => families.filter(({ current }) => current !== undefined);
const renewed = ({ families }: Readonly<CodeLedger>): readonly Family[] => families.filter(({ replaced }) => replaced.length > 0);
/** A refresh replaces the refresh token, as one of the family has. */
const rotating = (ledger: Readonly<CodeLedger>): readonly Family[] =>
  refreshable(ledger).filter((family) => family.replaced.length > 0 && family.revoked === 'no');
const accessTokens = ({ families }: Readonly<CodeLedger>): readonly AccessEntry[] => families.flatMap((family) => family.accessTokens);

function refresh(at: number): AccessCommand {
  return where(
    (ledger) => refreshable(ledger).length > 0,
    'a refresh',
    async (ledger, court) => {
      const [family, place] = picked(refreshable(ledger), at);
      await refreshOnce(family, ledger, court, (answer) => ledger.story.tell(`refresh token ${place} is used: ${answer}`));
    },
  );
}

const ages = ['almost over', 'over'] as const;

/** A refresh at the last moment at which the refresh token has to be good, or at the first at which it has to be dead; one step of the story. */
function refreshAged(at: number, age: (typeof ages)[number]): AccessCommand {
  const aged = (ledger: Readonly<CodeLedger>): readonly Family[] =>
    refreshable(ledger).filter((family) => age === 'over' || ledger.now < refreshValidity(family).validBefore);
  return where(
    (ledger) => aged(ledger).length > 0,
    `a refresh when the lifetime of the refresh token is ${age}`,
    async (ledger, court) => {
      const [family] = picked(aged(ledger), at);
      const place = refreshable(ledger).indexOf(family) + 1;
      const { almostOver, expired } = refreshValidity(family);
      const left = Math.max(0, (age === 'over' ? expired : almostOver) - ledger.now);
      await ledger.pause(left);
      const waited = Math.round(left / 1000);
      await refreshOnce(family, ledger, court, (answer) =>
        ledger.story.tell(`refresh token ${place} is used ${waited} s later, its lifetime ${age}: ${answer}`, waited),
      );
    },
  );
}

async function refreshOnce(family: Family, ledger: CodeLedger, court: Court, tell: (answer: string) => void): Promise<void> {
  const expected = expectedOf(family, ledger.now);
  const answer = await family.client.refresh(family.current ?? '');
  tell(told(outcomeOf(answer)));
  await meets(expected, answer, ledger, court);
  ledger.keepRefresh(family, answer);
}

/** What may come of a refresh with the current refresh token, now. */
function expectedOf(family: Family, now: number): Expectation {
  const { validBefore, expired } = refreshValidity(family);
  const barrier = barrierTo(family, now);
  if (barrier !== undefined) return { granted: outliving[barrier] };
  if (now >= expired) return { granted: 'tokens for a refresh token that has expired' };
  return family.revoked === 'no' && now < validBefore ? { refused: 'a refusal although nothing was wrong' } : {};
}

const outliving = {
  'the replay of the code': 'a token that outlives the replay of its code',
  'the reuse of a refresh token': 'a refresh token that outlives the reuse of another',
} as const satisfies Readonly<Record<string, CodeFault>>;

/** Of the refresh tokens that were replaced the first and the last are the likeliest to be told from the others. */
const reuses = fc
  .record({ which, nth: fc.oneof(fc.constantFrom(0, -1), fc.nat({ max: 9 })) })
  .map((step) => refreshWithReplaced(step.which, step.nth));

/** A refresh token that was replaced comes again: RFC 9700 §4.14.2 has the whole family end, of a public client at least. */
function refreshWithReplaced(at: number, nth: number): AccessCommand {
  return where(
    (ledger) => renewed(ledger).length > 0,
    'a refresh with a refresh token that was replaced',
    async (ledger, court) => {
      const [family] = picked(renewed(ledger), at);
      const token = family.replaced.at(nth % family.replaced.length) ?? '';
      const { registration, target } = family.client;
      const bound = registration.type === 'public' && target.policy.refresh_reuse_grace === 0;
      const answer = await family.client.refresh(token);
      ledger.story.tell(`a refresh token that was replaced is used: ${told(outcomeOf(answer))}`);
      await meets({ granted: bound ? 'tokens for a refresh token that was replaced' : undefined }, answer, ledger, court);
      // Past its lifetime it may be refused for that alone.
      const young = ledger.now < refreshValidity(family).validBefore;
      ledger.passed(answer.answeredAt);
      if (outcomeOf(answer).kind === 'granted') renew(family, answer);
      if (typeof family.revoked === 'object') return;
      const noticed = bound && young && outcomeOf(answer).kind === 'refused';
      family.revoked = noticed ? { since: answer.answeredAt, by: 'the reuse of a refresh token' } : 'maybe';
    },
  );
}

function refreshAtOnce(at: number, copies: number): AccessCommand {
  return where(
    (ledger) => rotating(ledger).length > 0,
    `a refresh ${copies} times at once`,
    async (ledger, court) => {
      const [family, place] = picked(rotating(ledger), at);
      const drafts = Array.from({ length: copies }, () => family.client.refreshRequest(family.current ?? ''));
      const { exchanges } = await court.client.wire.race(drafts);
      const answers = exchanges.map((exchange) => told(outcomeOf(exchange))).join(', ');
      ledger.story.tell(`refresh token ${place} is used ${copies} times at once: ${answers}`);
      if (ledger.judges('two answers to one refresh token')) await court.judge.atMostOneIssued(exchanges);
      for (const exchange of exchanges) ledger.keepRefresh(family, exchange);
      family.revoked = 'maybe';
    },
  );
}

/** Uses an access token: at once, or twice with a pause of so many seconds before each use; one step of the story. */
function use(at: number, pause: number): AccessCommand {
  return where(
    (ledger) => accessTokens(ledger).length > 0,
    pause === 0 ? 'an access token used' : `an access token used twice, every ${pause} s`,
    async (ledger, court) => {
      const [access, place] = picked(accessTokens(ledger), at);
      const answers: string[] = [];
      try {
        for (let nth = 0; nth < (pause === 0 ? 1 : 2); nth += 1) {
          if (pause > 0) await ledger.pause(pause * 1000);
          await useOnce(access, ledger, court, answers);
        }
      } finally {
        ledger.story.tell(
          `access token ${place} is used${pause === 0 ? '' : ` every ${pause} s`}: ${answers.join(', ')}`,
          pause === 0 ? undefined : pause,
        );
      }
    },
  );
}

async function useOnce(access: AccessEntry, ledger: CodeLedger, { judge }: Court, answers: string[]): Promise<void> {
  const fault = faultOfUse(access, ledger.now);
  const answer = await access.family.client.useToken(access.value);
  answers.push(told(resourceOutcomeOf(answer)));
  if (ledger.judges(fault)) await judge.notOpened(answer);
  ledger.passed(answer.answeredAt);
}

/** What it would be if the resource opened to it now; nothing where it may. */
function faultOfUse({ value, family, expired = Infinity }: AccessEntry, now: number): CodeFault | undefined {
  if (now >= expired) return 'an access token that outlives its expires_in';
  return isRevoked(family, now) && !isSelfContained(value) ? 'a token that outlives the replay of its code' : undefined;
}
