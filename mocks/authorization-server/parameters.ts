/** Parameters by name; a Map, so that no name means anything to the language. */
export type Parameters = ReadonlyMap<string, string>;
