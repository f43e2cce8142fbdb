/** Puts a finished file in place, or leaves the old one as it was. */
import { existsSync, lstatSync, renameSync, rmSync, writeFileSync } from 'node:fs'

/** Writes aside and renames, so that a full disk or a stopped run never leaves half a file in place of a good one. Throws, saying what to do. */
export function keepFile(file: string, bytes: Uint8Array): void {
  const aside = `${file}.part`
  try {
    writeFileSync(aside, bytes)
    renameSync(aside, file)
  }
  catch (error) {
    // Only what can have been written here; a folder of that name is somebody's own.
    if (existsSync(aside) && !lstatSync(aside).isDirectory()) rmSync(aside)
    throw new Error(`${file} could not be written: ${reasonOf(error, bytes.length)} Then run the command again.`, { cause: error })
  }
}

function reasonOf(error: unknown, size: number): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  switch (code) {
    case 'ENOSPC': case 'EDQUOT': return `the disk is full. Free ${Math.ceil(size / 1024)} KB or more.`
    case 'EBUSY': case 'EPERM': case 'EACCES': case 'ETXTBSY': return 'another program has it open, or you may not write there. Close the program that shows it, or change the permissions.'
    case 'EROFS': return 'the disk can only be read. Export from a folder that can be written.'
    default: return `${error instanceof Error ? error.message : String(error)}. Remove what is in the way.`
  }
}
