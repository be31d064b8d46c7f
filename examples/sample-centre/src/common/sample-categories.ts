import type { SecondApproval } from '@earshot/knowledge/lib/common/category/category-rules';

/** A category of the sample centre's knowledge base. Files name it by its Simplified Chinese names from the top down. */
export interface SampleCategory {
    readonly name: Readonly<Record<'zh-cn' | 'zh-tw' | 'en', string>>;
    readonly reviewDays?: number;
    readonly secondApproval?: SecondApproval;
    readonly below?: readonly SampleCategory[];
}

const named = (simplified: string, traditional: string, english: string, more: Omit<SampleCategory, 'name'> = {}): SampleCategory => ({ name: { 'zh-cn': simplified, 'zh-tw': traditional, en: english }, ...more });

export const sampleCategories: readonly SampleCategory[] = [
    named('银行卡', '卡片', 'Cards', { below: [named('挂失与安全', '掛失與安全', 'Loss and security', { reviewDays: 180 }), named('费用与还款', '費用與繳款', 'Fees and payments')] }),
    named('账户', '帳戶', 'Accounts', { below: [named('转账', '轉帳', 'Transfers', { reviewDays: 180 }), named('存款', '存款', 'Deposits')] }),
    named('电子银行', '電子銀行', 'Digital banking'),
    named('投诉处理', '客訴處理', 'Complaints', { reviewDays: 90, secondApproval: 'compliance' })
];
