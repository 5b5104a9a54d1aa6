/** Variables by name, as in `process.env`. */
export type Environment = Readonly<Record<string, string | undefined>>;

export type Interpolated = { readonly text: string } | { readonly unset: string } | { readonly malformed: true };

/** How a reference to the environment is written. */
const REFERENCE = /^[A-Za-z_][A-Za-z0-9_]*$/;

/** Puts the environment's values in the place of `${NAME}`; `$${` stands for a literal `${`. */
export function interpolate(text: string, environment: Environment): Interpolated {
  let unset: string | undefined;
  let malformed = false;
  const result = text.replaceAll(/\$\$\{|\$\{([^}]*)(\}|$)/g, (whole, name: string | undefined, end: string | undefined) => {
    if (name === undefined) return '${';
    if (end !== '}' || !REFERENCE.test(name)) malformed = true;
    else if (!Object.hasOwn(environment, name) || environment[name] === undefined) unset ??= name;
    else return environment[name];
    return whole;
  });
  if (malformed) return { malformed: true };
  return unset === undefined ? { text: result } : { unset };
}

/** Whether any part of the text comes from the environment. */
export function refersToEnvironment(text: string): boolean {
  return /(^|[^$])\$\{/.test(text);
}
