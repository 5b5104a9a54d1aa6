import type { Shard } from '../run/shard.js';

/** What the command line says, parsed. */
export interface CertifyOptions {
  readonly target?: string;
  readonly profile?: readonly string[];
  readonly strict: boolean;
  readonly slow: boolean;
  readonly optIn: boolean;
  readonly seed?: number;
  readonly runs?: number;
  readonly path?: string;
  readonly baseline?: string;
  readonly writeBaseline?: string;
  readonly shard?: Shard;
  readonly report: string;
  /** File of the private key that the certificate is signed with. */
  readonly sign?: string;
  /** Requests a second. */
  readonly rate?: number;
  /** Seconds. */
  readonly timeout: number;
  readonly json: boolean;
  readonly debug: boolean;
}

export interface MockOptions {
  readonly port: number;
  readonly host: string;
  readonly issuer?: string;
  readonly profile?: readonly string[];
  readonly clients?: string;
  readonly mutant?: readonly string[];
  readonly clock: string;
  readonly store: string;
  readonly control: boolean;
}
