import { targetSchema } from '../target/schema.js';
import type { JsonSchema } from '../target/shape.js';

const begin = '<!-- keys: written by npm run docs -->';
const end = '<!-- end of keys -->';

/** docs/targets.md with its table of keys as the parser has them; the rest is written by hand and kept. */
export function withKeys(page: string): string {
  const [before, , after] = page.split(new RegExp(`${begin}|${end}`));
  if (before === undefined || after === undefined) throw new Error(`docs/targets.md has to hold the lines ${begin} and ${end}`);
  const rows = keysOf(targetSchema(), '').map(([key, values, meaning]) => `| \`${key}\` | ${values} | ${meaning} |`);
  return `${before}${begin}\n\n| key | value | meaning |\n| --- | --- | --- |\n${rows.join('\n')}\n\n${end}${after}`;
}

type Row = readonly [key: string, values: string, meaning: string];

function keysOf(schema: JsonSchema, path: string): readonly Row[] {
  const properties = (schema['properties'] ?? {}) as Readonly<Record<string, JsonSchema>>;
  return Object.entries(properties).flatMap(([name, member]): readonly Row[] => {
    const key = path === '' ? name : `${path}.${name}`;
    const items = member['items'] as JsonSchema | undefined;
    const below = items === undefined ? keysOf(member, key) : keysOf(items, `${key}[]`);
    return [[key, valuesOf(member), cell(typeof member['description'] === 'string' ? member['description'] : '')], ...below];
  });
}

/** What may stand at a key, in a few words. */
function valuesOf(schema: JsonSchema): string {
  const [first] = (schema['anyOf'] ?? []) as readonly JsonSchema[];
  if (first !== undefined) return valuesOf(first);
  const words = schema['enum'] as readonly string[] | undefined;
  if (words !== undefined) return words.map((word) => `\`${word}\``).join(', ');
  if (schema['type'] === 'array') return `list of ${valuesOf(schema['items'] as JsonSchema)}`;
  if (schema['type'] === 'object') return 'mapping';
  const least = schema['minimum'] as number | undefined;
  const type = { string: 'text', integer: 'whole number', number: 'number', boolean: 'true or false' }[String(schema['type'])] ?? 'text';
  return least === undefined ? type : `${type} from ${least}`;
}

function cell(text: string): string {
  return text.replaceAll('|', String.raw`\|`);
}
