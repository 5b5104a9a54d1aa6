export type JsonValue = string | number | boolean | null | readonly JsonValue[] | JsonObject;
export interface JsonObject {
  readonly [name: string]: JsonValue;
}

/** RFC 8259 §9 lets a reader set a limit; whatever OAuth has to say, it says in less than ten. */
export const deepest = 500;

/** The value that the text writes, or undefined where it is not JSON (RFC 8259), or nested deeper than anybody reads. */
export function readJson(text: string): JsonValue | undefined {
  if (isTooDeep(text)) return undefined;
  try {
    return JSON.parse(text) as JsonValue;
  } catch {
    return undefined;
  }
}

/** Whether brackets outside of strings stand within each other more than `deepest` times. */
export function isTooDeep(text: string): boolean {
  if (text.length <= deepest || (text.match(/[[{]/g)?.length ?? 0) <= deepest) return false;
  let depth = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (quoted) {
      if (character === '\\') at += 1;
      else if (character === '"') quoted = false;
    } else if (character === '"') quoted = true;
    else if (character === '[' || character === '{') {
      depth += 1;
      if (depth > deepest) return true;
    } else if (character === ']' || character === '}') depth -= 1;
  }
  return false;
}

/** The members of these names whose value is a string, wherever they stand in the text, and however deep. */
export function stringMembersIn(text: string, names: readonly string[]): readonly (readonly [name: string, value: string])[] {
  const members = text.matchAll(/"([a-z_]+)"\s*:\s*("[^"\\]*(?:\\.[^"\\]*)*")/g);
  return [...members].flatMap(([, name = '', written = '']) => {
    const value = names.includes(name) ? readJson(written) : undefined;
    return typeof value === 'string' ? [[name, value] as const] : [];
  });
}

export function isJsonObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * The member names that one object of the text says twice, each once: what `JSON.parse` passes over in silence.
 * Names are compared after unescaping. Text that is not JSON has none.
 */
export function duplicateMembers(text: string): string[] {
  const value = readJson(text);
  // As many members in the text as in what was read of it: none was passed over.
  if (value === undefined || (text.match(/"\s*:/g) ?? []).length === membersIn(value)) return [];
  const duplicates = new Set<string>();
  const open: (Set<string> | undefined)[] = [];
  for (const { token, name } of tokensOf(text)) {
    if (token === '{') open.push(new Set());
    else if (token === '[') open.push(undefined);
    else if (token === '}' || token === ']') open.pop();
    if (name === undefined) continue;
    const names = open.at(-1);
    if (names?.has(name)) duplicates.add(name);
    names?.add(name);
  }
  return [...duplicates];
}

function membersIn(value: JsonValue): number {
  if (typeof value !== 'object' || value === null) return 0;
  const below: readonly JsonValue[] = isJsonObject(value) ? Object.values(value) : value;
  return below.reduce<number>((sum, one) => sum + membersIn(one), isJsonObject(value) ? below.length : 0);
}

/** Brackets and member names of well-formed JSON; a string is a name where a colon follows it. */
function* tokensOf(json: string): Generator<{ readonly token: string; readonly name?: string }> {
  const strings = /"[^"\\]*(?:\\.[^"\\]*)*"(\s*:)?|[{}[\]]/g;
  for (const [token, colon] of json.matchAll(strings)) {
    if (!token.startsWith('"')) yield { token };
    else if (colon !== undefined) yield { token: ':', name: JSON.parse(token.slice(0, -colon.length)) as string };
  }
}
