/** What `node:test` hands to a test, as far as it is needed here. */
interface Test {
  readonly assert: { fileSnapshot(value: unknown, path: string, options: { serializers: ((value: unknown) => unknown)[] }): void };
}

/**
 * Compares a text with its golden file. `node --import ./support/register.mjs --test --test-update-snapshots reports/*.test.ts`
 * writes the files anew; look at the difference before it is committed.
 */
export function matchesGolden({ assert }: Test, name: string, text: string): void {
  assert.fileSnapshot(text, `${import.meta.dirname}/golden/${name}`, { serializers: [(value) => value] });
}
