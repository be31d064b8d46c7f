import type { Section } from '../../definition/form-definition';
import { critical, passedOrFailed, ratedByLevel, sampleDefaults, say } from '../sample-wording';

/** 40 of 100. */
export const articleAccuracy: Section = {
    id: 'accuracy',
    title: say('Accuracy', '准确性', '準確性'),
    questions: [
        {
            ...sampleDefaults,
            id: 'accuracy.correct',
            weight: 25,
            critical: critical('customer', 'form-zero'),
            text: say('What stands there is right', '内容正确', '內容正確'),
            help: say(
                'Compare it with its source: the tariff, the process document, the law. It fails when a customer who is told this would act wrongly.',
                '与来源核对：资费、流程文档、法规。若照此答复会使客户做错，即为不通过。',
                '與來源核對：費率、流程文件、法規。若照此答覆會使客戶做錯，即為不通過。'),
            ...passedOrFailed(
                say('Fee, date and exception are those of the tariff in force.', '费用、日期、减免条件均与现行资费一致。', '費用、日期、減免條件皆與現行費率一致。'),
                say('Names a limit that was raised last month.', '所列限额已于上月上调。', '所列額度已於上月調高。'))
        },
        {
            ...sampleDefaults,
            id: 'accuracy.complete',
            weight: 15,
            text: say('Nothing that the customer needs is missing', '客户所需内容完整', '客戶所需內容完整'),
            help: say(
                'Conditions, exceptions, documents to bring, how long it takes, what to do when it does not work.',
                '包括条件、例外、所需材料、办理时长，以及办不成时怎么办。',
                '包括條件、例外、應備文件、辦理時間，以及辦不成時怎麼辦。'),
            ...ratedByLevel(
                say('The decisive condition is missing.', '缺少关键条件。', '缺少關鍵條件。'),
                say('The usual case is there, its exceptions are not.', '常见情形有，例外情形没有。', '常見情形有，例外情形沒有。'),
                say('Usual case and exceptions are there.', '常见与例外情形齐全。', '常見與例外情形齊全。'),
                say('Also answers the question that comes next.', '还回答了客户接下来会问的问题。', '還回答了客戶接下來會問的問題。'))
        }
    ]
};
