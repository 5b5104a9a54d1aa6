/** The page's only script: it filters by verdict and by word. The page is whole without it. */
export const script = `
(() => {
  const buttons = [...document.querySelectorAll('.tally button')];
  const search = document.querySelector('.search');
  const input = search.querySelector('input');
  const rules = [...document.querySelectorAll('main .rule')];
  const words = new Map(rules.map((rule) => [rule, rule.textContent.toLowerCase()]));
  const chosen = new Set();
  const apply = () => {
    const sought = input.value.trim().toLowerCase();
    for (const rule of rules) rule.hidden = (chosen.size > 0 && !chosen.has(rule.dataset.standing)) || (sought !== '' && !words.get(rule).includes(sought));
    for (const part of document.querySelectorAll('main .part')) part.hidden = !part.querySelector('.rule:not([hidden])');
    for (const whole of document.querySelectorAll('main .document:not(#timeline)')) whole.hidden = !whole.querySelector('.part:not([hidden])');
    for (const link of document.querySelectorAll('nav li a')) {
      const goal = document.getElementById(decodeURIComponent(link.hash.slice(1)));
      link.parentElement.hidden = Boolean(goal && goal.hidden);
    }
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
    const details = goal && goal.querySelector('details');
    if (details && goal.matches('.rule')) details.open = true;
  };
  addEventListener('hashchange', reveal);
  reveal();
})();
`;

/** What the page's policy lets through: the SHA-256 of the script, which a test holds against it. */
export const scriptDigest = 'sha256-98APjbTlUczLmtnxeWrUKj72aTYMOAeMZSvLEzD8/+g=';
