import type { KnipConfig } from 'knip'

const config: KnipConfig = {
  entry: ['src/tools/{start,build,dev,export,check,new-article,test,serve-built,bench,contact-sheet}.ts', 'quiz/main.ts', 'quiz/vite.config.ts', 'slides/_theme/**/*.{ts,vue}', 'e2e/**/*.spec.ts', 'src/**/*-worker.ts'],
  project: ['src/**/*.{ts,vue}', 'quiz/**/*.{ts,vue}', 'slides/**/*.{ts,vue}', 'e2e/**/*.ts'],
  // Read by name rather than imported: fonts by the font builder, the theme and client by Slidev, browsers and parsers by tools.
  ignoreDependencies: [/^@fontsource\//, 'playwright-chromium', '@slidev/cli', '@slidev/types', 'tsx', 'vue-tsc'],
  ignoreExportsUsedInFile: true,
}
export default config
