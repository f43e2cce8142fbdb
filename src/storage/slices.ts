/** Long work done in slices, so that the page stays responsive meanwhile. A generator yields where it may be interrupted. */
const longestSliceMs = 8

/** All at once: for a worker, where nobody waits. */
export function finish<Value>(work: Generator<void, Value>): Value {
  let step = work.next()
  while (step.done !== true) step = work.next()
  return step.value
}

/** In slices of a few milliseconds, with room for the page's own work between them. */
export async function finishInSlices<Value>(work: Generator<void, Value>): Promise<Value> {
  let step = work.next()
  let start = performance.now()
  while (step.done !== true) {
    if (performance.now() - start > longestSliceMs) {
      await giveWay()
      start = performance.now()
    }
    step = work.next()
  }
  return step.value
}

/** A message to oneself, not a timer: browsers hold timers back for a second in a tab that is out of sight. */
function giveWay(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => {
      port1.close()
      resolve()
    }
    port2.postMessage(undefined)
  })
}
