/// <reference types="vite/client" />
/// <reference path="../src/content/virtual.d.ts" />

/** A catalogue of messages, compiled; see lean-libraries.ts. */
declare module '*.json?fetched' {
  export const fetchMessages: () => Promise<{ default: typeof import('./messages/en.json') }>
}
