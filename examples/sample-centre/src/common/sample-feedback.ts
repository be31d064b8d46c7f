/** What agents said about a result, and what was answered. Times of the recording in milliseconds. */
export interface SampleDispute {
    readonly call: string; readonly agent: string;
    readonly questions: readonly { readonly question: string; readonly reason: string; readonly fromMs: number; readonly toMs: number }[];
    readonly answer?: { readonly by: string; readonly decisions: readonly { readonly question: string; readonly reason: string; /** The right rating, where the first one is overturned. */ readonly value?: number | boolean }[] };
    readonly escalation?: { readonly question: string; readonly reason: string };
}

/** Results that their agents have taken note of. */
export const sampleAcknowledgements: readonly { readonly call: string; readonly agent: string; readonly comment: string }[] = [
    { call: 'SC-0001', agent: 'agent1021', comment: '谢谢，先安抚再核对我会继续保持。' },
    { call: 'SC-0003', agent: 'agent1042', comment: '' },
    { call: 'SC-0008', agent: 'agent1041', comment: 'Thanks. I will ask earlier next time whether the customer wants the direct number.' }
];

/** One that waits for its answer, one that is answered, and one that is with the second level. */
export const sampleDisputes: readonly SampleDispute[] = [
    { call: 'SC-0002', agent: 'agent1022', questions: [{ question: 'tone.listening', reason: '0:10 是客户停顿之后我才开口，并不是抢话；0:14 确实打断了一次。', fromMs: 9500, toMs: 12_000 }] },
    {
        call: 'SC-0004', agent: 'agent1045',
        questions: [
            { question: 'phrases.closing', reason: 'I did thank him before he hung up. It is quiet, but it is there.', fromMs: 34_600, toMs: 37_500 },
            { question: 'knowledge.authority', reason: 'My team had told me that the code may be taken for small amounts.', fromMs: 12_000, toMs: 15_000 }
        ],
        answer: {
            by: 'sara', decisions: [
                { question: 'phrases.closing', reason: 'Heard it at the very end. The closing phrase is complete.', value: true },
                { question: 'knowledge.authority', reason: 'The code must never be spoken, whatever the amount. I will take this up with the team, because you are not the only one who heard otherwise.' }
            ]
        }
    },
    {
        call: 'SC-0006', agent: 'agent1032', questions: [{ question: 'tone.empathy', reason: '客戶提到擔心提早解約損失利息時，我有回應「我了解您的顧慮」。', fromMs: 14_000, toMs: 17_000 }],
        answer: { by: 'leung', decisions: [{ question: 'tone.empathy', reason: '有回應，但沒有主動複述客戶的感受，維持原評分。' }] },
        escalation: { question: 'tone.empathy', reason: '依十月校準會的裁定，有回應即為 3 分。' }
    }
];
