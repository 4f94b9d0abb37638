/**
 * The style of a mark, inside its closed shadow root. A constructed sheet holds under a page's
 * `style-src 'none'`; `:host` rules are left out, since a page's own rules would win over them.
 */
const CSS = `
button {
  all: unset; display: block; box-sizing: border-box; position: relative;
  width: 24px; height: 24px; border-radius: 8px; cursor: pointer; anchor-name: --mark;
  -webkit-tap-highlight-color: transparent;
  --plate: #fff; --ink: #fff; --stone: #26272a; --gold: #d9ad55; --color: #54565b;
  --focus: #1a5fd0;
}
button:focus-visible { outline: 3px solid var(--focus); outline-offset: 1px; box-shadow: 0 0 0 6px #fff; }
svg {
  display: block; width: 24px; height: 24px; overflow: visible; fill: none;
  stroke-linecap: round; stroke-linejoin: round;
  filter: drop-shadow(0 1px 1.5px rgb(0 0 0 / .42));
  transition: transform .14s ease-out; forced-color-adjust: none;
}
button:hover svg { transform: scale(1.12); }
button:active svg { transform: none; }
.trusted { --color: #0b6b3f; }
.authentic { --color: #1d57b0; }
.attention { --color: #9a6200; }
.invalid { --color: #ab1f17; }
.plate { fill: var(--plate); }
.plate-line { stroke: var(--plate); }
.fill { fill: var(--color); }
.line { stroke: var(--color); }
.ring { fill: var(--plate); stroke: var(--color); stroke-linecap: butt; }
.ink { stroke: var(--ink); }
.dot { fill: var(--ink); }
.stone { fill: var(--stone); }
.gold { stroke: var(--gold); }
.faint { opacity: .55; }
.progress { stroke-dasharray: 22 78; animation: progress 1.8s linear infinite; }
@keyframes progress { to { stroke-dashoffset: -100; } }
.pointed::after {
  content: ''; position: absolute; inset: 0; border-radius: 50%; pointer-events: none;
  outline: 3px solid var(--gold); animation: point .55s ease-out 3 both;
}
@keyframes point { from { outline-offset: 0; opacity: 1; } to { outline-offset: 22px; opacity: 0; } }

[popover] {
  all: unset; position: fixed; inset: auto; position-anchor: --mark; position-area: bottom;
  position-try-fallbacks: bottom span-left, bottom span-right, top, top span-left, top span-right;
  box-sizing: border-box; width: max-content; max-width: min(300px, 90vw); margin: 6px 8px;
  padding: 8px 12px; border-radius: 8px; background: #26272a; color: #f5f4f1;
  font: 13px/18px system-ui, sans-serif; text-align: start; overflow-wrap: anywhere;
  box-shadow: 0 0 0 1px rgb(255 255 255 / .18), 0 4px 16px rgb(0 0 0 / .32);
  unicode-bidi: isolate; pointer-events: auto; cursor: default;
}
[popover]:not(:popover-open) { display: none; }

@media (prefers-reduced-motion: reduce) {
  svg { transition: none; }
  .progress { animation: none; stroke-dasharray: 5 7.5; }
  .pointed::after { animation: none; outline-offset: 4px; }
}
@media (forced-colors: active) {
  button { --plate: Canvas; --ink: Canvas; --stone: CanvasText; --gold: Canvas; --focus: Highlight; }
  svg { filter: none; }
  .trusted, .authentic, .attention, .invalid, .unverifiable { --color: CanvasText; }
  .plate:not(.plate-line) { stroke: CanvasText; stroke-width: 1px; }
  button:focus-visible { box-shadow: none; }
  [popover] { border: 1px solid CanvasText; }
}
`

let sheet: CSSStyleSheet | undefined

/** One sheet for all marks of a document. */
export function markStyle(): CSSStyleSheet {
  if (!sheet) {
    sheet = new CSSStyleSheet()
    sheet.replaceSync(CSS)
  }
  return sheet
}
