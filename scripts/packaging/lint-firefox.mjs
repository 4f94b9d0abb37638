/** Mozilla's own linter, by the rules for what is listed on addons.mozilla.org. */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

/**
 * @param {string} build folder of the build for Firefox
 * @param {string} modules the installed dependencies
 * @throws where the linter finds an error, with what it says; its warnings are for people to judge
 */
export function lintFirefox(build, modules) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [
      join(modules, 'web-ext/bin/web-ext.js'),
      'lint',
      `--source-dir=${build}`,
      '--no-config-discovery',
    ],
    { encoding: 'utf8' },
  )
  if (status !== 0)
    throw new Error(`addons.mozilla.org would refuse the build for Firefox.\n${stdout}${stderr}`)
}
