/** What handout, worksheet, answers and contents say in words of their own, in each language of the interface. */
import { dateWords } from '../../components/debate/timeline-layout.ts'
import type { AnswerWords } from '../../questions/kinds/paper-kind.ts'
import type { PaperLanguage } from './export-options.ts'

export interface PaperWords extends AnswerWords {
  readonly handout: string
  readonly worksheet: string
  readonly answers: string
  readonly allSlides: string
  readonly contents: string
  sheet(seed: number): string
  /** A file's title: of which article it is, and what. */
  titleOf(article: string, sort: string): string
  /** Which sheet it is, after what it is or has. */
  onSheet(text: string, sheet: string): string
  about(date: string, inferred: boolean): string
  slide(number: number): string
  question(number: number): string
  questions(count: number): string
  readonly name: string
  readonly date: string
  readonly points: string
  readonly whereToLook: string
  /** `source` is the title of the article when it is not the deck's own. */
  paragraphs(numbers: string, source?: string): string
  slides(numbers: string): string
}

export const paperWords: Readonly<Record<PaperLanguage, PaperWords>> = {
  en: {
    handout: 'Handout', worksheet: 'Worksheet', answers: 'Answers', allSlides: 'All slides', contents: 'Contents',
    sheet: (seed) => `sheet ${seed}`,
    titleOf: (article, sort) => `${article}: ${sort.toLowerCase()}`, onSheet: (text, sheet) => `${text}, ${sheet}`,
    about: (date, inferred) => `${inferred ? 'about ' : ''}${dateWords(date)}`,
    slide: (number) => `Slide ${number}`, question: (number) => `Question ${number}`,
    questions: (count) => `${count} ${count === 1 ? 'question' : 'questions'}`,
    name: 'Name', date: 'Date', points: 'Points', answer: 'Answer:', tickAll: 'Tick all that apply.', tickRow: 'Tick one in each row.', item: 'Item', writeLetter: 'Write the letter that belongs to each.',
    numberThese: (from, to, count) => `Number these from 1 (${from}) to ${count} (${to}).`,
    also: 'also', pointEach: 'One point for each of these:',
    moreOrLess: (amount) => `${amount} more or less counts`,
    significantFigures: (count) => `right to ${count} significant ${count === 1 ? 'figure' : 'figures'} counts`,
    between: (low, high) => `from ${low} to ${high} counts`,
    whereToLook: 'Where to look:',
    paragraphs: (numbers, source) => `¶ ${numbers} of ${source === undefined ? 'the source' : `“${source}”`}`,
    slides: (numbers) => `slide ${numbers}`,
  },
  'zh-CN': {
    handout: '讲义', worksheet: '练习卷', answers: '答案', allSlides: '全部幻灯片', contents: '目录',
    sheet: (seed) => `第 ${seed} 卷`,
    titleOf: (article, sort) => `${article}：${sort}`, onSheet: (text, sheet) => `${text}，${sheet}`,
    about: (date, inferred) => `${inferred ? '约 ' : ''}${chineseDate(date)}`,
    slide: (number) => `第 ${number} 页`, question: (number) => `第 ${number} 题`, questions: (count) => `${count} 题`,
    name: '姓名', date: '日期', points: '得分', answer: '答：', tickAll: '勾选所有正确的选项。', tickRow: '每行勾选一项。', item: '项目', writeLetter: '在每项前写出对应的字母。',
    numberThese: (from, to, count) => `按顺序编号：1（${from}）到 ${count}（${to}）。`,
    also: '或', pointEach: '以下每点一分：',
    moreOrLess: (amount) => `误差在 ${amount} 以内即算对`,
    significantFigures: (count) => `前 ${count} 位有效数字正确即算对`,
    between: (low, high) => `从 ${low} 到 ${high} 都算对`,
    whereToLook: '出处：',
    paragraphs: (numbers, source) => (source === undefined ? `原文第 ${numbers} 段` : `“${source}”原文第 ${numbers} 段`),
    slides: (numbers) => `幻灯片第 ${numbers} 页`,
  },
}

/** 2024-09-29 as 2024年9月29日; a day or month that is not known is left out. */
function chineseDate(date: string): string {
  return date.split('-').map((part, index) => `${Number(part)}${['年', '月', '日'][index] ?? ''}`).join('')
}
