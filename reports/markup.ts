import { html as escaped } from './escape.js';

/** A piece of HTML in which everything that was put in is escaped: the only way to make one is the template `markup`. */
export interface Markup {
  readonly html: string;
}

type Part = string | number | Markup | readonly Markup[] | undefined;

/** A template of HTML. Text put in is escaped, pieces of markup stand as they are, `undefined` is nothing. */
// Strings are added, not joined: a page of megabytes would be copied once for each level of its elements.
export function markup(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  let html = '';
  strings.forEach((text, index) => (html += text + rendered(parts[index])));
  return { html };
}

/** Text that a line may be broken in before an ampersand, as forms and queries are divided. */
export function breakable(text: string): Markup {
  return { html: text.split('&').map(escaped).join('<wbr>&amp;') };
}

/** Our own style and script, which are not escaped. Never for anything that was read. */
export function verbatim(text: string): Markup {
  return { html: text };
}

function rendered(part: Part): string {
  if (part === undefined) return '';
  if (typeof part === 'string') return escaped(part);
  if (typeof part === 'number') return String(part);
  return 'html' in part ? part.html : part.reduce((html, piece) => html + piece.html, '');
}
