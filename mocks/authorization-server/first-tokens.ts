interface OfGrant {
  readonly grant: string;
}

/** Tells the first token of each grant from those that a refresh has brought: some faults spare the first. */
export function firstTokens<About extends OfGrant>(
  draw: (about: About) => string,
): {
  /** Draws as before, and remembers. */
  readonly newToken: (about: About) => string;
  readonly isFirst: (token: OfGrant & { readonly token: string }) => boolean;
} {
  const first = new Map<string, string>();
  return {
    newToken: (about) => {
      const token = draw(about);
      if (!first.has(about.grant)) first.set(about.grant, token);
      return token;
    },
    isFirst: ({ grant, token }) => first.get(grant) === token,
  };
}
