/** Runs once when a deck starts: says where answers go, and keeps the deck for a place without a network. */
import { defineAppSetup } from '@slidev/types'
import { listenForDarkRoom } from '../deck/dark-room.ts'
import { keepOffline } from '../deck/keep-offline.ts'
import { createStudy, provideStudyKey } from './study.ts'

export default defineAppSetup(({ app }) => {
  app.provide(provideStudyKey, createStudy(
    async () => (await import('../../../src/storage/open-repository.ts')).openRepository(),
    () => ({ utcMs: Date.now(), offsetMinutes: -new Date().getTimezoneOffset() }),
  ))
  listenForDarkRoom()
  // In dev the files change under way, and a print needs no second visit.
  if (import.meta.env.PROD && !location.hash.startsWith('#/print')) keepOffline()
})
