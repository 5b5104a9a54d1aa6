/** What is known of a token before its value is: kept beside it for whoever uses it. */
export interface HeldTokenSource {
  readonly verifier: string;
  readonly challenge: string | undefined;
}
