import type { LimitMet } from '../wire/rate-limits.js';
import type { RuleResult } from './run.js';

/** Why a run ended before every rule was tried, and what would have it end properly. */
export interface EarlyEnd {
  readonly obstacle: string;
  readonly remedy: string;
}

/** Requests that a scenario makes at least: it asks for a code, redeems it, and has its control. */
const fewestRequests = 3;
/** Requests that precede the rules: what is probed, and the control. */
const preamble = 10;
const mostNamed = 8;

/** What to say where the server limits its clients to less than the run needs; `requests` of each scenario that was run tell what one costs. */
export function earlyEnd(met: LimitMet, results: readonly RuleResult[], requests: readonly number[]): EarlyEnd {
  const left = results.filter(({ verdict }) => verdict === 'inconclusive');
  const each = Math.max(fewestRequests, Math.ceil(requests.reduce((sum, n) => sum + n, 0) / Math.max(1, requests.length)));
  const asked = met.askedMs === undefined ? 'without saying for how long' : `and asks to wait ${seconds(met.askedMs)}`;
  const waited = met.waitedMs === 0 ? '' : `, after ${seconds(met.waitedMs)} of waiting`;
  return {
    obstacle: `${met.host} answered ${met.status} after ${met.requests} ${met.requests === 1 ? 'request' : 'requests'} in ${seconds(met.tookMs)} ${asked}${waited}: the run stopped early. ${leftTold(left)}`,
    remedy: [rateFor(met, each * scenariosOf(left)), prefixFor(met, left, each)].filter((part) => part !== '').join('; '),
  };
}

function leftTold(left: readonly RuleResult[]): string {
  const ids = [...new Set(left.map(({ rule }) => rule.id))];
  const more = ids.length > mostNamed ? [`and ${ids.length - mostNamed} more`] : [];
  return `${ids.length} ${ids.length === 1 ? 'rule was' : 'rules were'} left: ${[...ids.slice(0, mostNamed), ...more].join(', ')}`;
}

/** The rate that the limit amounts to, two digits of it, rounded down; and how long the rest takes at it. */
function rateFor({ requests, tookMs, askedMs }: LimitMet, wanted: number): string {
  if (askedMs === undefined) return 'lower --rate until the server no longer answers so, beginning with --rate 1';
  const exact = requests / ((tookMs + askedMs) / 1000);
  const digit = 10 ** (Math.floor(Math.log10(exact)) - 1);
  const rate = Number((Math.floor(exact / digit) * digit).toPrecision(2));
  return `--rate ${rate} stays within the limit and takes about ${seconds((wanted / rate) * 1000)} for what was left`;
}

/** The largest section of a document whose rules fit into what the server allows at once. */
function prefixFor({ requests }: LimitMet, left: readonly RuleResult[], each: number): string {
  const sections = Map.groupBy(left, ({ rule }) => rule.id.split('/').slice(0, 2).join('/'));
  const costs = [...sections].map(([prefix, results]) => ({ prefix, cost: preamble + each * scenariosOf(results) }));
  const [best] = costs.filter(({ cost }) => cost <= requests).toSorted((one, other) => other.cost - one.cost);
  return best === undefined ? '' : `or judge a part at a time: ${best.prefix} takes about ${best.cost} requests`;
}

function scenariosOf(results: readonly RuleResult[]): number {
  return results.reduce((sum, { scenarios }) => sum + scenarios.length, 0);
}

function seconds(ms: number): string {
  const whole = Math.ceil(ms / 1000);
  if (whole < 120) return `${whole} s`;
  return whole < 7200 ? `${Math.ceil(whole / 60)} minutes` : `${Math.ceil(whole / 3600)} hours`;
}
