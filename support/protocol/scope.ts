/** What stands between two scopes; the Challenge Code Token document allows commas beside the space of RFC 6749 §3.3. */
export type ScopeSeparators = 'space' | 'comma-and-space';

/** The set that a scope value names; order, repetition and surplus separators do not count. */
export function parseScope(text: string, separators: ScopeSeparators = 'space'): ReadonlySet<string> {
  return new Set(text.split(separators === 'space' ? / +/ : /[ ,]+/).filter(Boolean));
}

export function sameScope(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  return one.size === other.size && isWithinScope(one, other);
}

/** Whether nothing is in the first that is not in the second. */
export function isWithinScope(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  return [...one].every((token) => other.has(token));
}

/** RFC 6749 §3.3: one or more of %x21, %x23-5B, %x5D-7E. */
export function isScopeToken(text: string): boolean {
  return /^[\x21\x23-\x5b\x5d-\x7e]+$/.test(text);
}
