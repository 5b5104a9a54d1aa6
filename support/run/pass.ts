import type { Clock } from '../target/clock.js';
import type { RegisteredClient, Target } from '../target/target.js';
import type { Session } from '../actors/session.js';
import type { Wire } from '../wire/wire.js';
import type { ControlResult } from '../verdict/control.js';
import type { Rule } from '../catalogue/rule.js';
import type { Capability } from './run.js';
import type { Waiting } from './waiting.js';

/** One profile under one client: what every scenario of a stretch of the run has in common. */
export interface Pass {
  readonly profile: string;
  readonly target: Target;
  readonly tokenEndpoint: string;
  /** The client that acts wherever a scenario says "a client" and not which; the target's first by default. */
  readonly client?: RegisteredClient;
  readonly clock: Clock;
  readonly capabilities: readonly Capability[];
  /** A wire of its own for each scenario. */
  readonly openWire: () => Wire;
  /** The user who has signed in, shared by all; absent: every scenario has an empty browser. */
  readonly session?: Session;
  readonly seed: number;
  /** How many inputs a property tries. */
  readonly runs: number;
  /** The path of the one input that a property tries instead. */
  readonly path?: string;
  readonly strict: boolean;
  /** Granted or not, by client_id; asked once. */
  readonly controls: Map<string, Promise<ControlResult>>;
  /** The same for the protected resource. */
  readonly resourceControls: Map<string, Promise<ControlResult>>;
  /** What several scenarios ask of the server and need ask only once, by name. */
  readonly shared: Map<string, Promise<unknown>>;
  /** Locations of scenarios whose first attempt met a 5xx. */
  readonly serverErrors: Set<string>;
  /** True while inconclusive scenarios are tried once more. */
  retrying: boolean;
  readonly outcomes: Map<string, ScenarioOutcome>;
  /** What the scenarios of the run wait for. */
  readonly waiting: Waiting;
  /** Scenarios begun early, by location. */
  readonly early: Map<string, EarlyScenario>;
}

/** What became of one scenario, told by its World. */
export interface ScenarioOutcome {
  readonly location: string;
  readonly rule: Rule;
  readonly error: unknown;
  readonly notes: readonly string[];
  readonly exchanges: readonly number[];
  readonly durationMs: number;
}

/** A scenario that was begun at the start of the run because something in it must grow old; its steps are told later. */
export interface EarlyScenario {
  /** The outcome of the next step, in order: resolves, or rejects with what the step threw. */
  nextStep(): Promise<void>;
  readonly outcome: Promise<ScenarioOutcome>;
  /** Resolves when all is obtained that has to grow old: the scenario waits, or has ended. */
  readonly aged: Promise<void>;
}
