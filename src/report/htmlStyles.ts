// How the page of a report looks: the reader's own fonts, colours for light and dark that keep their
// contrast, nothing fetched.

export const styles = `
:root {
  --text: #1b2733; --dim: #55636f; --page: #fff; --panel: #f4f6f8; --line: #d5dbe1; --link: #0b5cad; --mark: #ffe08a;
  --error: #b3261e; --warning: #8a5300; --information: #0b5cad; --hint: #55636f;
}
@media (prefers-color-scheme: dark) {
  :root {
    --text: #dfe6ec; --dim: #9fb0be; --page: #12181e; --panel: #1b242c; --line: #33404c; --link: #7cb8f2; --mark: #66510f;
    --error: #ff9c94; --warning: #f0b95a; --information: #7cb8f2; --hint: #9fb0be;
  }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--text); font: 1rem/1.5 system-ui, sans-serif; }
main { max-width: 62rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; }
h1 { font-size: 1.6rem; margin: 0 0 .5rem; }
h2 { font-size: 1.15rem; margin: 0 0 .25rem; overflow-wrap: anywhere; }
p { margin: .25rem 0; overflow-wrap: anywhere; }
a { color: var(--link); }
code, pre, .place { font-family: ui-monospace, Consolas, monospace; font-size: .9em; }
nav, section { margin-top: 1.5rem; padding-top: 1rem; border-top: 1px solid var(--line); }
nav ol { margin: .5rem 0 0; padding-left: 1.5rem; }
.lead { font-size: 1.1rem; }
.place { color: var(--dim); overflow-wrap: anywhere; }
.severity { font: 600 .8rem system-ui, sans-serif; color: var(--hint); }
.severity.error { color: var(--error); }
.severity.warning { color: var(--warning); }
.severity.information { color: var(--information); }
pre { margin: .5rem 0; padding: .5rem .75rem; background: var(--panel); border: 1px solid var(--line); overflow-x: auto; }
pre code { font-size: 1em; }
.number { display: inline-block; min-width: 2.5rem; color: var(--dim); user-select: none; }
mark { background: var(--mark); color: inherit; }
summary { cursor: pointer; margin-top: .5rem; }
.findings { margin: 0; padding: 0; list-style: none; }
.findings > li { margin-top: .75rem; padding-left: .75rem; border-left: 3px solid var(--line); }
.chain { margin: .25rem 0; padding-left: 1.5rem; }
a:focus-visible, summary:focus-visible, pre:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
@media print { pre { white-space: pre-wrap; } }
`;
