/** The page's style: light and dark, screen and paper. No colour says what no word says. */
export const style = `
:root { color-scheme: light dark;
  --paper: #ffffff; --ground: #f5f6f7; --ink: #1b1f24; --soft: #57606a; --line: #d9dee3; --code: #f0f2f4;
  --upheld: #1a7f37; --violated: #c3202d; --advisory: #8a5a00; --inconclusive: #7a3fb5; --noted: #1b6a86; --aside: #57606a; }
@media (prefers-color-scheme: dark) { :root {
  --paper: #15181c; --ground: #0f1114; --ink: #e6e9ec; --soft: #9aa4ae; --line: #2d333a; --code: #1f2429;
  --upheld: #4ac26b; --violated: #ff7b72; --advisory: #e3b341; --inconclusive: #c297ff; --noted: #6cc4e0; --aside: #9aa4ae; } }
* { box-sizing: border-box; }
[hidden] { display: none !important; }
html { scroll-padding-top: 1rem; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 15px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "DejaVu Sans", sans-serif; }
a { color: inherit; text-decoration-color: var(--line); text-underline-offset: 3px; }
a:hover { text-decoration-color: currentColor; }
:focus-visible { outline: 2px solid var(--noted); outline-offset: 2px; border-radius: 3px; }
code, pre, .place { font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace; font-size: .86em; }
dd, pre, code, .client, h1, h3, h4, td, .name { unicode-bidi: isolate; overflow-wrap: anywhere; }
small { color: var(--soft); font-weight: 400; }
.mark { display: inline-block; min-width: 1.05em; }
.unseen, .skip:not(:focus) { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.banner { background: var(--paper); border-bottom: 1px solid var(--line); border-top: 6px solid var(--tone); padding: 1.4rem clamp(1rem, 4vw, 3rem) 1.2rem; --tone: var(--aside); }
.banner.conformant, .banner.upheld { --tone: var(--upheld); } .banner.not-conformant, .banner.suite-error { --tone: var(--violated); } .banner.not-judged { --tone: var(--inconclusive); }
.suite { margin: 0; color: var(--soft); font-size: .87rem; letter-spacing: .02em; }
h1 { margin: .1rem 0 0; font-size: 1.9rem; line-height: 1.2; color: var(--tone); letter-spacing: -.01em; }
.sentence { margin: .2rem 0 1rem; font-size: 1.12rem; max-width: 70ch; }
.obstacle { border-left: 4px solid var(--tone); padding: .3rem .8rem; margin: 0 0 1rem; background: var(--ground); max-width: 90ch; overflow-wrap: anywhere; }
dl { margin: 0; } dl > div { display: flex; gap: .8rem; } dt { flex: 0 0 5.6rem; color: var(--soft); } dd { margin: 0; min-width: 0; }
.chips { display: flex; flex-wrap: wrap; gap: .1rem 1.1rem; list-style: none; margin: 0; padding: 0; }
.broken { list-style: none; margin: 1rem 0 0; padding: 0; } .broken li { margin: .15rem 0; padding-left: 1.4em; text-indent: -1.4em; } .broken li > * { text-indent: 0; }
.tally { display: flex; flex-wrap: wrap; gap: .6rem 1.2rem; align-items: center; margin-top: 1rem; }
.tally ul { display: flex; flex-wrap: wrap; gap: .45rem; list-style: none; margin: 0; padding: 0; }
.tally button { font: inherit; font-size: .92rem; color: var(--tone); background: none; border: 1px solid var(--line); border-radius: 999px; padding: .12rem .75rem; }
.tally button:enabled { cursor: pointer; } .tally button:enabled:hover { border-color: var(--tone); }
.tally button[aria-pressed="true"] { background: var(--tone); border-color: var(--tone); color: var(--paper); }
button { font: inherit; }
.shown { color: var(--soft); font-size: .92rem; }
.search { color: var(--soft); font-size: .92rem; }
.search input { font: inherit; color: inherit; background: var(--ground); border: 1px solid var(--line); border-radius: 6px; padding: .15rem .5rem; width: 16rem; max-width: 60vw; }
.upheld { --tone: var(--upheld); } .violated, .error { --tone: var(--violated); } .advisory, .waived { --tone: var(--advisory); }
.inconclusive { --tone: var(--inconclusive); } .noted { --tone: var(--noted); } .not-applicable { --tone: var(--aside); }
.frame { display: grid; grid-template-columns: 17rem minmax(0, 1fr); max-width: 92rem; margin: 0 auto; }
nav { position: sticky; top: 0; align-self: start; max-height: 100vh; overflow-y: auto; padding: 1.4rem .6rem 2rem clamp(1rem, 3vw, 2rem); font-size: .9rem; }
nav h2 { font-size: .9rem; margin: 1.1rem 0 .2rem; } nav h2:first-child { margin-top: 0; } nav h2 a { text-decoration: none; }
nav ul { list-style: none; margin: 0; padding: 0; } nav .rest { border-top: 1px solid var(--line); margin-top: 1rem; padding-top: .6rem; }
nav li a { display: block; padding: .1rem .4rem; border-radius: 5px; text-decoration: none; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; } nav li a:hover { background: var(--paper); }
main { padding: 1.4rem clamp(1rem, 3vw, 2rem) 3rem; min-width: 0; }
.document { margin-bottom: 2.4rem; } .document > h2 { font-size: 1.3rem; margin: 0 0 .4rem; }
.part { margin-bottom: 1.1rem; } h3 { font-size: .95rem; margin: 1rem 0 .4rem; color: var(--soft); font-weight: 600; } h3 span { color: var(--ink); margin-right: .35rem; }
article.rule { content-visibility: auto; contain-intrinsic-size: auto 2.7rem; background: var(--paper); border: 1px solid var(--line); border-left: 4px solid var(--tone); border-radius: 6px; margin: 0 0 .4rem; }
article.rule:target { outline: 2px solid var(--tone); }
summary { cursor: pointer; list-style: none; } summary::-webkit-details-marker { display: none; }
summary::before { content: ""; display: inline-block; flex: none; width: .42rem; height: .42rem; margin-right: .55rem; border: solid var(--soft); border-width: 0 1.5px 1.5px 0; transform: translateY(-.12rem) rotate(-45deg); } details[open] > summary::before { transform: translateY(-.2rem) rotate(45deg); }
article > details > summary { display: flex; align-items: baseline; gap: .8rem; padding: .42rem .8rem; } article > details > summary::before { margin-right: 0; }
.badge { flex: 0 0 7.4rem; color: var(--tone); font-weight: 600; font-size: .88rem; white-space: nowrap; } .mark { color: var(--tone); font-weight: 600; }
h4 { flex: 1 1 auto; margin: 0; font-size: .97rem; font-weight: 500; }
.violated h4, .error h4 { font-weight: 650; }
.tags { flex: none; display: flex; gap: .7rem; align-items: baseline; color: var(--soft); font-size: .85rem; }
.level { font-weight: 600; } .basis { border: 1px solid var(--line); border-radius: 4px; padding: 0 .35rem; } .count { font-variant-numeric: tabular-nums; min-width: 2.6rem; text-align: right; }
.body { padding: .1rem .8rem .8rem; border-top: 1px solid var(--line); }
.source { display: flex; flex-wrap: wrap; gap: .2rem 1.2rem; color: var(--soft); font-size: .88rem; margin: .6rem 0; }
.source .place { margin-left: 0; align-self: center; } .why { max-width: 78ch; margin: .4rem 0 .8rem; }
.scenario { border-top: 1px dashed var(--line); padding: .3rem 0; } .scenario > summary { padding: .1rem 0; display: flex; align-items: baseline; flex-wrap: wrap; column-gap: .4rem; } .scenario > summary::before { margin-right: .15rem; } .violated > summary .name, .error > summary .name { font-weight: 550; }
.client { color: var(--soft); border: 1px solid var(--line); border-radius: 4px; padding: 0 .3rem; font-size: .8rem; } .place { color: var(--soft); font-size: .78rem; margin-left: auto; }
.findings { margin: .4rem 0 .5rem 1.1rem; } .findings dt { flex-basis: 4.8rem; } .findings dd { max-width: 90ch; white-space: pre-wrap; }
.exchanges { list-style: none; margin: .3rem 0 .3rem 1.1rem; padding: 0; font-size: .92rem; } .exchanges .left { color: var(--soft); font-style: italic; }
.exchanges summary, .exchanges li:not(:has(details)) { display: grid; grid-template-columns: auto auto minmax(0, 1fr); column-gap: .5rem; align-items: baseline; padding: .12rem 0; } .exchanges li:not(:has(details)) { grid-template-columns: auto minmax(0, 1fr); } .exchanges summary::before { margin-right: 0; }
.exchanges .n { color: var(--soft); font-variant-numeric: tabular-nums; font-size: .86em; } .exchanges .came { grid-column: -2; } .exchanges .sent::before { content: "→ "; color: var(--soft); } .exchanges .came::before { content: "← "; color: var(--soft); }
.exchanges code { white-space: pre-wrap; padding-left: 1.3em; text-indent: -1.3em; } .exchanges details[open] > summary { font-weight: 600; }
h5 { font-size: .8rem; margin: .6rem 0 .15rem; color: var(--soft); } h5 button { font-size: .78rem; color: var(--ink); background: none; border: 1px solid var(--line); border-radius: 4px; padding: 0 .5rem; margin-left: .5rem; cursor: pointer; }
pre { background: var(--code); padding: .5rem .7rem; border-radius: 5px; margin: 0; white-space: pre-wrap; }
.aside { margin: 0; padding-left: 1.1rem; } .aside li { margin: .2rem 0; } .aside .level { color: var(--soft); font-size: .85rem; display: inline-block; min-width: 3.2rem; } .aside code { color: var(--soft); margin-left: .4rem; }
svg { width: 100%; max-width: 66rem; background: var(--paper); border: 1px solid var(--line); border-radius: 6px; padding: .5rem; } svg text { font-size: 11px; fill: var(--ink); } svg .tick { fill: var(--soft); }
svg .busy { fill: var(--noted); } svg .broke { fill: var(--violated); } svg .wait { fill: var(--advisory); opacity: .55; } svg line { stroke: var(--line); } .waits { font-size: .9rem; }
footer { background: var(--paper); border-top: 1px solid var(--line); padding: 1.4rem clamp(1rem, 4vw, 3rem) 2.5rem; font-size: .92rem; } footer h2 { font-size: 1.1rem; margin: 0 0 .6rem; } footer dt { flex-basis: 11rem; }
.tables { display: flex; align-items: flex-start; flex-wrap: wrap; gap: 2rem 3.5rem; margin-top: 1.2rem; } table { border-collapse: collapse; } caption { text-align: left; color: var(--soft); padding-bottom: .3rem; white-space: nowrap; } thead th { color: var(--soft); font-size: .85rem; border-top: 0; } th, td { text-align: left; padding: .2rem 1rem .2rem 0; border-top: 1px solid var(--line); font-weight: 400; vertical-align: top; }
@media (max-width: 60rem) { .frame { display: block; } nav { position: static; max-height: none; padding-bottom: 0; display: flex; flex-wrap: wrap; gap: .2rem 1rem; } nav h2 { margin: 0; } nav ul:not(.rest) { display: none; } nav .rest { display: contents; } nav .rest a { padding: 0; }
  article > details > summary { flex-wrap: wrap; gap: .1rem .8rem; } h4 { flex-basis: 100%; order: 3; } .badge { flex-basis: auto; } .tags { margin-left: auto; } .place { flex-basis: 100%; margin: 0; }
  .findings, .exchanges { margin-left: 0; } dl > div { gap: .6rem; } footer dl > div { flex-wrap: wrap; gap: 0 .6rem; } caption { white-space: normal; } .tables { overflow-x: auto; } }
@media print {
  :root { --paper: #fff; --ground: #fff; --ink: #000; --soft: #444; --line: #bbb; --code: #f4f4f4; --upheld: #14642c; --violated: #a5121f; --advisory: #6f4800; --inconclusive: #5b2a8c; --noted: #14536a; --aside: #444; }
  @page { margin: 14mm 12mm; } html { font-size: 12.5px; } body { font-size: 9.5pt; } .scenario .place { flex-basis: auto; margin-left: auto; } .banner, main, footer { padding-left: 0; padding-right: 0; } nav, .search, .shown, .skip, h5 button { display: none !important; } .frame { display: block; }
  article.rule { content-visibility: visible; break-inside: auto; border-width: 0 0 1px 3px; border-radius: 0; margin: 0; } article > details > summary { break-after: avoid; flex-wrap: nowrap; padding: .2rem .6rem; } h4 { flex: 1 1 auto; order: 0; } .badge { flex: 0 0 6.6rem; } h2, h3 { break-after: avoid; } tr, .findings, svg { break-inside: avoid; }
  summary::before, article > details > summary::before { display: none; } .exchanges summary { grid-template-columns: auto minmax(0, 1fr); }
  article.violated > details::details-content, article.error > details::details-content, .scenario.violated::details-content, .scenario.error::details-content { content-visibility: visible; block-size: auto; }
}
`;

/** What the page's policy lets through: the SHA-256 of the style, which a test holds against it. */
export const styleDigest = 'sha256-Gjvxb6dOxCY2fMpnbnHZMQB1Ctg/9wyWxMEzVxLwkQ8=';
