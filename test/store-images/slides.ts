/** What is around the pictures: one sentence, and the window that each was taken in. */
import { PANEL_SIZE, POPUP, type Taken } from './take'

/** As the store wants them, in pixels. */
export const SLIDE = { width: 1280, height: 800 }
export const TILE = { width: 440, height: 280 }

export interface Slide {
  /** Name of the file, without its ending. */
  name: string
  html: string
  size: { width: number; height: number }
}

/** @param logo address of the icon, as data */
export function slides(taken: Taken, logo: string): Slide[] {
  const of = (key: keyof Taken): string => `data:image/png;base64,${taken[key]}`
  const slide = (name: string, title: string, text: string, inside: string): Slide => ({
    ...{ name, size: SLIDE },
    html: `${STYLE}<header><h1>${title}</h1><p>${text}</p></header>${inside}`,
  })
  const portfolio = 'portfolio.example'
  return [
    slide(
      '1-marks',
      'See which badges are real, where they stand',
      'A mark on every picture that carries a credential. Its shape says what was found.',
      frame(portfolio, image(of('page'))),
    ),
    slide(
      '2-popup',
      'A whole page at a glance',
      'How many badges hold, and what they come to in level, credits and skills.',
      frame(portfolio, `${image(of('page'), 'dim')}${floating(of('popup'))}`),
    ),
    slide(
      '3-report',
      'The reasons, in plain sentences',
      'Signature, key, dates, revocation, issuer. What could not be checked is never called fine.',
      frame('Touchstone', image(of('report'))),
    ),
    slide(
      '4-consent',
      'Nobody is asked before you say so',
      'Opening a page tells no issuer who looks. There is no account and no server of ours.',
      frame('Touchstone', image(of('welcome'))),
    ),
    slide(
      '5-side-panel',
      'Stays beside the page while you go on',
      'In the side panel the answers follow you from profile to profile.',
      frame(
        portfolio,
        `<div class="beside">${image(of('pageBesidePanel'))}<img class="panel" width="${PANEL_SIZE.width}" src="${of('panel')}" alt=""></div>`,
      ),
    ),
    { name: 'tile', size: TILE, html: tile(logo) },
  ]
}

const image = (source: string, className = ''): string =>
  `<img class="${className}" src="${source}" alt="">`

const floating = (source: string): string =>
  `<img class="popup" width="${POPUP.width}" height="${POPUP.height}" src="${source}" alt="">`

const frame = (place: string, inside: string): string =>
  `<div class="frame"><div class="bar"><i></i><i></i><i></i><span>${place}</span></div><div class="inside">${inside}</div></div>`

const tile = (logo: string): string =>
  `${STYLE}<div class="tile"><img src="${logo}" width="88" height="88" alt=""><h1>Touchstone</h1><p>Is this badge real?</p></div>`

/** The colours of the extension's own pages. */
const STYLE = `<!doctype html><meta charset="utf-8"><style>
* { box-sizing: border-box; margin: 0 }
body { background: #e9e6df; color: #1c1d1f; font-family: system-ui, sans-serif; overflow: hidden }
header { padding: 36px 64px 28px; text-align: center }
h1 { font-size: 34px; line-height: 44px; font-weight: 650; letter-spacing: -0.02em }
header p { margin-top: 6px; font-size: 18px; line-height: 26px; color: #4f5156 }
.frame { width: 1152px; margin: 0 auto; border-radius: 12px 12px 0 0; background: #fff; overflow: hidden;
  box-shadow: 0 0 0 1px #0000001a, 0 12px 40px #00000026 }
.bar { display: flex; align-items: center; gap: 8px; height: 40px; padding: 0 16px; background: #f5f4f1;
  border-bottom: 1px solid #dedbd4; font-size: 13px; color: #65676c }
.bar i { width: 11px; height: 11px; border-radius: 50%; background: #d3cfc6 }
.bar span { margin-left: 12px; padding: 3px 14px; border-radius: 12px; background: #fff; min-width: 320px }
.inside { position: relative; height: 640px }
.inside img { display: block }
.dim { opacity: 0.55 }
.inside .popup { position: absolute; top: 8px; right: 24px; border-radius: 12px;
  box-shadow: 0 0 0 1px #0000001a, 0 16px 48px #00000040 }
.beside { display: flex }
.inside .panel { border-left: 1px solid #dedbd4 }
.tile { width: 440px; height: 280px; display: flex; flex-direction: column; align-items: center;
  justify-content: center; background: #e9e6df }
.tile h1 { margin-top: 18px }
.tile p { margin-top: 2px; font-size: 18px; color: #4f5156 }
</style>`
