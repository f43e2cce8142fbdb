/** The part of Slidev's client that the theme uses. Its own sources do not hold to the strict rules of this project, so they are not read for types. */
import type { ComputedRef, Ref } from 'vue'

export interface SlideContext {
  $nav: Ref<{ total: number }>
  $clicks: Ref<number>
  $page: Ref<number>
  $renderContext: Ref<'none' | 'slide' | 'overview' | 'presenter' | 'previewNext'>
  $frontmatter: Readonly<Record<string, unknown>>
}
export function useSlideContext(): SlideContext

interface SlideRoute { readonly meta: { readonly slide: { readonly title?: string, readonly note?: string } } }

export function useNav(): {
  currentSlideNo: ComputedRef<number>
  currentSlideRoute: ComputedRef<SlideRoute | undefined>
  slides: Ref<readonly SlideRoute[]>
  total: ComputedRef<number>
  isPrintMode: Ref<boolean>
  isPresenter: Ref<boolean>
}

/** `duration` is in seconds. */
export function useTimer(): { duration: ComputedRef<number> }
