/** The fonts that every page begins with. */
const faces = ['400 1rem "Source Sans 3"', '600 1rem "Source Sans 3"', '400 1rem "Source Serif 4"', '600 1rem "Source Serif 4"']
const patienceMs = 1000

/** Waits for them, though not for long: text that is drawn in another font first moves when its own arrives. The page asks for them itself (index.html), so they are seldom later than the scripts. */
export async function waitForFirstFonts(): Promise<void> {
  const loads = faces.map((face) => document.fonts.load(face))
  await Promise.race([Promise.allSettled(loads), new Promise((resolve) => setTimeout(resolve, patienceMs))])
}
