import type { Element } from 'domhandler';
import type { HtmlControl, HtmlForm } from '../../protocol/html-form.js';
import { attribute, elementsOf, inOpenForms, textOf, words, type PlacedElement } from './html-element.js';
import { actionOf, controlOf, isControl, type Place } from './html-control.js';

/** A page of a server, as a browser would read it. */
export interface HtmlPage {
  readonly url: string;
  readonly forms: readonly HtmlForm[];
  /** Controls that stand in no form: only a script can do something with them. */
  readonly loose: HtmlForm;
  /** Where the page sends the browser by itself, and after how many seconds. */
  readonly refresh?: Refresh;
  /** What the page says of an error, in its own words; empty where it marks none. */
  readonly complaint: string;
  readonly runsScripts: boolean;
  /** The controls that a CSS selector names. */
  controlsAt(selector: string): readonly HtmlControl[];
  /** Where the first link leads that a CSS selector names. */
  linkAt(selector: string): string | undefined;
}

export interface Refresh {
  readonly seconds: number;
  /** Absolute. */
  readonly url: string;
}

export interface PageSource {
  readonly url: string;
  readonly html: string;
  /** Whether scripts have run: what stands in `noscript` is then not part of the page. */
  readonly scripting?: boolean;
}

/** Characters of a page that are read. */
const mostHtml = 512 * 1024;

/** Reads a page, whatever it is; the parser is loaded when it is first needed. Throws only for a wrong selector. */
export async function readPage({ url, html, scripting = false }: PageSource): Promise<HtmlPage> {
  const [{ parseDocument }, { selectAll, selectOne }] = await Promise.all([import('htmlparser2'), import('css-select')]);
  const text = html.slice(0, mostHtml);
  const document = parseDocument(text, { decodeEntities: true, withStartIndices: true, withEndIndices: true });
  const skipped = new Set(['template', 'script', 'style', ...(scripting ? ['noscript'] : [])]);
  const elements = inOpenForms(elementsOf(document, skipped), text.replaceAll(/<\/form/gi, '</form'));
  const based = elements.find(({ element }) => element.name === 'base' && element.attribs['href'] !== undefined);
  const place = { url, base: absolute(attribute(based?.element, 'href'), url) ?? url };
  const { forms, loose, controls } = formsOf(elements, place, scripting);
  const refresh = elements.find(
    ({ element: { name, attribs } }) => name === 'meta' && /^\s*refresh\s*$/i.test(attribs['http-equiv'] ?? ''),
  );
  const sentOn = refreshOf(attribute(refresh?.element, 'content'), place.base);
  return {
    url,
    forms,
    loose,
    ...(sentOn === undefined ? {} : { refresh: sentOn }),
    complaint: complaintIn(elements),
    runsScripts: elements.some(({ element }) => element.name === 'script'),
    controlsAt: (selector) => selectAll(selector, document.children).flatMap((element) => controls.get(element as Element) ?? []),
    linkAt: (selector) => absolute(attribute(selectOne(selector, document.children) ?? undefined, 'href'), place.base),
  };
}

/** Reads `5; url=/there`, as `meta` and the header field Refresh say it. */
export function refreshOf(content: string | undefined, base: string): Refresh | undefined {
  const [, seconds, , there] = /^\s*(\d{1,9})(?:\.\d*)?\s*[;,]\s*(?:url\s*=\s*)?(["']?)(.+?)\2\s*$/is.exec(content ?? '') ?? [];
  const url = absolute(there, base);
  return seconds === undefined || url === undefined ? undefined : { seconds: Number(seconds), url };
}

interface Forms {
  readonly forms: readonly HtmlForm[];
  readonly loose: HtmlForm;
  readonly controls: ReadonlyMap<Element, HtmlControl>;
}

function formsOf(elements: readonly PlacedElement[], place: Place, scripting: boolean): Forms {
  const labels = new Map(
    elements.filter(({ element }) => element.name === 'label').map(({ element }) => [element.attribs['for'], element]),
  );
  const byId = new Map(elements.filter(({ element }) => element.name === 'form').map(({ element }) => [element.attribs['id'], element]));
  const controls = new Map<Element, HtmlControl>();
  const owned = new Map<Element | undefined, HtmlControl[]>();
  elements
    .filter(({ element }) => isControl(element))
    .forEach((placed, nth) => {
      const { element, disabled } = placed;
      const id = attribute(element, 'form');
      const owner = id === undefined ? placed.form : byId.get(id);
      const label = labels.get(attribute(element, 'id') ?? '') ?? placed.label;
      const control = disabled ? undefined : controlOf(element, { place, nth, label, inForm: owner !== undefined, scripting });
      if (control === undefined) return;
      controls.set(element, control);
      const others = owned.get(owner);
      if (others === undefined) owned.set(owner, [control]);
      else others.push(control);
    });
  const forms = elements
    .filter(({ element, form }) => element.name === 'form' && form === undefined)
    .map(({ element }) => formOf(element, owned.get(element) ?? [], place));
  return { forms, loose: { ...nowhere, action: place.url, controls: owned.get(undefined) ?? [] }, controls };
}

const nowhere: HtmlForm = { method: 'GET', action: '', enctype: 'application/x-www-form-urlencoded', named: '', controls: [] };

function formOf(element: Element, controls: readonly HtmlControl[], place: Place): HtmlForm {
  return {
    method: attribute(element, 'method')?.trim().toUpperCase() === 'POST' ? 'POST' : 'GET',
    action: actionOf(attribute(element, 'action'), place),
    enctype: /multipart/i.test(attribute(element, 'enctype') ?? '') ? 'multipart/form-data' : 'application/x-www-form-urlencoded',
    named: words(element, ['id', 'name', 'class']),
    controls,
  };
}

const mostComplaint = 160;

function complaintIn(elements: readonly PlacedElement[]): string {
  const isMarked = ({ element: { attribs } }: PlacedElement): boolean =>
    attribs['role'] === 'alert' || /\b(?:error|errors|alert|invalid|danger)\b/i.test((attribs['class'] ?? '').replaceAll(/[-_]/g, ' '));
  const said =
    elements
      .filter(isMarked)
      .slice(0, 20)
      .map(({ element }) => textOf(element))
      .find((text) => text !== '') ?? '';
  return said.length > mostComplaint ? `${said.slice(0, mostComplaint)}…` : said;
}

function absolute(url: string | undefined, base: string): string | undefined {
  return url !== undefined && URL.canParse(url.trim(), base) ? new URL(url.trim(), base).href : undefined;
}
