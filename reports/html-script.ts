/** The page's only script: it filters by verdict and by word, and copies commands. The page is whole without it. */
export const script = `
(() => {
  const buttons = [...document.querySelectorAll('.tally button')];
  const search = document.querySelector('.search');
  const input = search.querySelector('input');
  const shown = document.querySelector('.shown');
  const rules = [...document.querySelectorAll('main .rule')];
  const words = new Map();
  const wordsOf = (rule) => words.get(rule) ?? (words.set(rule, rule.textContent.toLowerCase()), words.get(rule));
  const chosen = new Set();
  const apply = () => {
    const sought = input.value.trim().toLowerCase();
    let count = 0;
    for (const rule of rules) {
      rule.hidden = (chosen.size > 0 && !chosen.has(rule.dataset.standing)) || (sought !== '' && !wordsOf(rule).includes(sought));
      if (!rule.hidden) count += 1;
    }
    for (const part of document.querySelectorAll('main .part')) part.hidden = !part.querySelector('.rule:not([hidden])');
    for (const whole of document.querySelectorAll('main .document:not(#timeline)')) whole.hidden = !whole.querySelector('.part:not([hidden])');
    for (const link of document.querySelectorAll('nav li a')) {
      const goal = document.getElementById(decodeURIComponent(link.hash.slice(1)));
      link.parentElement.hidden = Boolean(goal && goal.hidden);
    }
    shown.textContent = count === rules.length ? '' : count + ' of ' + rules.length + ' rules shown';
  };
  for (const button of buttons) {
    button.disabled = false;
    button.setAttribute('aria-pressed', 'false');
    button.addEventListener('click', () => {
      const standing = button.dataset.standing;
      if (!chosen.delete(standing)) chosen.add(standing);
      button.setAttribute('aria-pressed', String(chosen.has(standing)));
      apply();
    });
  }
  search.hidden = false;
  input.addEventListener('input', apply);
  const reveal = () => {
    const goal = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!goal) return;
    if (goal.hidden || goal.closest('[hidden]')) {
      input.value = '';
      chosen.clear();
      for (const button of buttons) button.setAttribute('aria-pressed', 'false');
      apply();
    }
    const details = goal.querySelector('details');
    if (details && goal.matches('.rule')) details.open = true;
    goal.scrollIntoView();
  };
  addEventListener('hashchange', reveal);
  if (location.hash) reveal();
  const copy = async (command, button) => {
    try {
      await navigator.clipboard.writeText(command.textContent);
      button.textContent = 'Copied';
    } catch {
      getSelection().selectAllChildren(command);
      button.textContent = 'Selected';
    }
  };
  document.addEventListener('toggle', ({ target }) => {
    if (!target.open) return;
    for (const command of target.querySelectorAll(':scope > .command, :scope > .body > .command')) {
      if (command.previousElementSibling?.querySelector('button')) continue;
      const button = document.createElement('button');
      button.type = 'button';
      button.textContent = 'Copy';
      button.addEventListener('click', () => copy(command, button));
      command.previousElementSibling.append(' ', button);
    }
  }, true);
})();
`;

/** What the page's policy lets through: the SHA-256 of the script, which a test holds against it. */
export const scriptDigest = 'sha256-wwneo/Bcu1pAvZhPxTlsLKO8rxbV9Ip0xayeIlUg8Tw=';
