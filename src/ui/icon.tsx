import './buttons.css'

const PATHS = {
  back: 'M10 3 5 8l5 5',
  locate:
    'M8 1.5v2.6M8 11.9v2.6M1.5 8h2.6M11.9 8h2.6M8 12.2a4.2 4.2 0 1 0 0-8.4 4.2 4.2 0 0 0 0 8.4Z',
  keyboard:
    'M2.5 3.5h11a1 1 0 0 1 1 1v7a1 1 0 0 1-1 1h-11a1 1 0 0 1-1-1v-7a1 1 0 0 1 1-1ZM4.4 6.3h.1M6.8 6.3h.1M9.2 6.3h.1M11.5 6.3h.1M5.5 9.7h5',
  chevron: 'm4.5 6.5 3.5 3.5 3.5-3.5',
}

export function Icon({ name }: { name: keyof typeof PATHS }) {
  const directed = name === 'back' ? ' icon-directed' : ''
  return (
    <svg class={`icon${directed}`} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} />
    </svg>
  )
}
