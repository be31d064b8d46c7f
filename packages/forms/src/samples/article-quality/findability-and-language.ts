import type { Section } from '../../definition/form-definition';
import { ratedByLevel, sampleDefaults, say } from '../sample-wording';

/** 20 of 100. */
export const findability: Section = {
    id: 'findability',
    title: say('Findability', '易查性', '易查性'),
    questions: [
        {
            ...sampleDefaults,
            id: 'findability.title',
            weight: 10,
            text: say('It is found by the words of customers', '用客户的说法能搜到', '用客戶的說法能搜尋到'),
            help: say(
                'Search for it in three ways in which customers ask. Title, other ways to ask and tags carry it.',
                '用客户常用的三种问法搜索。标题、相似问法和标签起作用。',
                '用客戶常用的三種問法搜尋。標題、相似問法和標籤起作用。'),
            ...ratedByLevel(
                say('Not found in any of them.', '三种都搜不到。', '三種都搜尋不到。'),
                say('Found in one.', '一种能搜到。', '一種能搜尋到。'),
                say('Found in two, among the first three results.', '两种能搜到，且在前三条之内。', '兩種能搜尋到，且在前三條之內。'),
                say('On top in all three.', '三种都排在第一条。', '三種都排在第一條。'))
        },
        {
            ...sampleDefaults,
            id: 'findability.short',
            weight: 10,
            text: say('The short answer can be read out as it stands', '简答可直接口述', '簡答可直接口述'),
            help: say('Read it aloud, with a clock: what takes longer than twenty seconds is no short answer.', '出声读一遍并计时：超过二十秒就不算简答。', '出聲讀一遍並計時：超過二十秒就不算簡答。'),
            ...ratedByLevel(
                say('There is none, or it answers something else.', '没有简答，或答非所问。', '沒有簡答，或答非所問。'),
                say('Has to be put into other words in the call.', '通话中需要改写才能用。', '通話中需要改寫才能用。'),
                say('Can be read out.', '可以直接读出。', '可以直接讀出。'),
                say('Sounds as if said, and tells the next step.', '口语自然，并说明下一步。', '口語自然，並說明下一步。'))
        }
    ]
};

/** 15 of 100. */
export const articleLanguage: Section = {
    id: 'language',
    title: say('Language', '语言表达', '語言表達'),
    questions: [
        {
            ...sampleDefaults,
            id: 'language.plain',
            weight: 15,
            text: say('Plain words, one thought a sentence, no mistakes', '用词平实、一句一意、没有错误', '用詞平實、一句一意、沒有錯誤'),
            help: say(
                'Terms of the house are explained or left out. In a translation: terms of the place, not of the original.',
                '内部术语要说明或避免。译文应采用当地用语，不照搬原文。',
                '內部術語要說明或避免。譯文應採用當地用語，不照搬原文。'),
            ...ratedByLevel(
                say('Has to be read twice to be understood, or is misleading.', '读两遍才懂，或容易误解。', '讀兩遍才懂，或容易誤解。'),
                say('Long sentences or terms of the house.', '句子过长或夹杂内部术语。', '句子過長或夾雜內部術語。'),
                say('Clear and without mistakes.', '清楚，没有错误。', '清楚，沒有錯誤。'),
                say('A customer would understand it without help.', '客户不用解释也能看懂。', '客戶不用解釋也能看懂。'))
        }
    ]
};
