import type { DecodedField } from './form.js';

/** A form as a page shows it: what its submission sends if nobody touches a thing. */
export interface HtmlForm {
  readonly method: 'GET' | 'POST';
  /** As it stands in the page; empty where the form is sent to the page's own address. */
  readonly action: string;
  /** What is filled in already, hidden or not. */
  readonly fields: readonly DecodedField[];
  readonly buttons: readonly HtmlButton[];
  /** Whether somebody has to type something that nobody else knows. */
  readonly asksForPassword: boolean;
}

export interface HtmlButton {
  readonly name: string;
  readonly value: string;
  readonly text: string;
}

/** The forms of a page, in their order. Never throws: what cannot be read is left out. */
export function htmlForms(page: string): readonly HtmlForm[] {
  return [...page.matchAll(/<form\b([^>]*)>(.*?)(?:<\/form\s*>|$)/gis)].map(([, attributes = '', content = '']) => {
    const form = attributesIn(attributes);
    const inputs = [...content.matchAll(/<input\b([^>]*)>/gi)].map(([, text = '']) => attributesIn(text));
    const isButton = ({ type = 'text' }: Attributes): boolean => /^(?:submit|image|button|reset)$/i.test(type);
    const isLeftOut = ({ type = 'text', checked }: Attributes): boolean => /^(?:checkbox|radio)$/i.test(type) && checked === undefined;
    return {
      method: form['method']?.toUpperCase() === 'POST' ? 'POST' : 'GET',
      action: form['action'] ?? '',
      fields: inputs
        .filter((input) => !isButton(input) && !isLeftOut(input))
        .flatMap(({ name, value = '' }) => (name ? [[name, value] as const] : [])),
      buttons: [...inputs.filter(isButton).map((input) => button(input, input['value'] ?? '')), ...buttonsIn(content)],
      asksForPassword: inputs.some(({ type }) => type?.toLowerCase() === 'password'),
    };
  });
}

type Attributes = Readonly<Record<string, string>>;

function buttonsIn(content: string): HtmlButton[] {
  return [...content.matchAll(/<button\b([^>]*)>(.*?)<\/button\s*>/gis)].map(([, attributes = '', text = '']) =>
    button(
      attributesIn(attributes),
      decoded(text.replace(/<[^>]*>/g, ' '))
        .replace(/\s+/g, ' ')
        .trim(),
    ),
  );
}

function button({ name = '', value = '' }: Attributes, text: string): HtmlButton {
  return { name, value, text };
}

function attributesIn(text: string): Attributes {
  const pairs = [...text.matchAll(/([^\s=/"'<>]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>]+)))?/g)];
  return Object.fromEntries(
    pairs.map(([, name = '', double, single, bare]) => [name.toLowerCase(), decoded(double ?? single ?? bare ?? '')]),
  );
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' };

function decoded(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]+));/gi, (whole, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return entities[name.toLowerCase()] ?? whole;
    const point = decimal === undefined ? parseInt(hex ?? '', 16) : Number(decimal);
    return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
  });
}
