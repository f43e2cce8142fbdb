/** What the shared components say, in Chinese. */
import type { ComponentTexts } from '../../src/components/texts.ts'

export const chineseTexts: ComponentTexts = {
  yours: '你的', answer: '答案', missed: '漏选',
  right: '正确', rightSure: '正确，而且你有把握', rightGuessed: '正确，不过是猜的',
  wrong: '不是这个', wrongSure: '不是这个，尽管你有把握', gaveUp: '答案如下', nearly: '差一点',
  someOf: (right, all) => `${all} 项中对了 ${right} 项`,
  leftOut: '遗漏了：', lookAgain: '请再看：', theAnswer: '答案：',
  ungraded: '尚未计入', overrule: '我答对了', showNumbers: '显示数字', hideNumbers: '隐藏数字', readAs: '读作', whichReading: '你指的是哪一个？',
  reasonEmpty: '还没有作答。',
  reasonIncomplete: (open) => `还有 ${open} 处未完成。`,
  reasonUnfinished: '这像是答案的开头，请写完整。',
  reasonNotANumber: '无法读成数字。请用数字书写，例如 120,000 或 1.2e5。',
  reasonUnit: (unit) => unit === '' ? '这里只要一个数字。' : `答案的单位应为 ${unit}。`,
  reasonSpelling: '请检查拼写：这可能有两种意思。',
  reasonUnchecked: '请先与参考答案对照。',
  reasonMismatch: '这是对旧版题目的回答，请重新作答。',
  options: '选项', chooseSeveral: '选出所有符合的项。', yourAnswer: '你的回答', gap: '缺少的词',
  leftSides: '待配对', rightSides: '可配对的内容', notPairedYet: '选择配对', pairHint: '先选一行，再选与它配对的内容。',
  orderHint: (from, to) => `按顺序选择，从${from}到${to}。`,
  place: (place) => `第 ${place} 位`, notPlacedYet: '尚无位置', earlier: '提前', later: '推后', belongs: '应归：',
  compare: '与参考答案对照', modelAnswer: '参考答案', tickPoints: '勾选你的回答说到的要点。',
  howSure: '你有多大把握？选择后即判题。', guess: '猜的', thinkSo: '大概', sure: '确定',
  howHard: '有多难？这决定下次的日期。', hard: '困难', good: '良好', easy: '容易',
}
