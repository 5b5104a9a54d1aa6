import { entriesOf, type HtmlForm } from '../protocol/html-form.js';
import { grantedIn } from './response-parameters.js';

/** Where a response of the authorization endpoint holds an access token: in its redirect, or in a form to be sent on; undefined where it holds none. */
export function accessTokenIn({ url, forms }: { readonly url?: string; readonly forms: readonly HtmlForm[] }): string | undefined {
  if (url !== undefined && grantedIn(url).includes('access_token')) return 'a redirect that carries an access_token';
  const inForm = forms.some((form) => entriesOf(form).some(([name, value]) => name === 'access_token' && value !== ''));
  return inForm ? 'a page whose form carries an access_token' : undefined;
}
