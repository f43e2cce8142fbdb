/** The quiz at the root of the site; its addresses are relative, so that it works under any path. */
import vue from '@vitejs/plugin-vue'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'
import { lectern } from '../src/content/loading/vite-plugin.ts'
import { classicStart } from './classic-start.ts'
import { compiledMessages, leanUnits, leanVue } from './lean-libraries.ts'
import { offline } from './offline/vite-plugin.ts'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

export default defineConfig({
  root: here('.'),
  base: './',
  publicDir: here('../public'),
  cacheDir: here('../.cache/vite-quiz'),
  plugins: [vue(), lectern({ root: here('..'), compiledFile: process.env['LECTERN_LIBRARY'] }), compiledMessages(), leanVue(), leanUnits(here('..')), classicStart(), offline()],
  // Dexie's build for the browsers that the target names; its own entry leads to the one for older ones.
  resolve: { alias: { dexie: 'dexie/dist/modern/dexie.mjs' } },
  define: {
    __VUE_OPTIONS_API__: false,
    __VUE_PROD_DEVTOOLS__: false,
    __VUE_I18N_FULL_INSTALL__: false,
    __VUE_I18N_LEGACY_API__: false,
    __INTLIFY_PROD_DEVTOOLS__: false,
  },
  server: { fs: { allow: [here('..')] } },
  build: {
    outDir: here('../dist'),
    emptyOutDir: false,
    target: 'es2023',
    modulePreload: { polyfill: false },
    assetsDir: 'assets',
    // A data: font or image would need a wider content security policy than the pages have.
    assetsInlineLimit: 0,
    // One style sheet, and one file of script for all that the first page needs: each request costs a slow machine a millisecond or two.
    cssCodeSplit: false,
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'start', tags: ['$initial'] }] } } },
  },
})
