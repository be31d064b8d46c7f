/** A word, a Chinese character, or what stands between two of them; milliseconds from the start of the recording. */
export interface TranscriptWord {
    /** With the space or punctuation that follows it: the texts of all words of a turn make the turn. */
    readonly text: string;
    readonly fromMs: number;
    readonly toMs: number;
}

/** What one person says without a break. */
export interface TranscriptTurn {
    readonly fromMs: number;
    readonly toMs: number;
    /** As the file names the speaker, or undefined. */
    readonly speaker?: string;
    /** The channel, counted from 0, where the file tells it. */
    readonly channel?: number;
    readonly words: readonly TranscriptWord[];
}

/** Something in a file that could not be used; the rest of it was. */
export interface TranscriptProblem {
    /** Line of a text, counted from 1; of JSON the item, counted from 1. */
    readonly place: number;
    readonly code: 'bad-time' | 'end-before-start' | 'no-text' | 'no-time' | 'too-long';
}

export const transcriptFormats = ['webvtt', 'srt', 'earshot', 'whisper', 'aws', 'azure', 'google'] as const;
export type TranscriptFormat = typeof transcriptFormats[number];

export interface ParsedTranscript {
    readonly format: TranscriptFormat;
    /** `words` where the file times each word, `turns` where only turns are timed and the times of words are estimated. */
    readonly timing: 'words' | 'turns';
    /** In order of time. */
    readonly turns: readonly TranscriptTurn[];
    readonly problems: readonly TranscriptProblem[];
}

export const transcriptFailures = ['transcript-empty', 'transcript-unknown-format', 'transcript-not-json', 'transcript-without-words', 'transcript-too-long'] as const;

/** A file of which nothing can be used; `code` is one of {@link transcriptFailures}. */
export class TranscriptFailure extends Error {
    constructor(readonly code: typeof transcriptFailures[number]) {
        super(code);
    }
}

export const textOf = (turn: Pick<TranscriptTurn, 'words'>): string => turn.words.map(each => each.text).join('').trim();

const AGENT = /agent|advis[oe]r|operator|representative|employee|staff|\bcsr\b|坐席|座席|客服|话务|話務|专员|專員|服务|服務|员工|員工|理财经理/i;
const CUSTOMER = /customer|client|caller|member|user|客户|客戶|顾客|顧客|来电|來電|用户|用戶|会员|會員/i;

/** Who speaks: by the name that the file gives, else by whose channel it is; undefined where neither tells. @param roles of the channels of the recording. */
export function roleOf({ speaker, channel }: Pick<TranscriptTurn, 'speaker' | 'channel'>, roles: readonly ('agent' | 'customer' | 'mixed')[]): 'agent' | 'customer' | undefined {
    if (speaker !== undefined && AGENT.test(speaker)) {
        return 'agent';                                // first: there are customer service agents
    }
    if (speaker !== undefined && CUSTOMER.test(speaker)) {
        return 'customer';
    }
    const role = channel === undefined ? undefined : roles[channel];
    return role === 'mixed' ? undefined : role;
}
