import type { Digests } from '../run/run.js';
import type { Stage } from '../run/stage.js';
import type { LimitMet } from '../wire/rate-limits.js';
import type { RedactedExchange } from '../wire/redact.js';

/** What a command line amounts to: the stages to judge, and what has to be ended afterwards. */
export interface Staging {
  readonly stages: readonly Stage[];
  /** Inputs that each property tries, unless the user says otherwise. */
  readonly runs: number;
  /** Of what the target was made of, where there is a file or a document of metadata. */
  readonly digests: Pick<Digests, 'target' | 'metadata'>;
  /** The limit that the server put to the run, where waiting did not help. */
  readonly limitMet?: () => LimitMet | undefined;
  readonly redacted: (n: number) => RedactedExchange | undefined;
  /** Cuts every known secret out of a text of ours. */
  readonly redactText: (text: string) => string;
  /** These exchanges will not be asked for. */
  readonly forget: (numbers: Iterable<number>) => void;
  readonly close: () => Promise<void>;
}
