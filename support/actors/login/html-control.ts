import type { Element } from 'domhandler';
import type { HtmlControl } from '../../protocol/html-form.js';
import { ariaText, attribute, elementsOf, textOf, words } from './html-element.js';

/** Where a page stands, and what its relative addresses are relative to. */
export interface Place {
  readonly url: string;
  readonly base: string;
}

/** What a browser finds the controls of a page by, in the order that `place` counts. */
export const controlSelector = 'input, button, select, textarea, [role="button"]';

export function isControl({ name, attribs }: Element): boolean {
  return ['input', 'button', 'select', 'textarea'].includes(name) || attribs['role'] === 'button';
}

export interface Surroundings {
  readonly place: Place;
  readonly nth: number;
  readonly label: Element | undefined;
  readonly inForm: boolean;
  readonly scripting: boolean;
}

/** Undefined for a control that no form is sent by and nothing is typed into. */
export function controlOf(element: Element, { place, nth, label, inForm, scripting }: Surroundings): HtmlControl | undefined {
  const type = (attribute(element, 'type') ?? (element.name === 'button' ? 'submit' : 'text')).trim().toLowerCase();
  const kind = kindOf(element, type, inForm && !scripting);
  if (kind === undefined) return undefined;
  const value = valueOf(element, kind);
  const formAction = attribute(element, 'formaction');
  const formMethod = attribute(element, 'formmethod')?.trim().toUpperCase();
  return {
    kind,
    type,
    name: attribute(element, 'name') ?? '',
    value,
    text: kind === 'button' ? buttonText(element, type, value) : ((label && textOf(label)) ?? ariaText(element)),
    named: words(element, ['id', 'class', 'title', 'data-testid']),
    autocomplete: (attribute(element, 'autocomplete') ?? '').trim().toLowerCase(),
    checked: element.attribs['checked'] !== undefined,
    required: element.attribs['required'] !== undefined,
    ...(formAction ? { formAction: actionOf(formAction, place) } : {}),
    ...(formMethod === 'POST' || formMethod === 'GET' ? { formMethod } : {}),
    place: nth,
  };
}

/** An empty action is the page itself; what stands behind `#` is not sent. */
export function actionOf(action: string | undefined, { url, base }: Place): string {
  const bare = action?.trim() ?? '';
  if (bare === '') return url;
  return URL.canParse(bare, base) ? new URL(bare, base).href : bare;
}

/** A button that resets sends nothing, nor does one that runs a script where none run; one in no form is there for a script. */
function kindOf({ name, attribs }: Element, type: string, onlyForms: boolean): HtmlControl['kind'] | undefined {
  if (name === 'select') return 'select';
  if (name === 'textarea') return 'text';
  if (name === 'button' || attribs['role'] === 'button' || ['submit', 'image', 'button', 'reset'].includes(type))
    return type === 'reset' || (type === 'button' && onlyForms) ? undefined : 'button';
  if (type === 'file') return undefined;
  return type === 'password' || type === 'hidden' || type === 'checkbox' || type === 'radio' ? type : 'text';
}

function valueOf(element: Element, kind: HtmlControl['kind']): string {
  if (element.name === 'textarea') return textOf(element);
  if (kind !== 'select') return attribute(element, 'value') ?? (kind === 'checkbox' || kind === 'radio' ? 'on' : '');
  const options = elementsOf(element, new Set()).filter((placed) => placed.element.name === 'option');
  const option = (options.find(({ element: { attribs } }) => attribs['selected'] !== undefined) ?? options[0])?.element;
  return option === undefined ? '' : (attribute(option, 'value') ?? textOf(option));
}

function buttonText(element: Element, type: string, value: string): string {
  const own = element.name !== 'input' ? textOf(element) : type === 'image' ? (attribute(element, 'alt') ?? '') : value;
  return own === '' ? ariaText(element) : own;
}
