import type { ScriptLanguage } from './conversation-scripts';

/** What was noticed of somebody over the quarter. */
export interface PastAgent {
    readonly number: string; readonly team: 'cards' | 'accounts' | 'complaints';
    /** How much better than the usual agent, in levels of a scale. */
    readonly skill: number;
    /** How often their contacts are looked at, compared with the others. */
    readonly weight: number;
    /** First day of work, in days ago, where that lies within the quarter. */
    readonly since?: number;
    /** Coached so many days ago: before that, waits were not announced and worries passed over; since then, less and less. */
    readonly coached?: number;
}

export const pastAgents: readonly PastAgent[] = [
    { number: '1021', team: 'cards', skill: 0.5, weight: 1 }, { number: '1022', team: 'cards', skill: -0.1, weight: 3, coached: 52 }, { number: '1023', team: 'cards', skill: 0.1, weight: 1 }, { number: '1024', team: 'cards', skill: -0.3, weight: 1 },
    { number: '1025', team: 'cards', skill: 0.2, weight: 1 }, { number: '1026', team: 'cards', skill: -0.3, weight: 2, since: 70 },
    { number: '1031', team: 'accounts', skill: 0.5, weight: 1 }, { number: '1032', team: 'accounts', skill: 0.2, weight: 1 }, { number: '1033', team: 'accounts', skill: -0.4, weight: 2 }, { number: '1034', team: 'accounts', skill: 0.1, weight: 1 }, { number: '1035', team: 'accounts', skill: 0, weight: 1 },
    { number: '1041', team: 'complaints', skill: 0.6, weight: 1 }, { number: '1042', team: 'complaints', skill: 0.3, weight: 1 }, { number: '1043', team: 'complaints', skill: 0, weight: 1 }, { number: '1044', team: 'complaints', skill: 0.1, weight: 1 },
    { number: '1045', team: 'complaints', skill: -0.4, weight: 2, since: 70 }
];

/** How somebody rates: so much is added to a scale on average, and so often a question is seen differently. */
export interface PastEvaluator { readonly login: string; readonly leniency: number; readonly slips: number }

/** One is strict, one is lenient, and one of them overlooks more than the others. The expert makes no mistakes here. */
export const pastEvaluators: readonly PastEvaluator[] = [
    { login: 'chen', leniency: -0.25, slips: 0.03 }, { login: 'wong', leniency: 0.05, slips: 0.04 }, { login: 'grace', leniency: 0, slips: 0.03 }, { login: 'zhou', leniency: 0.55, slips: 0.08 }
];
export const pastExpert: PastEvaluator = { login: 'lena', leniency: 0, slips: 0 };

const languages = { cards: 'zh-cn', accounts: 'zh-tw', complaints: 'en' } as const;
/** In which language somebody works. */
export const languageOf = ({ team }: PastAgent): ScriptLanguage => languages[team];
