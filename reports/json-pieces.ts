/**
 * What `JSON.stringify(value, null, 2)` says of an object, piece by piece: a certificate and the text of it would else be held
 * in memory side by side, with every exchange of the run in both.
 */
export function* jsonPieces(value: object): Generator<string> {
  let before = '{';
  for (const [name, member] of Object.entries(value) as [string, unknown][]) {
    if (member === undefined) continue;
    const named = `${before}\n  ${JSON.stringify(name)}: `;
    before = ',';
    if (!Array.isArray(member) || member.length === 0) {
      yield named + indented(member, '  ');
      continue;
    }
    yield `${named}[`;
    for (const [at, item] of (member as unknown[]).entries()) yield `${at === 0 ? '' : ','}\n    ${indented(item, '    ')}`;
    yield '\n  ]';
  }
  yield before === '{' ? '{}' : '\n}';
}

/** No string of JSON holds a line break: each one is of the layout. */
function indented(value: unknown, by: string): string {
  return (JSON.stringify(value, null, 2) ?? 'null').replaceAll('\n', `\n${by}`);
}
