/** Thrown where a rule could not be tested, with what stood in the way. Never green. */
export class Inconclusive extends Error {
  override readonly name = 'Inconclusive';
  constructor(
    /** One sentence. */
    readonly reason: string,
    readonly detail: {
      readonly exchanges?: readonly number[];
      readonly serverError?: boolean;
      readonly unreachable?: boolean;
      /** Of the target file, that would mend it. */ readonly keys?: readonly string[];
    } = {},
  ) {
    super(reason);
  }
}
