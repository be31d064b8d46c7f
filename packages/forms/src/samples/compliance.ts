import type { FormDefinition } from '../definition/form-definition';
import { complaintAndRecord } from './compliance/complaint-and-record';
import { dataProtection } from './compliance/data-protection';
import { disclosureAndConsent } from './compliance/disclosure-and-consent';
import { identityAndNotice } from './compliance/identity-and-notice';
import { say } from './sample-wording';

/**
 * A sample form for compliance reviews. Every scored question offers 1 point and the weights add up to 100. The rules
 * that it names are starting points: the law of the place and of the trade decides.
 */
export const complianceForm: FormDefinition = {
    title: say('Compliance', '合规质检评分表', '法遵質檢評分表'),
    description: say(
        'For calls about accounts, contracts, payments and complaints: identification, notices, disclosure, consent, card data, promises, complaints.',
        '适用于涉及账户、合同、支付及投诉的通话：身份核实、录音告知、信息披露、客户同意、卡片信息、不当承诺、投诉受理。',
        '適用於涉及帳戶、契約、支付及客訴的通話：身分確認、錄音告知、資訊揭露、客戶同意、卡片資料、不當承諾、客訴受理。'),
    languages: ['en', 'zh-cn', 'zh-tw'],
    scoring: { passPercent: 90 },
    sections: [identityAndNotice, disclosureAndConsent, dataProtection, complaintAndRecord]
};
