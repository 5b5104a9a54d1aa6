/** What the user sees. Everything that comes from outside is escaped. */
export interface PageOf {
  readonly uid: string;
  readonly csrf: string;
}

export function loginPage({ uid, csrf }: PageOf, complaint = ''): string {
  return page(
    'Sign in',
    `${complaint === '' ? '' : `<p role="alert">${escaped(complaint)}</p>`}
    <form method="post" action="/interaction/${escaped(uid)}/login">
      <input type="hidden" name="csrf" value="${escaped(csrf)}">
      <label>Name <input name="login" autocomplete="username" required></label>
      <label>Password <input name="password" type="password" autocomplete="current-password" required></label>
      <label><input type="checkbox" name="remember" value="yes"> Keep me signed in</label>
      <button>Sign in</button>
    </form>`,
  );
}

/** The button that says no comes first. */
export function consentPage({ uid, csrf }: PageOf, client: string, scopes: readonly string[]): string {
  const boxes = scopes.map((scope) => `<label><input type="checkbox" name="scope" value="${escaped(scope)}"> ${escaped(scope)}</label>`);
  return page(
    'Consent',
    `<p>${escaped(client)} would like to have:</p>
    <form method="post" action="/interaction/${escaped(uid)}/consent">
      <input type="hidden" name="csrf" value="${escaped(csrf)}">
      ${boxes.join('\n      ')}
      <button name="decision" value="deny">Cancel</button>
      <button name="decision" value="allow">Allow</button>
    </form>`,
  );
}

export function page(title: string, body: string): string {
  return `<!doctype html>
<html lang="en">
  <head><meta charset="utf-8"><title>${escaped(title)}</title></head>
  <body>
    <h1>${escaped(title)}</h1>
    ${body}
  </body>
</html>`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
