/** What the zoo reads of a certificate. */
export interface Certificate {
  readonly durationMs: number;
  /** Of a run that waited for codes or tokens to expire. */
  readonly ageing?: { readonly scenarios: number };
  readonly rules: readonly CertifiedRule[];
}

export interface CertifiedRule {
  readonly id: string;
  readonly verdict: string;
  readonly reason?: { readonly code: string; readonly text: string };
  readonly scenarios: readonly CertifiedScenario[];
}

export interface CertifiedScenario {
  readonly name: string;
  readonly location: string;
  readonly verdict: string;
  readonly expected?: string;
  readonly received?: string;
  readonly reason?: string;
}
