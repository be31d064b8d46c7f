import { type ArticleKindId, articleKindIds, type ArticleLanguage } from '../../common/article/article-kind';

/** What stands around articles in pages that leave the house: there is no browser of ours to translate it. */
export interface PageWords {
    readonly title: string; readonly search: string; readonly none: string; readonly asOf: (day: string) => string; readonly verified: (day: string) => string; readonly all: string; readonly parts: Readonly<Record<string, string>>;
}

const english: PageWords = {
    title: 'Knowledge base', search: 'Search', none: 'Nothing found.', asOf: day => `As of ${day}. What has changed since is not in it.`, verified: day => `Verified on ${day}`, all: 'All articles',
    parts: { similar: 'Also asked as', facts: 'Facts', conditions: 'Conditions', classify: 'Classify', grade: 'Grade', offer: 'What may be offered', escalate: 'Escalate', sample: 'Sample', questions: 'Questions', schedule: 'Schedule', 'follow-up': 'Follow-up', links: 'Links', sources: 'Sources' }
};
const simplified: PageWords = {
    title: '知识库', search: '搜索', none: '没有找到。', asOf: day => `截至 ${day}，之后的变更未包含在内。`, verified: day => `核实于 ${day}`, all: '全部条目',
    parts: { similar: '相似问法', facts: '要点', conditions: '条件', classify: '分类', grade: '分级', offer: '可提供的方案', escalate: '升级', sample: '抽样', questions: '问题', schedule: '时间安排', 'follow-up': '后续跟进', links: '链接', sources: '来源' }
};
const traditional: PageWords = {
    title: '知識庫', search: '搜尋', none: '沒有找到。', asOf: day => `截至 ${day}，之後的變更未包含在內。`, verified: day => `核實於 ${day}`, all: '全部條目',
    parts: { similar: '相似問法', facts: '要點', conditions: '條件', classify: '分類', grade: '分級', offer: '可提供的方案', escalate: '升級', sample: '抽樣', questions: '問題', schedule: '時間安排', 'follow-up': '後續跟進', links: '連結', sources: '來源' }
};

export const pageWords = (language: ArticleLanguage): PageWords => language === 'en' ? english : language === 'zh-cn' ? simplified : traditional;
/** Kinds whose one part in Markdown needs no heading. */
export const plainKinds: readonly ArticleKindId[] = articleKindIds.filter(each => each === 'faq' || each === 'link-collection');
