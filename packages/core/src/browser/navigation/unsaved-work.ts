import { injectable } from '@theia/core/shared/inversify';
import { Store } from '../application/store';

/** Something on a page that the server does not have yet. */
export interface UnsavedWork {
    /** What it is, in the person's language: "the evaluation". */
    readonly title: string;
    /** Saves it. With it, leaving the page saves; without it, leaving asks first. */
    readonly save?: () => Promise<unknown>;
}

/** Who has something that is not saved yet. Leaving looks here; the status bar shows it. */
@injectable()
export class UnsavedWorkService {
    readonly items = new Store<readonly UnsavedWork[]>([]);

    /** Declares unsaved work until the answer is called. */
    register(work: UnsavedWork): () => void {
        this.items.update(current => [...current, work]);
        return () => this.items.update(current => current.filter(each => each !== work));
    }

    get any(): boolean {
        return this.items.get().length > 0;
    }

    /** What cannot be saved by itself. */
    get undecided(): readonly UnsavedWork[] {
        return this.items.get().filter(each => !each.save);
    }

    /** Saves everything that can save itself; rejects with the first failure. */
    async saveAll(): Promise<void> {
        await Promise.all(this.items.get().map(async each => each.save?.()));
    }
}
