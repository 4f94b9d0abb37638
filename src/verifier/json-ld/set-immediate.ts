/**
 * Stands in for the package `setimmediate`, which `rdf-canonize` (a part of `jsonld`) asks for in browsers
 * and which contains `new Function`: an extension may not generate code. The build replaces the one by the
 * other.
 *
 * What it is for: to let other work run between two slices of one's own. A message is delivered at once,
 * where a timer may wait 4 ms.
 */
export function scheduleSoon(task: () => void): void {
  const { port1, port2 } = new MessageChannel()
  port1.onmessage = () => {
    port1.close()
    task()
  }
  port2.postMessage(null)
}

const scope = globalThis as { setImmediate?: unknown }
scope.setImmediate ??= scheduleSoon
