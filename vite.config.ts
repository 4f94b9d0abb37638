import { fileURLToPath } from 'node:url'
import { crx, type ManifestV3Export } from '@crxjs/vite-plugin'
import preact from '@preact/preset-vite'
import { defineConfig } from 'vite'
import manifest from './manifest.json' with { type: 'json' }

const target = process.env.TOUCHSTONE_TARGET === 'firefox' ? 'firefox' : 'chrome'
const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url))

/**
 * Firefox runs the worker as an event page, knows no `minimum_chrome_version` and no schema of policies,
 * and wants an id and a statement of which data leave the machine. 153 is the first ESR with CSS anchor
 * positioning. Its sidebar is the side panel, without a permission; it opens at the installation by itself
 * unless told not to, and by a command of its own.
 */
function firefoxManifest(): ManifestV3Export {
  const { minimum_chrome_version: _version, storage: _schema, background, ...shared } = manifest
  const { side_panel: panel, permissions, commands, ...rest } = shared
  const { 'open-panel': openPanel, ...otherCommands } = commands
  return {
    ...rest,
    permissions: permissions.filter((name) => name !== 'sidePanel'),
    commands: { ...otherCommands, _execute_sidebar_action: openPanel },
    sidebar_action: {
      default_panel: panel.default_path,
      default_title: manifest.name,
      default_icon: manifest.action.default_icon,
      open_at_install: false,
    },
    background: { scripts: [background.service_worker], type: 'module' },
    browser_specific_settings: {
      gecko: {
        id: 'touchstone@touchstone.example',
        strict_min_version: '153.0',
        data_collection_permissions: { required: ['none'] },
      },
    },
  } as unknown as ManifestV3Export
}

export default defineConfig({
  plugins: [
    preact({ devToolsEnabled: false, prefreshEnabled: false }),
    crx({
      manifest: target === 'firefox' ? firefoxManifest() : manifest,
      browser: target,
    }),
  ],
  resolve: {
    // rdf-canonize's `setimmediate` contains `new Function`: an extension may not generate code.
    alias: { setimmediate: path('./src/verifier/json-ld/set-immediate.ts') },
  },
  build: {
    // The worker is one file by necessity (a service worker cannot `import()`), most of it contexts.
    chunkSizeWarningLimit: 700,
    outDir: path(`./dist/${target}`),
    emptyOutDir: true,
    target: 'es2023',
    // The oldest browsers that the manifest admits: `light-dark()` is theirs, and stays as it is.
    cssTarget: ['chrome137', 'firefox153'],
    // All chunks of a page are asked for at once; the browsers need no stand-in for that.
    modulePreload: { polyfill: false },
    sourcemap: false,
    rolldownOptions: {
      // A page opens the sooner the fewer files it is made of: each is asked for on its own. What the worker
      // needs, too, is apart from what only pages do.
      output: {
        codeSplitting: {
          groups: [
            {
              name: 'shared',
              test: /\/src\/(?:platform|profile|verifier|ui\/wording)|\/node_modules\/(?:webextension-polyfill|idb)\//,
              priority: 2,
              minShareCount: 2,
            },
            {
              name: 'pages',
              test: /\/src\/(?:ui|pages\/application|pages\/[^/]+$)|\/node_modules\/preact\//,
              priority: 1,
              minShareCount: 2,
            },
          ],
        },
      },
      // Pages that no manifest field names are left out of the build unless they are inputs.
      input: {
        panel: path('./src/pages/panel/index.html'),
        verify: path('./src/pages/verify/index.html'),
        files: path('./src/pages/files/index.html'),
        history: path('./src/pages/history/index.html'),
        sample: path('./src/pages/sample/index.html'),
        welcome: path('./src/pages/welcome/index.html'),
      },
    },
  },
})
