import type { KnipConfig } from 'knip'

const config: KnipConfig = {
  entry: ['src/tools/{start,build,dev,export,check,new-article,test,serve-built,bench,contact-sheet}.ts', 'quiz/main.ts', 'quiz/vite.config.ts', 'slides/_theme/**/*.{ts,vue}', 'e2e/**/*.spec.ts', 'src/components/charts/*.vue', 'src/**/*-worker.ts', 'src/questions/kinds/*/examples.ts', 'src/tools/bench/*-page.ts'],
  project: ['src/**/*.{ts,vue}', 'quiz/**/*.{ts,vue}', 'slides/**/*.{ts,vue}', 'e2e/**/*.ts'],
  // Read by name rather than imported: fonts by the font builder, the theme and client by Slidev, browsers and parsers by tools.
  ignoreDependencies: [/^@fontsource\//, 'playwright-chromium', '@slidev/cli', 'vue-tsc', 'axe-core'],
  ignoreBinaries: ['apt-get'],
  ignoreExportsUsedInFile: true,
  // Types that name a part of the content are read by people even where no code imports them.
  exclude: ['types'],
}
export default config
