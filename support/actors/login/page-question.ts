import type { Answers, HtmlControl, HtmlForm } from '../../protocol/html-form.js';
import type { Login } from '../../target/target.js';
import { meaningOf, meaningOfButton, meaningOfValue, type Meaning } from './button-words.js';
import type { HtmlPage } from './html-page.js';

/** What a page wants of the user. */
export type Question =
  | {
      readonly kind: 'login';
      readonly form: HtmlForm;
      readonly username?: HtmlControl;
      readonly password?: HtmlControl;
      readonly submit?: HtmlControl;
    }
  | { readonly kind: 'consent'; readonly form: HtmlForm; readonly answers: Answers; readonly approve?: HtmlControl }
  | { readonly kind: 'consent-by-link'; readonly url: string }
  /** A form that the page would send by a script, with nothing to fill in. */
  | { readonly kind: 'passing-on'; readonly form: HtmlForm }
  | { readonly kind: 'one-time-code' }
  /** Something is asked, and nothing tells which button says yes. */
  | { readonly kind: 'unclear' }
  /** The page asks nothing: here the server has stopped. */
  | { readonly kind: 'none' };

export interface Reader {
  readonly selectors: NonNullable<Login['selectors']>;
  /** The status that the page came with: an error page asks for nothing but a login. */
  readonly status: number;
  /** Whether controls outside of forms can be used as well. */
  readonly scripting?: boolean;
}

/** Tells what a page asks. */
export function questionOn(page: HtmlPage, reader: Reader): Question {
  const forms = reader.scripting === true && page.loose.controls.length > 0 ? [...page.forms, page.loose] : page.forms;
  return loginOn(page, forms, reader) ?? consentNamed(page, forms, reader) ?? (reader.status < 400 ? consentOn(forms) : { kind: 'none' });
}

function loginOn(page: HtmlPage, forms: readonly HtmlForm[], { selectors }: Reader): Question | undefined {
  const named = (selector: string | undefined): HtmlControl | undefined =>
    selector === undefined ? undefined : page.controlsAt(selector)[0];
  const [user, secret, submit] = [named(selectors.username), named(selectors.password), named(selectors.submit)];
  const holding = (control: HtmlControl | undefined): HtmlForm | undefined =>
    control && [...forms, page.loose].find(({ controls }) => controls.includes(control));
  const form = holding(secret) ?? holding(user) ?? forms.find(asksForPassword) ?? forms.find(asksForUsername);
  if (form === undefined) return forms.some(({ controls }) => controls.some(isOneTimeCode)) ? { kind: 'one-time-code' } : undefined;
  const password = secret ?? passwordsIn(form)[0];
  const username = user ?? usernameIn(form, password);
  const pressed = submit ?? submitOf(form);
  return {
    kind: 'login',
    form,
    ...(username === undefined ? {} : { username }),
    ...(password === undefined ? {} : { password }),
    ...(pressed === undefined ? {} : { submit: pressed }),
  };
}

function passwordsIn({ controls }: HtmlForm): readonly HtmlControl[] {
  return controls.filter(({ kind, autocomplete }) => kind === 'password' && autocomplete !== 'one-time-code');
}

/** Two passwords are those of somebody who registers, or changes the one he has. */
function asksForPassword(form: HtmlForm): boolean {
  return passwordsIn(form).length === 1 && !form.controls.some(({ autocomplete }) => autocomplete === 'new-password');
}

const likeUsername =
  /user|login|logon|e-?mail|identif|account|principal|benutzer|konto|nutzer|utilisateur|usuario|usuário|utente|gebruiker|käyttäjä|пользов|логин|ユーザー|用户|帐号|账号/i;
const likeOneTimeCode = /\b(?:otp|totp|mfa|2fa|one.?time|passcode|verification.?code|tan)\b/i;

function isTyped({ kind, type }: HtmlControl): boolean {
  return kind === 'text' && ['text', 'email', 'tel', ''].includes(type);
}

function isOneTimeCode(control: HtmlControl): boolean {
  if (control.autocomplete === 'one-time-code') return true;
  return (isTyped(control) || control.type === 'number' || control.kind === 'password') && likeOneTimeCode.test(wordsOf(control));
}

function isUsername(control: HtmlControl): boolean {
  if (!isTyped(control) || isOneTimeCode(control)) return false;
  return /\b(?:username|email)\b/.test(control.autocomplete) || control.type === 'email' || likeUsername.test(wordsOf(control));
}

/** A form with a field for a name and nothing else to type: the password comes on the next page. A newsletter asks so too, but not by its name. */
function asksForUsername(form: HtmlForm): boolean {
  const typed = form.controls.filter(isTyped);
  return (
    typed.length === 1 &&
    form.controls.every(({ kind }) => kind !== 'password') &&
    typed.some(isUsername) &&
    !/search|newsletter|subscri|regist|sign-?up|forgot|reset/i.test(`${form.named} ${form.action}`)
  );
}

/** The field before the password, unless another says that it is the one. */
function usernameIn({ controls }: HtmlForm, password: HtmlControl | undefined): HtmlControl | undefined {
  const telling = controls.find(isUsername);
  if (telling !== undefined || password === undefined) return telling;
  return controls.slice(0, controls.indexOf(password)).findLast(isTyped);
}

function submitOf(form: HtmlForm): HtmlControl | undefined {
  const buttons = form.controls.filter(({ kind }) => kind === 'button');
  const ranked = (wanted: readonly Meaning[]): HtmlControl | undefined =>
    buttons.find((button) => wanted.includes(meaningOfButton(button, form)));
  return ranked(['go-on']) ?? ranked(['approve']) ?? ranked([undefined]);
}

function consentNamed(page: HtmlPage, forms: readonly HtmlForm[], { selectors: { approve: selector } }: Reader): Question | undefined {
  if (selector === undefined) return undefined;
  const approve = page.controlsAt(selector)[0];
  const form = approve && [...forms, page.loose].find(({ controls }) => controls.includes(approve));
  if (approve !== undefined && form !== undefined) return { kind: 'consent', form, answers: answersTo(form), approve };
  const url = page.linkAt(selector);
  return url === undefined ? undefined : { kind: 'consent-by-link', url };
}

interface Choice {
  readonly form: HtmlForm;
  readonly button: HtmlControl | undefined;
  readonly meaning: Meaning;
}

function consentOn(all: readonly HtmlForm[]): Question {
  const forms = all.filter((form) => !leadsElsewhere(form));
  const passingOn = forms.find(({ controls }) => controls.length > 0 && controls.every(({ kind }) => kind === 'hidden'));
  const choices = forms.flatMap(choicesIn);
  const consents = (form: HtmlForm, approve: HtmlControl | undefined): Question => ({
    kind: 'consent',
    form,
    answers: answersTo(form),
    ...(approve === undefined ? {} : { approve }),
  });
  const chosen = choices.find(({ meaning }) => meaning === 'approve') ?? choices.find(({ meaning }) => meaning === 'go-on');
  if (chosen !== undefined) return consents(chosen.form, chosen.button);
  if (passingOn !== undefined) return { kind: 'passing-on', form: passingOn };
  const unknown = choices.filter(({ meaning }) => meaning === undefined);
  const [only, another] = unknown;
  if (only === undefined) return { kind: 'none' };
  return another === undefined ? consents(only.form, only.button) : { kind: 'unclear' };
}

/** Forms that belong to the site and not to the request: search, language, the way out. */
function leadsElsewhere({ controls, named, action, method }: HtmlForm): boolean {
  const typed = controls.filter(({ kind }) => kind === 'text');
  const about = `${named} ${URL.canParse(action) ? new URL(action).pathname : action}`;
  if (/search|suche|recherche|newsletter|subscri|logout|log-out|signout|sign-out|locale|language/i.test(about)) return true;
  if (typed.some(({ type, name }) => type === 'search' || /^(?:q|query|s|search)$/i.test(name))) return true;
  return method === 'GET' && controls.some(({ kind, name }) => kind === 'select' && /lang|locale|country/i.test(name));
}

function choicesIn(form: HtmlForm): readonly Choice[] {
  const buttons = form.controls.filter(({ kind }) => kind === 'button');
  if (buttons.length === 0)
    return form.controls.some(({ kind }) => kind !== 'hidden') ? [{ form, button: undefined, meaning: undefined }] : [];
  const ofForm = form.controls
    .filter(({ kind }) => kind === 'hidden')
    .map(meaningOfDecision)
    .find((meaning) => meaning !== undefined);
  return buttons.map((button) => ({ form, button, meaning: meaningOfButton(button, form) ?? ofForm }));
}

function meaningOfDecision({ name, value }: HtmlControl): Meaning {
  return /approv|consent|decision|authori|accept|allow|grant|action/i.test(name) ? meaningOfValue(value) : undefined;
}

/** Every scope is granted; what the server wants to remember of it beyond this request is left as it stands. */
function answersTo({ controls }: HtmlForm): Answers {
  const answers = new Map<HtmlControl, string | boolean>();
  for (const control of controls) {
    if (control.kind !== 'checkbox') continue;
    const aside =
      /remember|persist|newsletter|marketing|merken|souvenir|recordar/i.test(wordsOf(control)) || meaningOf(control.text) === 'deny';
    if (!aside || control.required) answers.set(control, true);
  }
  const groups = Map.groupBy(
    controls.filter(({ kind }) => kind === 'radio'),
    ({ name }) => name,
  );
  for (const group of groups.values()) {
    const meant = (control: HtmlControl): Meaning => meaningOf(control.text) ?? meaningOfValue(control.value);
    const yes =
      group.find((control) => meant(control) === 'approve') ??
      group.find(({ checked }) => checked) ??
      group.find((control) => meant(control) !== 'deny');
    for (const control of group) answers.set(control, control === yes);
  }
  return answers;
}

function wordsOf({ name, named, text }: HtmlControl): string {
  return `${name} ${named} ${text}`.replaceAll(/[-_]/g, ' ');
}
