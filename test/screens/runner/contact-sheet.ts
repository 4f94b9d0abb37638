/** All pictures as small ones on a sheet, so that a person sees everything in a few looks. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser } from 'playwright-core'
import { seen, type Shot } from '../shots/shot'

export interface Taken {
  shot: Shot
  problems: string[]
}

/** Of a picture on the sheet, and of the sheet, in CSS pixels. */
const SHRINK = 0.5
const SHEET_WIDTH = 1800
const GAP = 14
/** More than fit into one look go to a second sheet. */
const MOST_ROWS = 3

const STYLE = `
  body { margin: 16px; background: #b9b5ab; color: #1c1d1f; font: 12px/16px sans-serif; }
  section { display: flex; flex-wrap: wrap; gap: ${GAP}px; align-items: flex-start; }
  h1 { flex: 0 0 100%; margin: 8px 0 0; font-size: 16px; }
  figure { margin: 0; max-width: 100%; }
  figcaption { max-width: 560px; }
  img { display: block; height: auto; max-height: 620px; object-fit: cover; object-position: top; }
  .bad { color: #850d07; font-weight: 600; }
  .bad + img { outline: 3px solid #ab1f17; }`

/**
 * @param sheets what was taken, by the name of its sheet
 * @param index name of the page that shows them all, without its ending
 */
export async function writeContactSheets(
  browser: Browser,
  folder: string,
  sheets: Record<string, Taken[]>,
  index: string,
): Promise<void> {
  const sections = Object.entries(sheets).flatMap(([name, taken]) => inSheets(name, taken))
  await writeFile(join(folder, `${index}.html`), html(sections.map(({ body }) => body).join('')))
  const page = await browser.newPage({ viewport: { width: SHEET_WIDTH, height: 900 } })
  for (const { name, body } of sections) {
    const file = join(folder, `sheet-${name}.html`)
    await writeFile(file, html(body.replaceAll(' loading="lazy"', '')))
    await page.goto(pathToFileURL(file).href)
    await page.screenshot({ path: join(folder, `sheet-${name}.png`), fullPage: true })
  }
  await page.close()
}

function inSheets(name: string, taken: Taken[]): { name: string; body: string }[] {
  const sheets = divided(taken)
  return sheets.map((pictures, index) => {
    const numbered = sheets.length === 1 ? name : `${name}-${index + 1}`
    const figures = pictures.map(figure).join('')
    return { name: numbered, body: `<section><h1>${numbered}</h1>${figures}</section>` }
  })
}

/** As many to a sheet as its rows are long. */
function divided(taken: Taken[]): Taken[][] {
  const sheets: Taken[][] = []
  let left = 0
  for (const one of taken) {
    const width = widthOf(one) + GAP
    if (left < width) {
      sheets.push([])
      left = MOST_ROWS * SHEET_WIDTH
    }
    sheets.at(-1)?.push(one)
    left -= width
  }
  return sheets
}

function widthOf({ shot }: Taken): number {
  return Math.round(seen(shot).width * SHRINK)
}

function figure(taken: Taken): string {
  const { shot, problems } = taken
  const caption = [shot.name, ...problems].map(escaped).join('<br>')
  return `<figure><figcaption${problems.length > 0 ? ' class="bad"' : ''}>${caption}</figcaption><a href="${shot.name}.png"><img loading="lazy" width="${widthOf(taken)}" src="${shot.name}.png" alt=""></a></figure>`
}

function html(body: string): string {
  return `<!doctype html><meta charset="utf-8"><title>Every page in every state</title><style>${STYLE}</style>${body}`
}

function escaped(text: string): string {
  return text.slice(0, 300).replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}
