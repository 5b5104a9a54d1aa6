import type { DecodedField } from './form.js';

/** A form as a page shows it. */
export interface HtmlForm {
  readonly method: 'GET' | 'POST';
  /** Absolute; that of the page where the form names none. */
  readonly action: string;
  readonly enctype: 'application/x-www-form-urlencoded' | 'multipart/form-data';
  /** Names that the page's author gave the form: id, name, class. */
  readonly named: string;
  readonly controls: readonly HtmlControl[];
}

/** One thing in a form that is filled in, chosen or pressed; in the order of the page, those that are disabled left out. */
export interface HtmlControl {
  readonly kind: 'text' | 'password' | 'hidden' | 'checkbox' | 'radio' | 'select' | 'button';
  /** Of an input, in small letters. */
  readonly type: string;
  readonly name: string;
  /** What is filled in, or sent where the control is chosen. */
  readonly value: string;
  /** What the user reads: the label, or the text of a button. */
  readonly text: string;
  /** Names that the page's author gave the control: id, class, title. */
  readonly named: string;
  readonly autocomplete: string;
  readonly checked: boolean;
  readonly required: boolean;
  /** Where a button sends its form, if elsewhere; absolute. */
  readonly formAction?: string;
  readonly formMethod?: 'GET' | 'POST';
  /** Counted from 0 over all controls of the page, disabled or not. */
  readonly place: number;
}

/** What the user has typed and chosen: a text, or whether a box is ticked. */
export type Answers = ReadonlyMap<HtmlControl, string | boolean>;

/** The fields that a form sends, with the button that was pressed, if any (HTML Standard, constructing the entry list). */
export function entriesOf({ controls }: HtmlForm, answers: Answers = new Map(), pressed?: HtmlControl): DecodedField[] {
  return controls.flatMap((control): DecodedField[] => {
    const { kind, type, name, value } = control;
    const answer = answers.get(control);
    if (kind === 'button') {
      if (control !== pressed) return [];
      if (type === 'image') return ['x', 'y'].map((axis) => [name === '' ? axis : `${name}.${axis}`, '0']);
      return name === '' ? [] : [[name, value]];
    }
    if (name === '') return [];
    if (kind === 'checkbox' || kind === 'radio') return (answer ?? control.checked) ? [[name, value]] : [];
    return [[name, typeof answer === 'string' ? answer : value]];
  });
}
