/** By then it is done, however busy the page is. */
const longestWaitMs = 300

/** Does work that nobody sees once the screen has followed the last key and is at rest; at once in a hidden tab, where nothing is painted. */
export function afterPaint(work: () => void): void {
  if (document.visibilityState === 'hidden') work()
  // Without `requestIdleCallback`, as in Safari: what comes behind a frame's callbacks comes after its paint.
  else if (!('requestIdleCallback' in globalThis)) requestAnimationFrame(() => { setTimeout(work) })
  else requestAnimationFrame(() => { requestIdleCallback(work, { timeout: longestWaitMs }) })
}
