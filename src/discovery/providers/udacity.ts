import type { Provider } from '../provider'

export const udacityLinks = [
  /^https?:\/\/(?:confirm\.udacity\.com|(?:www\.)?udacity\.com\/certificate|graduation\.udacity\.com\/confirm)\/(?:e\/)?[\w-]{6}/i,
] as const

export const udacity: Provider = {
  id: 'udacity',
  name: 'Udacity',
  links: udacityLinks,
  recognise: ({ href }) =>
    udacityLinks[0].test(href) ? { is: 'unverifiable', why: 'course-certificate' } : undefined,
}
