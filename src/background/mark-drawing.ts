/**
 * The shapes of the marks, as data. Shape carries the meaning, colour only repeats it: filled disc,
 * ringed disc, triangle, octagon, dashed ring, dark square with a gold streak. Each stands on a
 * white plate of its own outline, so that it reads on any artwork. Drawn on a square of 24 units.
 */
import type { MarkDrawing, MarkStroke } from '../platform/port-messages'
import css from './mark-style.css?inline'

const path = (paint: string, d: string, width = 2.6): MarkStroke => [
  'path',
  paint,
  { d, 'stroke-width': width },
]
const disc = (paint: string, r: number, width = 0, more: MarkStroke[2] = {}): MarkStroke => [
  'circle',
  paint,
  { cx: 12, cy: 12, r, 'stroke-width': width, ...more },
]
const square = (paint: string, inset: number, more: MarkStroke[2] = {}): MarkStroke => {
  const side = 24 - 2 * inset
  const rx = 7.5 - inset
  return ['rect', paint, { x: inset, y: inset, width: side, height: side, rx, ...more }]
}

const CHECK = 'm7.7 12.4 3 3 5.8-6.3'
const TRIANGLE = 'M12 4.4 20.6 19.6H3.4Z'
const OCTAGON = 'M8 2.2h8L21.8 8v8L16 21.8H8L2.2 16V8Z'
const TOUCHSTONE = [square('plate', 0.6), square('stone', 2.2)]

const SHAPES: MarkDrawing['shapes'] = {
  trusted: [disc('plate', 11.4), disc('fill', 9.8), path('ink', CHECK)],
  authentic: [disc('plate', 11.4), disc('ring', 8.8, 2), path('line', CHECK, 2.3)],
  attention: [
    path('plate plate-line', TRIANGLE, 5.4),
    path('fill line', TRIANGLE, 2.2),
    path('ink', 'M12 9.6v4.2', 2.4),
    disc('dot', 1.4, 0, { cy: 17.2 }),
  ],
  invalid: [
    path('plate plate-line', OCTAGON, 2.4),
    path('fill', OCTAGON, 0),
    path('ink', 'm8.5 8.5 7 7m0-7-7 7'),
  ],
  unverifiable: [
    disc('plate', 11.4),
    disc('ring', 8.8, 2, { 'stroke-dasharray': '3.9 3' }),
    path('line', 'M8.4 12h7.2', 2.4),
  ],
  found: [...TOUCHSTONE, path('gold', 'M7.4 16.4 16 7')],
  checking: [
    ...TOUCHSTONE,
    path('gold faint', 'M8.6 15.2 14.9 8.3'),
    square('gold progress', 4, { pathLength: 100, 'stroke-width': 1.8 }),
  ],
  'permission-needed': [
    ...TOUCHSTONE,
    disc('gold', 2.7, 2, { cx: 9.3 }),
    path('gold', 'M12.2 12h6m-2 .4v2.4', 2),
  ],
}

/** Goes to a page with its first mark: pages without badges, which are most, load nothing of it. */
export const MARK_DRAWING: MarkDrawing = { css, shapes: SHAPES }
