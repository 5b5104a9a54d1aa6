// A login module (login: { driver: module, module: ./sign-in.mjs }): it goes the way of a user by fetch, and keeps the session.

/** Name and value of cookies by path; they outlive a call, so that the login is made once. */
const cookies = new Map();

/**
 * @param {string} authorizationUrl
 * @param {{ username: string, password: string, signal: AbortSignal }} how
 * @returns the address at the client, or the page on which the server has stopped
 */
export default async function signIn(authorizationUrl, { username, password, signal }) {
  const { origin } = new URL(authorizationUrl);
  let answer = await visit(authorizationUrl, { signal });
  for (let step = 0; step < 20; step += 1) {
    const location = answer.headers.get('location');
    if (location !== null) {
      const next = new URL(location, answer.url);
      if (next.origin !== origin) return next.href;
      answer = await visit(next.href, { signal });
      continue;
    }
    const page = await answer.text();
    const form = formOf(page);
    if (form === undefined) return { url: answer.url, status: answer.status, body: page };
    const fields = form.action.endsWith('/login')
      ? { csrf: form.csrf, login: username, password }
      : { csrf: form.csrf, decision: 'allow', scope: form.scopes };
    const body = new URLSearchParams(Object.entries(fields).flatMap(([name, value]) => [value].flat().map((one) => [name, one])));
    answer = await visit(new URL(form.action, answer.url).href, { method: 'POST', body, signal });
  }
  throw new Error('twenty steps did not lead to the client');
}

async function visit(url, options) {
  const { pathname } = new URL(url);
  const cookie = [...cookies].flatMap(([key, value]) => {
    const [path, name] = key.split(' ');
    return pathname.startsWith(path) ? [`${name}=${value}`] : [];
  });
  const answer = await fetch(url, { ...options, redirect: 'manual', headers: { accept: 'text/html', cookie: cookie.join('; ') } });
  for (const line of answer.headers.getSetCookie()) {
    const [, name, value] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
    const [, path = '/'] = /;\s*path=([^;]*)/i.exec(line) ?? [];
    if (value === '' || /expires=Thu, 01 Jan 1970/i.test(line)) cookies.delete(`${path} ${name}`);
    else cookies.set(`${path} ${name}`, value);
  }
  return answer;
}

function formOf(page) {
  const [, action] = /<form method="post" action="([^"]+)"/.exec(page) ?? [];
  const [, csrf] = /name="csrf" value="([^"]+)"/.exec(page) ?? [];
  const scopes = [...page.matchAll(/name="scope" value="([^"]+)"/g)].map(([, scope]) => scope);
  return action === undefined ? undefined : { action, csrf, scopes };
}
