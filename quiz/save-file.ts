/** Hands a file to the browser to be saved. */
export function saveFile(name: string, content: Uint8Array | string, type: string): void {
  // A backup is made of plain bytes in memory of its own, never of shared memory.
  const address = URL.createObjectURL(new Blob([content as Uint8Array<ArrayBuffer> | string], { type }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // Some browsers read the address only after the click has returned.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
