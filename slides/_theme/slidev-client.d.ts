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

export function useNav(): {
  currentSlideNo: ComputedRef<number>
  currentSlideRoute: ComputedRef<{ meta: { slide: { title?: string } } } | undefined>
  total: ComputedRef<number>
  isPrintMode: Ref<boolean>
}
