/** The part of compression that the server calls; the package ships no types of its own. */
declare module 'compression' {
  import type { IncomingMessage, ServerResponse } from 'node:http'
  export default function compression(): (request: IncomingMessage, response: ServerResponse, next: () => void) => void
}
