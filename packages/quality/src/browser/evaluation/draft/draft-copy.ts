import type { FilledContent } from '@earshot/assessment/lib/common/filling/filled-content';
import { type DraftState, loadedDraft, sameContent, type Theirs } from './draft-state';

/** What this browser keeps of a draft until the server has it. */
export interface DraftCopy {
    /** The version of the server that it continues. */
    readonly version: number;
    readonly content: FilledContent;
    /** What was under way to the server, so that it is recognised there. */
    readonly sent: FilledContent | null;
    /** ISO 8601. */
    readonly keptAt: string;
}

export interface Recovery {
    readonly state: DraftState;
    /** Something was written here that the server did not have. */
    readonly restored: boolean;
}

/**
 * How a draft begins where this browser still has a copy that was not saved: it goes on from the copy, unless somebody saved
 * something else meanwhile; then the person decides.
 */
export function recoveredDraft(theirs: Theirs, copy: DraftCopy | undefined, at: number): Recovery {
    const loaded = loadedDraft(theirs, at);
    if (!copy || sameContent(copy.content, theirs.content)) {
        return { state: loaded, restored: false };
    }
    const continues = copy.version === theirs.version || copy.sent !== null && sameContent(copy.sent, theirs.content);
    return continues
        ? { state: { ...loaded, phase: 'waiting', content: copy.content, changedAt: at }, restored: true }
        : { state: { ...loaded, phase: 'conflict', version: copy.version, content: copy.content, changedAt: at, theirs }, restored: true };
}

const prefix = 'earshot.draft/';
/** Copies that nobody came back for. */
const longestKeptMs = 30 * 86_400_000;

type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

/**
 * The copies in this browser's local storage: written at once, so that they survive a crash, apart for each person, evaluation and tab.
 * A browser that refuses to keep them (private window, full) does without.
 */
export class DraftShelf {
    constructor(private readonly shelf: Shelf, private readonly personId: string, private readonly tab: string) { }

    keep(evaluationId: string, copy: DraftCopy): void {
        try {
            this.shelf.setItem(this.keyOf(evaluationId, this.tab), JSON.stringify(copy));
        } catch {
            // the server is the place that counts; without room here there is no second one
        }
    }

    /** Takes away the copies of all tabs: what they held is saved or decided upon. */
    forget(evaluationId: string): void {
        this.keys().filter(each => each.startsWith(this.keyOf(evaluationId, ''))).forEach(each => this.shelf.removeItem(each));
    }

    /** The newest copy of an evaluation, whichever tab wrote it. */
    find(evaluationId: string): DraftCopy | undefined {
        return this.keys().filter(each => each.startsWith(this.keyOf(evaluationId, ''))).flatMap(each => this.read(each) ?? []).sort((one, other) => one.keptAt < other.keptAt ? 1 : -1)[0];
    }

    /** Takes away what is too old to be wanted. */
    tidy(now: number): void {
        this.keys().filter(each => !(now - Date.parse(this.read(each)?.keptAt ?? '') < longestKeptMs)).forEach(each => this.shelf.removeItem(each));
    }

    private keyOf(evaluationId: string, tab: string): string {
        return `${prefix}${this.personId}/${evaluationId}/${tab}`;
    }

    private keys(): string[] {
        try {
            return Array.from({ length: this.shelf.length }, (_, index) => this.shelf.key(index)).filter((each): each is string => each !== null && each.startsWith(`${prefix}${this.personId}/`));
        } catch {
            return [];
        }
    }

    private read(key: string): DraftCopy | undefined {
        try {
            const copy = JSON.parse(this.shelf.getItem(key) ?? 'null') as DraftCopy | null;
            return copy && typeof copy.version === 'number' && copy.content?.answers && Array.isArray(copy.content.evidence) ? copy : undefined;
        } catch {
            return undefined;
        }
    }
}
