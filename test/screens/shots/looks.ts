/** How a page comes to a reader: colours, size, language. */
export interface Look {
  dark?: true
  forced?: true
  contrast?: true
  /** Of the text that the reader asked the browser for, in CSS pixels. */
  text?: number
  /** To the address; `fake-browser.ts` reads it. */
  query?: string
  size?: (usual: { width: number; height: number }) => { width: number; height: number }
}

/** What a browser shows a popup on, in CSS pixels before zoom. */
const LARGEST_POPUP = { width: 800, height: 600 }

const half = (size: number): number => Math.round(size / 2)

export const LOOKS = {
  dark: { dark: true },
  forced: { forced: true },
  contrast: { contrast: true },
  'dark-contrast': { dark: true, contrast: true },
  narrow: { size: ({ height }) => ({ width: 320, height }) },
  /** A page at 200 % has half of the pixels; a popup grows until the browser stops it. */
  zoomed: {
    size: ({ width, height }) =>
      width <= half(LARGEST_POPUP.width)
        ? { width, height: half(LARGEST_POPUP.height) }
        : { width: half(width), height: half(height) },
  },
  /** The largest of the sizes that browsers offer by name. */
  large: { text: 24 },
  rtl: { query: '&direction=rtl' },
  de: { query: '&language=de' },
  ja: { query: '&language=ja' },
  pl: { query: '&language=pl' },
  pseudo: { query: '&language=pseudo' },
} as const satisfies Record<string, Look>

export type LookName = keyof typeof LOOKS

/** For states that differ from the next one by little. */
export const FEW: readonly LookName[] = ['dark', 'narrow', 'rtl']

/** For one state of each page: everything that a reader may have set. */
export const EVERY = Object.keys(LOOKS) as LookName[]
