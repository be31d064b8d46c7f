import type { Answers } from '@earshot/forms';

const level = (value: 1 | 2 | 3 | 4, comment?: string): Answers[string] => ({ value, ...comment ? { comment } : {} });
const yes = { value: true };

/** Articles by title, and how people of the centre rated them on the sample form for articles. */
export const sampleArticleEvaluations: readonly { readonly article: string; readonly by: string; readonly answers: Answers }[] = [
    {
        article: '信用卡丢失或被盗怎么办？', by: 'lena',
        answers: { 'accuracy.correct': yes, 'accuracy.complete': level(4), 'timeliness.current': yes, 'timeliness.source': level(3), 'findability.title': level(4), 'findability.short': level(4), 'language.plain': level(3) }
    },
    {
        article: '信用卡丢失或被盗怎么办？', by: 'petra',
        answers: { 'accuracy.correct': yes, 'accuracy.complete': level(3), 'timeliness.current': yes, 'timeliness.source': level(3), 'findability.title': level(4), 'findability.short': level(3), 'language.plain': level(3) }
    },
    {
        article: '信用卡年费怎么收，怎样免年费？', by: 'lena',
        answers: {
            'accuracy.correct': yes, 'accuracy.complete': level(2, '没有写白金卡的减免次数。'), 'timeliness.current': yes, 'timeliness.source': level(2, '收费标准没有注明版本。'), 'findability.title': level(3),
            'findability.short': level(2, '读完要四十秒，坐席只会念前两句。'), 'language.plain': level(3)
        }
    },
    {
        article: '转账限额', by: 'lena',
        answers: {
            'accuracy.correct': { value: false, comment: '人脸验证后的每日累计限额已上调，表中仍是旧数字。' }, 'accuracy.complete': level(3), 'timeliness.current': { value: false, comment: '旧限额已于上月停用。' }, 'timeliness.source': level(3),
            'findability.title': level(4), 'findability.short': level(3), 'language.plain': level(3)
        }
    }
];
