/** The real pages with a stand-in for the browser, built and served on this machine. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join } from 'node:path'
import preact from '@preact/preset-vite'
import { build } from 'vite'

const TYPES: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.png': 'image/png',
  '.json': 'application/json',
}

/** That of our pages in the browser: what breaks under it would break in the extension. */
export function contentSecurityPolicy(root: string): string {
  const manifest = JSON.parse(readFileSync(join(root, 'manifest.json'), 'utf8')) as {
    content_security_policy: { extension_pages: string }
  }
  return manifest.content_security_policy.extension_pages
}

/** @param outDir is emptied first */
export async function buildSite(root: string, outDir: string): Promise<void> {
  const pages = readdirSync(join(root, 'src/pages'))
    .map((name) => join(root, 'src/pages', name, 'index.html'))
    .filter((file) => existsSync(file))
  await build({
    configFile: false,
    root,
    logLevel: 'warn',
    plugins: [preact({ devToolsEnabled: false, prefreshEnabled: false })],
    resolve: { alias: { 'webextension-polyfill': join(root, 'test/screens/fake-browser.ts') } },
    build: {
      outDir,
      emptyOutDir: true,
      modulePreload: false,
      minify: false,
      target: 'es2023',
      chunkSizeWarningLimit: 2000,
      cssTarget: ['chrome137', 'firefox153'],
      rolldownOptions: { input: pages },
    },
  })
}

export interface Site {
  origin: string
  close: () => void
}

/** @param policy content security policy of every page */
export async function serveSite(folder: string, policy: string): Promise<Site> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost')
    readFile(join(folder, pathname)).then(
      (body) => {
        const type = TYPES[extname(pathname)] ?? 'application/octet-stream'
        response
          .writeHead(200, { 'content-type': type, 'content-security-policy': policy })
          .end(body)
      },
      () => response.writeHead(404).end(),
    )
  })
  await listening(server)
  const { port } = server.address() as AddressInfo
  return { origin: `http://127.0.0.1:${port}`, close: () => server.close() }
}

function listening(server: Server): Promise<void> {
  return new Promise((ready) => {
    server.listen(0, '127.0.0.1', ready)
  })
}
