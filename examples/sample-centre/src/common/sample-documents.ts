import type { Chapter, DocumentKind, DocumentLanguage } from '@earshot/training/lib/common/document/document-content';

/** A process document of the sample centre; its texts stand in the folder `documents`, one file a version. */
export interface SampleDocument {
    /** Files of its versions in order, without their ending. */
    readonly files: readonly string[];
    readonly language: DocumentLanguage; readonly title: string; readonly kind: DocumentKind; readonly chapter: Chapter; readonly area?: string;
    /** Codes of positions, or everybody. */
    readonly concerns: readonly string[] | 'everybody';
    /** What was changed, by version. */
    readonly notes?: readonly (string | null)[];
    /** Days ago on which each version took effect; null for one that is still on its way. */
    readonly effectiveDaysAgo: readonly (number | null)[];
    /** How far the last version has come, where it is not in effect. */
    readonly waits?: 'in-review' | 'scheduled';
    /** What it shows: BPMN files in the folder `diagrams`, one a version. */
    readonly diagrams?: readonly { readonly id: string; readonly name: string; readonly files: readonly string[] }[];
    /** Its files are call scripts, in the folder `scripts`. */
    readonly script?: true;
    /** Share of those concerned who have acknowledged the version in effect, 0 to 1; the others of the one before. */
    readonly read: number;
}

const agents = ['CSR10', 'CSR20'];

/** Twelve documents and four call scripts in the languages of the centre: most are in effect, one waits for approval, one for its day, one was changed lately. */
export const sampleDocuments: readonly SampleDocument[] = [
    { files: ['inbound-service.zh-cn'], language: 'zh-cn', title: '呼入服务流程', kind: 'business', chapter: 'inbound', concerns: agents, effectiveDaysAgo: [212], read: 1 },
    {
        files: ['identity-check.1.zh-cn', 'identity-check.2.zh-cn'], language: 'zh-cn', title: '客户身份核验', kind: 'business', chapter: 'every-channel', concerns: agents,
        notes: [null, '核验要素由两项增至三项，新增禁止索要的信息。'], effectiveDaysAgo: [301, 4], read: 0.5,
        diagrams: [{ id: 'd-kyc2345a', name: '核验步骤', files: ['identity-check.1.zh-cn', 'identity-check.2.zh-cn'] }]
    },
    {
        files: ['complaint-handling.1.zh-cn', 'complaint-handling.2.zh-cn'], language: 'zh-cn', title: '投诉处理流程', kind: 'business', chapter: 'complaints', concerns: [...agents, 'TL30'],
        notes: [null, '缩短答复时限，新增独立回访。'], effectiveDaysAgo: [188, null], waits: 'in-review', read: 1
    },
    { files: ['card-blocking.zh-cn'], language: 'zh-cn', title: '信用卡挂失与补卡', kind: 'business', chapter: 'inbound', area: '信用卡', concerns: agents, effectiveDaysAgo: [97], read: 1 },
    { files: ['outbound-survey.zh-tw'], language: 'zh-tw', title: '滿意度外撥調查作業', kind: 'business', chapter: 'outbound', concerns: ['CSR20'], effectiveDaysAgo: [150], read: 1 },
    { files: ['chat-service.zh-tw'], language: 'zh-tw', title: '文字客服作業', kind: 'business', chapter: 'messages', concerns: agents, effectiveDaysAgo: [9], read: 0.8 },
    {
        files: ['escalation.en'], language: 'en', title: 'Escalation and handover', kind: 'business', chapter: 'every-channel', concerns: [...agents, 'TL30'], effectiveDaysAgo: [120], read: 1,
        diagrams: [{ id: 'd-esca2345', name: 'Who does what', files: ['escalation.en'] }]
    },
    { files: ['quality-monitoring.en'], language: 'en', title: 'Quality monitoring', kind: 'management', chapter: 'quality', concerns: ['QAO30', 'QAM40', 'TL30'], effectiveDaysAgo: [245], read: 1 },
    { files: ['knowledge-upkeep.zh-cn'], language: 'zh-cn', title: '知识库维护', kind: 'management', chapter: 'knowledge', concerns: ['KNE30'], effectiveDaysAgo: [370], read: 1 },
    { files: ['information-security.zh-cn'], language: 'zh-cn', title: '信息安全与客户隐私', kind: 'management', chapter: 'security', concerns: 'everybody', effectiveDaysAgo: [33], read: 0.9 },
    { files: ['induction.zh-tw'], language: 'zh-tw', title: '新進人員訓練與上崗', kind: 'management', chapter: 'people', concerns: ['TRN30', 'TL30'], effectiveDaysAgo: [205], read: 1 },
    { files: ['system-outage.en'], language: 'en', title: 'Working through a system outage', kind: 'management', chapter: 'systems', concerns: [...agents, 'TL30', 'OPS50'], effectiveDaysAgo: [null], waits: 'scheduled', read: 0 },
    { files: ['card-lost.zh-cn'], script: true, language: 'zh-cn', title: '挂失银行卡话术', kind: 'business', chapter: 'inbound', area: '信用卡', concerns: agents, effectiveDaysAgo: [96], read: 1 },
    { files: ['complaint.zh-tw'], script: true, language: 'zh-tw', title: '客訴受理話術', kind: 'business', chapter: 'complaints', concerns: agents, effectiveDaysAgo: [61], read: 0.9 },
    { files: ['identity.en'], script: true, language: 'en', title: 'Identity check script', kind: 'business', chapter: 'every-channel', concerns: agents, effectiveDaysAgo: [3], read: 0.6 },
    { files: ['survey.zh-cn'], script: true, language: 'zh-cn', title: '满意度回访话术', kind: 'business', chapter: 'outbound', concerns: ['CSR20'], effectiveDaysAgo: [null], waits: 'in-review', read: 0 }
];

/** Language and title of a document by its file without number of version and ending. @throws Error for a file of none */
export function titleOfSampleDocument(file: string): Pick<SampleDocument, 'language' | 'title'> {
    const found = sampleDocuments.find(each => !each.script && each.files.some(one => one.replace(/\.\d+\./u, '.') === file));
    if (!found) {
        throw new Error(`There is no document ${file}.`);
    }
    return found;
}
