/** The addresses of the app: hash routes, so that any static server at any base path can serve them. */
import { shallowRef } from 'vue'
import { createRouter, createWebHashHistory, type Router, type RouteRecordRaw, type RouterHistory } from 'vue-router'
import HomePage from './pages/HomePage.vue'
import StudyPage from './pages/StudyPage.vue'

declare module 'vue-router' {
  interface RouteMeta {
    /** Message key of the document title; pages that show one thing set a title of their own instead. */
    title?: string
    /** The tab that is marked as current. */
    tab?: 'today' | 'library' | 'progress' | 'settings'
    /** Study shows one thing on the screen: no navigation. */
    bare?: boolean
  }
}

export const routes: RouteRecordRaw[] = [
  { path: '/', name: 'home', component: HomePage, meta: { title: 'title.today', tab: 'today' } },
  { path: '/study', name: 'study', component: StudyPage, meta: { title: 'title.study', bare: true } },
  { path: '/library', name: 'library', component: () => import('./pages/LibraryPage.vue'), meta: { title: 'title.library', tab: 'library' } },
  { path: '/articles/:slug', name: 'article', component: () => import('./pages/ArticlePage.vue'), props: true, meta: { tab: 'library' } },
  { path: '/claims/:id', name: 'claim', component: () => import('./pages/ClaimPage.vue'), props: true, meta: { tab: 'library' } },
  { path: '/questions/:id', name: 'question', component: () => import('./pages/QuestionPage.vue'), props: true, meta: { tab: 'library' } },
  { path: '/issues', name: 'issues', component: () => import('./pages/IssuesPage.vue'), meta: { title: 'title.issues', tab: 'library' } },
  { path: '/issues/:id', name: 'issue', component: () => import('./pages/IssuePage.vue'), props: true, meta: { tab: 'library' } },
  { path: '/glossary', name: 'glossary', component: () => import('./pages/GlossaryPage.vue'), meta: { title: 'title.glossary', tab: 'library' } },
  { path: '/mechanisms', name: 'mechanisms', component: () => import('./pages/MechanismsPage.vue'), meta: { title: 'title.mechanisms', tab: 'library' } },
  { path: '/mechanisms/:id', name: 'mechanism', component: () => import('./pages/MechanismPage.vue'), props: true, meta: { tab: 'library' } },
  { path: '/progress', name: 'progress', component: () => import('./pages/ProgressPage.vue'), meta: { title: 'title.progress', tab: 'progress' } },
  { path: '/settings', name: 'settings', component: () => import('./pages/SettingsPage.vue'), meta: { title: 'title.settings', tab: 'settings' } },
  { path: '/:unknown(.*)*', name: 'not-found', component: () => import('./pages/NotFoundPage.vue'), meta: { title: 'title.notFound' } },
]

/** A page that could not be fetched or opened, until another one is; the page before it stays. */
export const failedPage = shallowRef<{ readonly address: string; readonly problem: unknown }>()

export function createAppRouter() {
  const history = createWebHashHistory()
  const router = createRouter({
    history,
    routes,
    // Settings of a mechanism and the search text live in the query: changing them must not move the page. The glossary goes to its term itself.
    scrollBehavior: (to, from, saved) => saved ?? (to.path === from.path || 'term' in to.query ? false : { top: 0 }),
  })
  followEarlyChanges(router, history)
  router.onError((problem: unknown, { fullPath }) => {
    failedPage.value = { address: fullPath, problem }
    console.error(problem)
  })
  router.afterEach(() => { failedPage.value = undefined })
  return router
}

/** The router listens only once its first page is there, and then writes that page's address: one that was changed meanwhile would be lost. */
function followEarlyChanges(router: Router, history: RouterHistory): void {
  let changed: string | undefined
  const stop = history.listen((to) => { changed = to })
  // A first page that cannot be fetched is told by the frame; the address is followed all the same.
  void router.isReady().catch(() => undefined).then(() => {
    stop()
    return changed === undefined ? undefined : router.replace(changed)
  })
}
