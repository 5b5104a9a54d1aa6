import type { Session } from '../actors/session.js';
import type { Clock } from '../target/clock.js';
import type { RegisteredClient, Target } from '../target/target.js';
import type { LimitMet } from '../wire/rate-limits.js';
import type { RedactedExchange } from '../wire/redact.js';
import type { Wire } from '../wire/wire.js';
import type { Executor } from './executor.js';
import type { Capability } from './run.js';
import type { Shard } from './shard.js';

/** One profile of the target, ready to be judged. */
export interface Stage {
  readonly profile: string;
  readonly target: Target;
  readonly tokenEndpoint: string;
  /** Clients beside the target's first for which the rules that hold for each client are run again. */
  readonly furtherClients?: readonly RegisteredClient[];
  readonly clock: Clock;
  readonly capabilities: readonly Capability[];
  readonly openWire: () => Wire;
  /** The user whom every scenario acts for; absent: nobody signs in, and each scenario has an empty browser. */
  readonly session?: Session;
}

export interface RunOptions {
  readonly stages: readonly Stage[];
  readonly prefixes: readonly string[];
  readonly seed: number;
  readonly runs: number;
  /** The path of a counterexample, found before with the same seed: of its property only that input is tried. */
  readonly path?: string;
  readonly strict: boolean;
  readonly slow: boolean;
  readonly optIn: boolean;
  readonly executor: Executor;
  /** The part of the rules that this run is to judge. */
  readonly shard?: Shard;
  /** What the user passed as `--target`. */
  readonly argument?: string;
  readonly progress?: (state: Progress) => void;
  /** Rules by id that are run in full, the others by a sample: for the mutation matrix. Absent: all are. */
  readonly inFull?: ReadonlySet<string>;
  /** The exchange of this number, redacted. */
  readonly redacted: (n: number) => RedactedExchange | undefined;
  /** The limit that the server put to the run, where waiting did not help. */
  readonly limitMet?: () => LimitMet | undefined;
  /** Told of exchanges that no report will show, so that a long run does not hold them all. */
  readonly forget?: (numbers: readonly number[]) => void;
}

export interface Progress {
  readonly done: number;
  readonly total: number;
  readonly rule: string;
  readonly violations: number;
  /** Milliseconds left to wait for what must grow old; 0 when nothing waits. */
  readonly waitingMs: number;
}
