export type JsonValue = string | number | boolean | null | readonly JsonValue[] | JsonObject;
export interface JsonObject {
  readonly [name: string]: JsonValue;
}

/** The value that the text writes, or undefined where it is not JSON (RFC 8259). */
export function readJson(text: string): JsonValue | undefined {
  try {
    return JSON.parse(text) as JsonValue;
  } catch {
    return undefined;
  }
}

export function isJsonObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * The member names that one object of the text says twice, each once: what `JSON.parse` passes over in silence.
 * Names are compared after unescaping. Text that is not JSON has none.
 */
export function duplicateMembers(text: string): string[] {
  if (readJson(text) === undefined) return [];
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

/** Brackets and member names of well-formed JSON; a string is a name where a colon follows it. */
function* tokensOf(json: string): Generator<{ readonly token: string; readonly name?: string }> {
  const strings = /"[^"\\]*(?:\\.[^"\\]*)*"(\s*:)?|[{}[\]]/g;
  for (const [token, colon] of json.matchAll(strings)) {
    if (!token.startsWith('"')) yield { token };
    else if (colon !== undefined) yield { token: ':', name: JSON.parse(token.slice(0, -colon.length)) as string };
  }
}
