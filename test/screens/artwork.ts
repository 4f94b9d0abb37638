/** Badge artwork as the worker would hand it out: a small data URL. */
export function artwork(dark: string, light: string, letters: string): string {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 96"><rect width="96" height="96" rx="16" fill="${dark}"/><circle cx="48" cy="44" r="25" fill="${light}"/><path d="M36 62 30 84l18-8 18 8-6-22" fill="${light}" opacity=".75"/><text x="48" y="52" font-family="sans-serif" font-weight="700" font-size="22" text-anchor="middle" fill="${dark}">${letters}</text></svg>`
  return `data:image/svg+xml,${encodeURIComponent(svg)}`
}
