import type { ChildNode, Element, ParentNode } from 'domhandler';

/** An element, and what of that around it says something about it. */
export interface PlacedElement {
  readonly element: Element;
  /** The form it stands in: the outermost, as browsers pass over the tag of a form within a form. */
  readonly form: Element | undefined;
  readonly label: Element | undefined;
  readonly disabled: boolean;
}

/** The elements of a page in their order, those within the elements named in `skipped` left out. */
export function elementsOf(page: ParentNode, skipped: ReadonlySet<string>): PlacedElement[] {
  const found: PlacedElement[] = [];
  const nobody = { form: undefined, label: undefined, disabled: false };
  // Hostile nesting is deeper than a stack: what is still to be read waits in a list.
  const waiting: { node: ChildNode; around: Omit<PlacedElement, 'element'> }[] = [];
  const enter = (parent: ParentNode, around: Omit<PlacedElement, 'element'>): void => {
    for (let node = parent.lastChild; node !== null; node = node.prev) waiting.push({ node, around });
  };
  enter(page, nobody);
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { node, around } = next;
    if (!isElement(node)) continue;
    const off = node.attribs['disabled'] !== undefined;
    found.push({ element: node, ...around, disabled: around.disabled || off });
    if (skipped.has(node.name)) continue;
    enter(node, {
      form: around.form ?? (node.name === 'form' ? node : undefined),
      label: node.name === 'label' ? node : around.label,
      disabled: around.disabled || (off && node.name === 'fieldset'),
    });
  }
  return found;
}

/** A form that was cut off, by the end of a table say, goes on for browsers until its end tag: what stands there is in it. */
export function inOpenForms(elements: readonly PlacedElement[], html: string): readonly PlacedElement[] {
  let open: { readonly form: Element; readonly until: number } | undefined;
  return elements.map((placed) => {
    const { element, form } = placed;
    if (element.name === 'form' && form === undefined) {
      const end = (element.endIndex ?? html.length) + 1;
      const next = html.indexOf('</form', end);
      open = html.startsWith('</form', html.lastIndexOf('<', end - 1))
        ? undefined
        : { form: element, until: next < 0 ? html.length : next };
      return placed;
    }
    return form === undefined && open !== undefined && (element.startIndex ?? 0) < open.until ? { ...placed, form: open.form } : placed;
  });
}

function isElement(node: ChildNode): node is Element {
  return 'attribs' in node;
}

export function attribute(element: Element | undefined, name: string): string | undefined {
  return element?.attribs[name];
}

/** Nodes of an element that are read for its text: more is no label and no button. */
const mostNodes = 200;

/** The text that a reader sees, white space run together. */
export function textOf(element: Element): string {
  const parts: string[] = [];
  let node: ChildNode | null = element.firstChild;
  for (let read = 0; node !== null && read < mostNodes; read += 1) {
    if ('data' in node && node.nodeType === 3) parts.push(node.data);
    const inside: boolean = isElement(node) && node.name !== 'script' && node.name !== 'style';
    if (inside && isElement(node) && node.name === 'img') parts.push(` ${node.attribs['alt'] ?? ''} `);
    node = (inside && isElement(node) ? node.firstChild : null) ?? following(node, element);
  }
  return parts.join('').replace(/\s+/g, ' ').trim();
}

export function ariaText({ attribs }: Element): string {
  return (attribs['aria-label'] ?? attribs['title'] ?? attribs['placeholder'] ?? '').trim();
}

/** The values of some attributes, one after another. */
export function words({ attribs }: Element, names: readonly string[]): string {
  return names.flatMap((name) => attribs[name] ?? []).join(' ');
}

/** The node after this one and all within it, up to the end of `whole`. */
function following(node: ChildNode, whole: Element): ChildNode | null {
  for (let at: ChildNode = node; at !== whole;) {
    if (at.next !== null) return at.next;
    const { parent } = at;
    if (parent === null || parent === whole || !('next' in parent)) return null;
    at = parent;
  }
  return null;
}
