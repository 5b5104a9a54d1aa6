import { decodedText, type FormField, type FormText } from '../protocol/form.js';
import type { RequestDraft } from '../wire/draft.js';

/** One thing done otherwise than the well-formed request does it. */
export type Change = (draft: RequestDraft) => RequestDraft;
export type FieldValue = FormText;

/** Applies the changes in their order. */
export function changed(draft: RequestDraft, ...changes: readonly Change[]): RequestDraft {
  return changes.reduce((current, change) => change(current), draft);
}

export function without(name: string): Change {
  return onParameters((fields) => fields.filter(([key]) => key !== name));
}

/** Gives the parameter this value, in its place, or at the end where it was absent. */
export function withParameter(name: string, value: FieldValue): Change {
  return onParameters((fields) =>
    fields.some(([key]) => key === name) ? fields.map((field) => (field[0] === name ? [name, value] : field)) : [...fields, [name, value]],
  );
}

/** Adds the parameter once more, whatever is there already; `before` puts the new one first. */
export function withParameterRepeated(name: string, value: FieldValue, place: 'before' | 'after' = 'after'): Change {
  return onParameters((fields) => (place === 'before' ? [[name, value], ...fields] : [...fields, [name, value]]));
}

/** Says the parameter twice, with one value. */
export function withParameterTwice(name: string): Change {
  return onParameters((fields) => [...fields, ...fields.filter(([key]) => key === name)]);
}

/** Puts one more field in this place, counted from 0; behind the last where the place is further. */
export function withFieldAt(place: number, field: FormField): Change {
  return onParameters((fields) => fields.toSpliced(place, 0, field));
}

export function inReverseOrder(): Change {
  return onParameters((fields) => fields.toReversed());
}

/** Calls the parameter by another name. */
export function renamed(name: string, to: FormText): Change {
  return onParameters((fields) => fields.map((field) => (field[0] === name ? [to, field[1]] : field)));
}

/** Says the value of the parameter otherwise: altered, or only written another way. */
export function rewritten(name: string, rewrite: (value: string) => FieldValue): Change {
  return onParameters((fields) => fields.map((field) => (field[0] === name ? [name, rewrite(decodedText(field[1]))] : field)));
}

/** A header field as it stands in a message: `Name: value`. */
export function withHeaderField(field: string): Change {
  const [name = '', ...value] = field.split(': ');
  return withHeader(name.toLowerCase(), value.join(': '));
}

export function withHeader(name: string, value: string): Change {
  return (draft) => ({ ...draft, headers: { ...draft.headers, [name]: value } });
}

export function withoutHeader(name: string): Change {
  return (draft) => ({ ...draft, headers: Object.fromEntries(Object.entries(draft.headers).filter(([key]) => key !== name)) });
}

/** Sends the same fields by another HTTP method; without a body where the method has none. */
export function byMethod(method: string): Change {
  return (draft) => {
    if (method !== 'GET' && method !== 'HEAD') return { ...draft, method };
    const { form = [], contentType: _dropped, ...rest } = draft;
    return { ...rest, form: undefined, method, query: [...(draft.query ?? []), ...form] };
  };
}

/** Sends it once, though the server may put it off. */
export function once(): Change {
  return (draft) => ({ ...draft, once: true });
}

/** Sends what stands in the query as a form. */
export function asForm(): Change {
  return ({ query = [], ...draft }) => ({ ...draft, method: 'POST', form: query });
}

/** Moves the named form fields, or all of them, into the query of the request. */
export function inQuery(names?: readonly string[]): Change {
  return (draft) => {
    const moved = (draft.form ?? []).filter(([name]) => names === undefined || names.includes(decodedText(name)));
    return { ...draft, form: (draft.form ?? []).filter((field) => !moved.includes(field)), query: [...(draft.query ?? []), ...moved] };
  };
}

/** Says the same fields in another media type; an empty name sends no Content-Type at all. */
export function asMediaType(mediaType: string): Change {
  return (draft) => {
    const fields = (draft.form ?? []).map(([name, value]) => [decodedText(name), decodedText(value)] as const);
    const boundary = 'pkce-conformance-boundary';
    const essence = mediaType.split(';')[0]?.trim().toLowerCase();
    if (essence === 'application/json')
      return { ...draft, form: undefined, body: JSON.stringify(Object.fromEntries(fields)), contentType: mediaType };
    if (essence === 'multipart/form-data') {
      const parts = fields.map(([name, value]) => `--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`);
      return { ...draft, form: undefined, body: `${parts.join('')}--${boundary}--\r\n`, contentType: `${mediaType}; boundary=${boundary}` };
    }
    return { ...draft, contentType: mediaType };
  };
}

function onParameters(edit: (fields: readonly FormField[]) => readonly FormField[]): Change {
  return (draft) => (draft.form ? { ...draft, form: edit(draft.form) } : { ...draft, query: edit(draft.query ?? []) });
}

/** Sends the same fields by another HTTP method, in its body or in its query, whatever the method is made for. */
export function byMethodIn(method: string, place: string): Change {
  return (draft) => ({ ...(place === 'query' ? inQuery()(draft) : draft), method });
}
