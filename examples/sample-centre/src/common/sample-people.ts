import type { BuiltInRole } from '@earshot/core/lib/common/access/permission';

export type SampleTeam = 'centre' | 'cards' | 'accounts' | 'complaints';
export interface SamplePerson {
    readonly login: string; readonly name: string; readonly number: string; readonly team: SampleTeam | null; readonly position: string;
    readonly roles: readonly BuiltInRole[]; readonly language?: 'en' | 'zh-cn' | 'zh-tw'; readonly joinedOn: string;
}

export const sampleTeams: Readonly<Record<SampleTeam, { readonly name: string; readonly parent: SampleTeam | null; readonly leader: string }>> = {
    centre: { name: '客户中心 Customer centre', parent: null, leader: 'otto' },
    cards: { name: '信用卡组 Cards', parent: 'centre', leader: 'tang' },
    accounts: { name: '帳戶組 Accounts', parent: 'centre', leader: 'leung' },
    complaints: { name: 'Complaints 投诉组', parent: 'centre', leader: 'sara' }
};

export const samplePositions: Readonly<Record<string, string>> = {
    CSR10: '客服代表 Customer service representative', CSR20: '资深客服代表 Senior representative', TL30: '组长 Team leader', QAO30: '质检员 Quality evaluator', QAM40: '质检主管 Quality lead',
    KNE30: '知识编辑 Knowledge editor', TRN30: '培训师 Trainer', OPS50: '运营经理 Operations manager', AUD40: '审计 Auditor', ADM30: '系统管理员 System administrator'
};

const agent = (number: string, name: string, team: SampleTeam, joinedOn: string, position = 'CSR10'): SamplePerson =>
    ({ login: `agent${number}`, name, number, team, position, roles: ['agent'], joinedOn });

/** The people of Lantern Bank's customer centre. Every name is made up. */
export const samplePeople: readonly SamplePerson[] = [
    { login: 'ada', name: 'Ada Hofmann', number: '1001', team: null, position: 'ADM30', roles: ['administrator'], joinedOn: '2019-03-01' },
    { login: 'otto', name: '欧文涛', number: '1002', team: 'centre', position: 'OPS50', roles: ['operations-manager'], joinedOn: '2016-09-01' },
    { login: 'lena', name: '林雅雯', number: '1003', team: 'centre', position: 'QAM40', roles: ['qa-lead'], joinedOn: '2017-05-15' },
    { login: 'chen', name: '陈思远', number: '1004', team: 'centre', position: 'QAO30', roles: ['qa-evaluator'], joinedOn: '2020-02-10' },
    { login: 'wong', name: '黃詠琳', number: '1005', team: 'centre', position: 'QAO30', roles: ['qa-evaluator'], joinedOn: '2021-07-19' },
    { login: 'grace', name: 'Grace Miller', number: '1006', team: 'centre', position: 'QAO30', roles: ['qa-evaluator'], joinedOn: '2022-11-07' },
    { login: 'zhou', name: '周敏', number: '1007', team: 'centre', position: 'QAO30', roles: ['qa-evaluator'], joinedOn: '2025-04-21' },
    { login: 'tang', name: '唐立群', number: '1008', team: 'cards', position: 'TL30', roles: ['team-leader'], joinedOn: '2018-01-08' },
    { login: 'leung', name: '梁志明', number: '1009', team: 'accounts', position: 'TL30', roles: ['team-leader'], joinedOn: '2018-06-25' },
    { login: 'sara', name: 'Sara Lindqvist', number: '1010', team: 'complaints', position: 'TL30', roles: ['team-leader'], joinedOn: '2019-10-14' },
    { login: 'kai', name: '何凯', number: '1011', team: 'centre', position: 'KNE30', roles: ['knowledge-editor'], joinedOn: '2021-03-29' },
    { login: 'petra', name: 'Petra Novak', number: '1012', team: 'centre', position: 'KNE30', roles: ['process-owner', 'approver'], joinedOn: '2017-08-21' },
    { login: 'tina', name: '蔡婷', number: '1013', team: 'centre', position: 'TRN30', roles: ['trainer'], joinedOn: '2020-12-01' },
    { login: 'aude', name: 'Aude Laurent', number: '1014', team: null, position: 'AUD40', roles: ['auditor'], joinedOn: '2018-04-03' },
    agent('1021', '刘佳怡', 'cards', '2023-06-12', 'CSR20'), agent('1022', '孙浩', 'cards', '2024-09-02'), agent('1023', '徐梦琪', 'cards', '2026-05-18'), agent('1024', '马超', 'cards', '2025-11-24'),
    agent('1025', '高翔', 'cards', '2024-02-26'), agent('1026', '郭静', 'cards', '2026-09-07'),
    agent('1031', '李慧珊', 'accounts', '2022-04-11', 'CSR20'), agent('1032', '林宜蓁', 'accounts', '2023-10-30'), agent('1033', '何家豪', 'accounts', '2025-08-04'), agent('1034', '吳佩君', 'accounts', '2024-12-16'), agent('1035', '陳柏翰', 'accounts', '2026-03-23'),
    agent('1041', 'Henry Adams', 'complaints', '2021-09-13', 'CSR20'), agent('1042', 'Grace Okafor', 'complaints', '2024-05-06'), agent('1043', 'Ruth Sandberg', 'complaints', '2025-02-17'), agent('1044', '王若溪', 'complaints', '2023-12-04'), agent('1045', 'Tom Becker', 'complaints', '2026-08-31')
];
