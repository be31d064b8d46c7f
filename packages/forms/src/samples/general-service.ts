import type { FormDefinition } from '../definition/form-definition';
import { emergencies } from './general-service/emergencies';
import { handling } from './general-service/handling';
import { knowledge } from './general-service/knowledge';
import { overall } from './general-service/overall';
import { standardPhrases } from './general-service/standard-phrases';
import { tone } from './general-service/tone';
import { say } from './sample-wording';

/**
 * A sample form for service calls. Every scored question offers 1 point, and the weights add up to 100: a weight reads
 * as the percentage points that the question can cost.
 */
export const generalServiceForm: FormDefinition = {
    title: say('General service', '通用服务质检评分表', '通用服務質檢評分表'),
    description: say(
        'For service calls of every kind: standard phrases, tone, professional knowledge, speed and accuracy, handling of emergencies.',
        '适用于各类服务来电：规范用语、语音语调、专业知识、处理速度与准确性、应急处理。',
        '適用於各類服務來電：標準用語、語調、專業知識、處理速度與正確性、應變處理。'),
    languages: ['en', 'zh-cn', 'zh-tw'],
    scoring: { passPercent: 80 },
    sections: [standardPhrases, tone, knowledge, handling, emergencies, overall]
};
