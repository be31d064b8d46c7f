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
    named('贷款', '貸款', 'Loans', { reviewDays: 180 }),
    named('理财', '理財', 'Investments', { reviewDays: 90 }),
    named('保险', '保險', 'Insurance', { below: [named('理赔', '理賠', 'Claims'), named('保单服务', '保單服務', 'Policy service')] }),
    named('通信', '電信', 'Telecom', { below: [named('账单与套餐', '帳單與資費', 'Bills and plans', { reviewDays: 90 }), named('网络与故障', '網路與障礙', 'Network and faults')] }),
    named('商城', '購物', 'Shop', { below: [named('订单与配送', '訂單與配送', 'Orders and delivery'), named('退换货与售后', '退換貨與售後', 'Returns and after-sales')] }),
    named('服务规范', '服務規範', 'How we serve'),
    named('投诉处理', '客訴處理', 'Complaints', { reviewDays: 90, secondApproval: 'compliance' })
];
