import { roleName } from '@earshot/core/lib/browser/access/role-names';
import { nls } from '@theia/core/lib/common/nls';
import type { ArticleOrder, ArticleState } from '../../common/article/article-contract';
import { type ArticleKindId, type ArticleLanguage, articleLanguages } from '../../common/article/article-kind';
import { readAudience } from '../../common/article/audience';
import type { SecondApproval } from '../../common/category/category-rules';
import type { FeedbackReason } from '../../common/feedback/feedback-contract';

/** The language of the screen, as articles are written in it. */
export const ownLanguage = (): ArticleLanguage => articleLanguages.find(each => each === nls.locale) ?? 'en';

export function kindText(kind: ArticleKindId): string {
    switch (kind) {
        case 'faq': return nls.localize('earshot/knowledge/kind/faq', 'Question and answer');
        case 'product-fact': return nls.localize('earshot/knowledge/kind/product-fact', 'Product fact');
        case 'complaint-handling': return nls.localize('earshot/knowledge/kind/complaint-handling', 'Complaint handling');
        case 'survey-plan': return nls.localize('earshot/knowledge/kind/survey-plan', 'Survey plan');
        case 'link-collection': return nls.localize('earshot/knowledge/kind/link-collection', 'Link collection');
    }
}

export const kindIcon = (kind: ArticleKindId): string => ({ faq: 'question', 'product-fact': 'tag', 'complaint-handling': 'megaphone', 'survey-plan': 'graph', 'link-collection': 'link' })[kind];

/** The heading of a part; its id for one that nobody knows any more. */
export function partText(part: string): string {
    switch (part) {
        case 'similar': return nls.localize('earshot/knowledge/part/similar', 'Other ways to ask');
        case 'short': return nls.localize('earshot/knowledge/part/short', 'Short answer');
        case 'full': return nls.localize('earshot/knowledge/part/full', 'Full answer');
        case 'sources': return nls.localize('earshot/knowledge/part/sources', 'Sources');
        case 'facts': return nls.localize('earshot/knowledge/part/facts', 'Facts');
        case 'conditions': return nls.localize('earshot/knowledge/part/conditions', 'Conditions and exceptions');
        case 'classify': return nls.localize('earshot/knowledge/part/classify', 'What kind of complaint it is');
        case 'grade': return nls.localize('earshot/knowledge/part/grade', 'How serious it is');
        case 'offer': return nls.localize('earshot/knowledge/part/offer', 'What may be offered');
        case 'escalate': return nls.localize('earshot/knowledge/part/escalate', 'When and to whom to escalate');
        case 'sample': return nls.localize('earshot/knowledge/part/sample', 'Who is asked');
        case 'questions': return nls.localize('earshot/knowledge/part/questions', 'Questions');
        case 'schedule': return nls.localize('earshot/knowledge/part/schedule', 'Schedule');
        case 'follow-up': return nls.localize('earshot/knowledge/part/follow-up', 'What follows from it');
        case 'links': return nls.localize('earshot/knowledge/part/links', 'Links');
        default: return part;
    }
}

/** What to write into a part. */
export function partHelp(part: string): string | undefined {
    switch (part) {
        case 'similar': return nls.localize('earshot/knowledge/part-help/similar', 'One question a line, in the words of customers. They help to find the article.');
        case 'short': return nls.localize('earshot/knowledge/part-help/short', 'What is said to the customer, word for word: under a minute, without formatting.');
        case 'sources': return nls.localize('earshot/knowledge/part-help/sources', 'One source a line: document, section, address.');
        default: return undefined;
    }
}

export function languageText(language: ArticleLanguage): string {
    switch (language) {
        case 'zh-cn': return nls.localize('earshot/knowledge/language/zh-cn', 'Simplified Chinese');
        case 'zh-tw': return nls.localize('earshot/knowledge/language/zh-tw', 'Traditional Chinese');
        case 'en': return nls.localize('earshot/knowledge/language/en', 'English');
    }
}

export function articleStateText(state: ArticleState): string {
    switch (state) {
        case 'new': return nls.localize('earshot/knowledge/article-state/new', 'Not published yet');
        case 'published': return nls.localize('earshot/knowledge/article-state/published', 'Published');
        case 'due-for-review': return nls.localize('earshot/knowledge/article-state/due', 'Due for review');
        case 'retired': return nls.localize('earshot/knowledge/article-state/retired', 'Retired');
    }
}

export function orderText(order: ArticleOrder): string {
    switch (order) {
        case 'changed': return nls.localize('earshot/knowledge/order/changed', 'Last changed first');
        case 'title': return nls.localize('earshot/knowledge/order/title', 'By title');
        case 'uses': return nls.localize('earshot/knowledge/order/uses', 'Most used first');
        case 'due': return nls.localize('earshot/knowledge/order/due', 'Next review first');
    }
}

export function secondApprovalText(second: SecondApproval): string {
    switch (second) {
        case 'legal': return nls.localize('earshot/knowledge/second/legal', 'Legal');
        case 'compliance': return nls.localize('earshot/knowledge/second/compliance', 'Compliance');
    }
}

export function reasonText(reason: FeedbackReason): string {
    switch (reason) {
        case 'outdated': return nls.localize('earshot/knowledge/reason/outdated', 'Out of date');
        case 'wrong': return nls.localize('earshot/knowledge/reason/wrong', 'Wrong');
        case 'unclear': return nls.localize('earshot/knowledge/reason/unclear', 'Hard to understand');
        case 'incomplete': return nls.localize('earshot/knowledge/reason/incomplete', 'Something is missing');
        case 'not-what-i-sought': return nls.localize('earshot/knowledge/reason/not-sought', 'Not what I looked for');
    }
}

/** A word of an audience as people call it. @param teams names by id */
export function audienceText(word: string, teams: ReadonlyMap<string, string>): string {
    const audience = readAudience(word);
    switch (audience?.kind) {
        case 'everyone': return nls.localize('earshot/knowledge/audience/everyone', 'Everyone');
        case 'role': return roleName({ code: audience.code });
        case 'team': return teams.get(audience.id) ?? nls.localize('earshot/knowledge/audience/team', 'A team');
        default: return word;
    }
}
