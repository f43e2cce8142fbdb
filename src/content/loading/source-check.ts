import type { LoadedLibrary } from '../loaded-library.ts'
import type { Problem } from '../problem.ts'
import type { Places } from './places.ts'
export function checkSources(_root: string, _folder: string, _library: LoadedLibrary, _places: Places): Problem[] { return [] }
