import { visible } from './terminal.js';

/** Text of unknown origin as XML 1.0 character data or attribute value: only legal characters, nothing that is markup. */
export function xml(text: string): string {
  return marked(visible(text, '\n\t'));
}

/** An XML attribute value on one line. */
export function xmlAttribute(text: string): string {
  return marked(visible(text));
}

/** The same for HTML, in an element or in a quoted attribute; characters that reorder or hide are shown as escapes. */
export const html = xml;

function marked(text: string): string {
  return text.replace(/[&<>"'`]/g, (character) => entities[character] ?? character);
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;', '`': '&#96;' };

/** Text of unknown origin within a line of Markdown: no markup, no link, no cell of a table, no HTML, nobody mentioned. */
export function markdown(text: string): string {
  return visible(text)
    .replace(/[\\`*_{}[\]()#+!|~<>&$:@-]/g, (character) => entities[character] ?? `\\${character}`)
    .replace(/\b(www)\./gi, '$1\\.');
}

/** Text of unknown origin as a Markdown code span; a backtick within is shown as an apostrophe. */
export function codeSpan(text: string): string {
  const shown = visible(text).replaceAll('`', "'").replaceAll('|', '\\|').trim();
  return shown === '' ? '' : `\`${shown}\``;
}
