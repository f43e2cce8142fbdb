/** Serves dist/ as it stands, for the end-to-end tests. */
import { serveSite, wantedPort } from './serve.ts'

await serveSite(wantedPort())
