import type { Hit } from '../../common/house-contract';
import type { Findings } from '../../common/search/search-contract';
import { rankOf, unrelated } from '../../common/work/rank-hits';
import { Store } from '../application/store';

/** Milliseconds of silence after which the database is asked by name; the index is asked with each letter. */
const pauseMs = 120;

/** Milliseconds after which somebody has surely looked at what was found, and is not just typing. */
const restMs = 1500;

/** What has been found for `text`; `complete` when nothing more will come. */
export interface PanelFindings {
    readonly text: string;
    readonly findings: Findings | undefined;
    readonly hits: readonly Hit[];
    readonly complete: boolean;
    readonly problem?: unknown;
}

export interface PanelFilter {
    readonly categories: readonly string[];
    readonly languages: readonly string[];
}

/** Asks the server. Both reject when they are aborted. */
export interface PanelQuestions {
    find(text: string, filter: PanelFilter, signal: AbortSignal): Promise<Findings>;
    lookUp(text: string, signal: AbortSignal): Promise<readonly Hit[]>;
    /** Hears of a search that another one has taken the place of, with nothing opened. */
    left?(text: string): void;
}

export const noFilter: PanelFilter = { categories: [], languages: [] };
const nothing: PanelFindings = { text: '', findings: undefined, hits: [], complete: true };

/** One opening of the quick panel: what is typed, and what is found for it. Only the answers to what was typed last count. */
export class PanelSession {
    readonly text: Store<string>;
    readonly filter = new Store<PanelFilter>(noFilter);
    readonly found = new Store<PanelFindings>(nothing);
    /** What was opened or read, if anything. */
    opened: string | undefined;
    private current = new AbortController();
    private timer: ReturnType<typeof setTimeout> | undefined;
    /** What somebody has looked at the findings of for a while, and may yet replace by something else. */
    private rested: string | undefined;
    private resting: ReturnType<typeof setTimeout> | undefined;

    constructor(private readonly questions: PanelQuestions, text = '') {
        this.text = new Store(text);
        this.ask();
    }

    type(text: string): void {
        if (text !== this.text.get()) {
            this.text.set(text);
            this.leave(text.trim());
            this.ask();
        }
    }

    /** A search whose findings were looked at is over when other words take its place; to go on typing, or to mend the end, is no other search. */
    private leave(text: string): void {
        const { rested } = this;
        if (rested !== undefined && !text.startsWith(rested) && !rested.startsWith(text)) {
            this.rested = undefined;
            this.questions.left?.(rested);
        }
    }

    choose(filter: PanelFilter): void {
        this.filter.set(filter);
        this.ask();
    }

    close(): void {
        clearTimeout(this.timer);
        clearTimeout(this.resting);
        this.current.abort();
    }

    private ask(): void {
        this.close();
        const text = this.text.get().trim();
        if (!text) {
            this.found.set(nothing);
            return;
        }
        const { signal } = this.current = new AbortController();
        const narrowed = this.filter.get().categories.length > 0 || this.filter.get().languages.length > 0;
        // who was called as the text before may still be called so: the list moves less
        let answer: Omit<PanelFindings, 'text' | 'complete'> = { findings: undefined, hits: narrowed ? [] : this.found.get().hits.filter(each => rankOf(each, text) < unrelated) };
        let [found, lookedUp] = [false, narrowed];
        const tell = (): void => {
            if (!signal.aborted && found) {
                this.found.set({ ...answer, text, complete: lookedUp });
                if (lookedUp && answer.findings) {
                    this.resting = setTimeout(() => { this.rested = this.opened === undefined ? text : undefined; }, restMs);
                }
            }
        };
        const failed = (problem: unknown): void => { answer = { ...answer, problem }; };
        void this.questions.find(text, this.filter.get(), signal).then(findings => { answer = { ...answer, findings }; }, failed).then(() => { found = true; tell(); });
        if (!narrowed) {
            this.timer = setTimeout(() => {
                void this.questions.lookUp(text, signal).then(hits => { answer = { ...answer, hits }; }, failed).then(() => { lookedUp = true; tell(); });
            }, pauseMs);
        }
    }
}
