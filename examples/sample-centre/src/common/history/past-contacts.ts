import type { Author } from '@earshot/quality/lib/common/conversation/conversation-contract';
import type { Channel, Occasion } from '@earshot/quality/lib/common/interaction/channel';
import { type Chance, chanceOf } from './chance';
import { conversationScripts, type ConversationScript } from './conversation-scripts';
import { languageOf, type PastAgent, pastAgents, pastEvaluators } from './past-people';

export interface PastContact {
    readonly id: string; readonly channel: Channel; readonly occasion: Occasion;
    readonly startedAt: Date;
    /** About so many days ago; the same every time, whatever day of the week it is. */
    readonly daysAgo: number;
    readonly agent: PastAgent; readonly queue: string; readonly tags: readonly string[]; readonly customer: string | null;
    /** Whose evaluation it is, for what somebody was at. */
    readonly by: string | null;
    readonly durationMs: number;
    /** Milliseconds since it began, who wrote, and what. */
    readonly messages: readonly (readonly [number, Author, string])[];
    /** Whether somebody scored it. */
    readonly evaluated: boolean;
}

/** So many days of work, the last of them so many days ago: the days since then belong to the calls with recordings. */
export const quarter = { workDays: 65, lastDaysAgo: 10 } as const;
export const pastQueues = { cards: ['在线客服', '信用卡'], accounts: ['帳戶', '線上客服'], complaints: ['International', 'Complaints'] } as const;
export const pastTags = [...conversationScripts.map(each => each.tag), '新人'];
const seed = 20_261;

/**
 * A quarter of contacts without recordings: chats and e-mails, and calls that somebody was at. The same every time but for the days,
 * which are counted back from the moment that is given; nobody works at the weekend.
 */
export function pastContacts(now: Date): readonly PastContact[] {
    const chance = chanceOf(seed);
    const days = workDays(now);
    return days.flatMap((day, place) => {
        const daysAgo = quarter.lastDaysAgo + Math.round((days.length - 1 - place) * 7 / 5);
        return Array.from({ length: chance.between(5, 6) }, (_, within) => contactOf(chance, day, daysAgo, place * 10 + within));
    });
}

/** Midnights, where the server is, of the last days of work, oldest first. */
function workDays(now: Date): readonly Date[] {
    const days: Date[] = [];
    for (let daysAgo: number = quarter.lastDaysAgo; days.length < quarter.workDays; daysAgo++) {
        const day = new Date(now.getFullYear(), now.getMonth(), now.getDate() - daysAgo);
        if (day.getDay() > 0 && day.getDay() < 6) {
            days.unshift(day);
        }
    }
    return days;
}

function contactOf(chance: Chance, day: Date, daysAgo: number, place: number): PastContact {
    const there = pastAgents.filter(each => each.since === undefined || each.since >= daysAgo);
    const agent = chance.pick(there.flatMap(each => Array.from({ length: each.weight }, () => each)));
    const [minute, spoken, evaluated] = [chance.between(9 * 60, 17 * 60 + 30), chance.happens(0.3), chance.happens(0.9)];
    const startedAt = new Date(day.getTime() + minute * 60_000);
    const common = { startedAt, daysAgo, agent };
    if (spoken) {
        const queue = agent.team === 'cards' ? '信用卡' : pastQueues[agent.team][0];
        return {
            ...common, id: `LM-${1100 + place}`, channel: 'voice', occasion: chance.happens(0.6) ? 'live' : 'side-by-side', queue, tags: agent.since === undefined ? [] : ['新人'], customer: null,
            by: chance.pick(pastEvaluators).login, durationMs: chance.between(2, 9) * 60_000, messages: [], evaluated: true
        };
    }
    const script = chance.pick(conversationScripts.filter(each => each.language === languageOf(agent)));
    const messages = written(chance, script);
    return {
        ...common, id: `${script.channel === 'chat' ? 'CH' : 'EM'}-${3000 + place}`, channel: script.channel, occasion: 'recorded', queue: queueOf(agent, script), tags: [script.tag],
        customer: `+86 155 5500 ${chance.between(1000, 9999)}`, by: null, durationMs: messages.at(-1)![0], messages, evaluated
    };
}

const queueOf = (agent: PastAgent, script: ConversationScript): string => {
    const [first, second] = pastQueues[agent.team];
    return agent.team === 'accounts' ? script.channel === 'chat' ? second : first : agent.team === 'complaints' && script.channel === 'email' ? second : first;
};

/** A chat goes on within minutes, an e-mail within hours. */
function written(chance: Chance, { channel, lines }: ConversationScript): PastContact['messages'] {
    const slots: Readonly<Record<string, string>> = { card: String(chance.between(1000, 9999)), amount: String(chance.between(3, 90) * 100), days: String(chance.between(2, 7)) };
    const [shortest, longest, lookUp] = channel === 'chat' ? [8, 50, 160] : [1800, 30_000, 40_000];
    let at = 0;
    return lines.map(([author, line], place) => {
        at += place === 0 ? 0 : chance.between(shortest, longest) + (line.startsWith('…') ? lookUp : 0);
        return [at * 1000, author, line.replace(/^…/, '').replace(/\{(\w+)\}/g, (_, slot: string) => slots[slot]!)] as const;
    });
}
