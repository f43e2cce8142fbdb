/** Does work that nobody sees once the screen has followed the last key; at once in a hidden tab, where nothing is painted. */
export function afterPaint(work: () => void): void {
  if (document.visibilityState === 'hidden') work()
  // What comes behind a frame's callbacks comes after its paint.
  else requestAnimationFrame(() => { setTimeout(work) })
}
