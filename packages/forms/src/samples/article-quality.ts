import type { FormDefinition } from '../definition/form-definition';
import { articleAccuracy } from './article-quality/accuracy';
import { articleLanguage, findability } from './article-quality/findability-and-language';
import { timeliness } from './article-quality/timeliness';
import { say } from './sample-wording';

/** A sample form for articles of a knowledge base. Every scored question offers 1 point and the weights add up to 100. */
export const articleQualityForm: FormDefinition = {
    title: say('Article quality', '知识条目质量评分表', '知識條目品質評分表'),
    description: say(
        'For articles of the knowledge base: accuracy, timeliness, findability, language.',
        '适用于知识库条目：准确性、时效性、易查性、语言表达。',
        '適用於知識庫條目：準確性、時效性、易查性、語言表達。'),
    languages: ['en', 'zh-cn', 'zh-tw'],
    scoring: { passPercent: 80 },
    sections: [articleAccuracy, timeliness, findability, articleLanguage]
};
