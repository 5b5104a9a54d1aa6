/** One challenge of a WWW-Authenticate field, RFC 9110 §11.6.1; RFC 6750 §3 says what a Bearer challenge holds. */
export interface AuthenticationChallenge {
  readonly scheme: string;
  /** Names in lower case, in their order, duplicates kept; values unquoted. */
  readonly attributes: readonly (readonly [name: string, value: string])[];
  /** Names that occur more than once. */
  readonly repeated: readonly string[];
  readonly token68?: string;
}

/** The first Bearer challenge of the field or fields, the scheme in any case; undefined where there is none. */
export function bearerChallenge(header: string | readonly string[] | undefined): AuthenticationChallenge | undefined {
  return authenticationChallenges(header).find(({ scheme }) => scheme.toLowerCase() === 'bearer');
}

/** Every challenge of the field or fields. Reads on past what it cannot understand. */
export function authenticationChallenges(header: string | readonly string[] | undefined): AuthenticationChallenge[] {
  return [header ?? []].flat().flatMap(challengesOf);
}

const TOKEN = "[!#$%&'*+\\-.^_`|~0-9A-Za-z]+";
const PART = new RegExp(
  `[\\s,]*(?:(${TOKEN})[ \\t]*=[ \\t]*(?:"((?:[^"\\\\]|\\\\[^])*)"|(${TOKEN}(?=[\\s,]|$)))|(${TOKEN})(?:[ ]+([A-Za-z0-9\\-._~+/]+=*)(?=\\s*(?:,|$)))?(?=[\\s,]|$)|[^\\s,]+)`,
  'y',
);

function challengesOf(field: string): AuthenticationChallenge[] {
  const found: { scheme: string; attributes: [string, string][]; token68?: string }[] = [];
  PART.lastIndex = 0;
  for (let part = PART.exec(field); part !== null; part = PART.exec(field)) {
    const [, name, quoted, bare, scheme, token68] = part;
    if (scheme !== undefined) found.push({ scheme, attributes: [], ...(token68 === undefined ? {} : { token68 }) });
    else if (name !== undefined) found.at(-1)?.attributes.push([name.toLowerCase(), quoted?.replace(/\\([^])/g, '$1') ?? bare ?? '']);
  }
  return found.map((challenge) => ({ ...challenge, repeated: repeatedNames(challenge.attributes.map(([name]) => name)) }));
}

function repeatedNames(names: readonly string[]): string[] {
  return names.filter((name, index) => names.indexOf(name) === index && names.lastIndexOf(name) !== index);
}
