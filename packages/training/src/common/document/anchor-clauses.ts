import { type Clause, headingLines, linesOf, outlineOf, withoutAnchors } from './clauses';

/**
 * How a clause stays the same clause. Its id stands as an anchor behind its heading (`## Greeting {#c-k3x9}`, as Pandoc writes identifiers), but writers
 * never see one: they edit the text without anchors, and every save finds out anew which heading is which clause. Four questions are asked, one after the other:
 *
 * 1. Does it carry an anchor (a file of our own came back)? Then that is its id.
 * 2. Does it say, heading and text, exactly what a known clause said? This settles all that was not touched, however it was moved.
 * 3. Is it much like a known clause that is still missing? The most alike pairs go first; when there is too much to compare, only headings that are the same count. Drafts are saved every few seconds, so what is compared with is
 *    nearly always the same sentence a few letters ago; the version in effect is asked after the draft, so that cutting a clause, saving and
 *    pasting it elsewhere later loses nothing either.
 * 4. Is it a heading without a text of its own between the same two clauses as one that is missing? Then it was renamed.
 *
 * What is left is a new clause.
 */

/** From here on two texts count as the same, edited. Dice's coefficient (1945) over pairs of letters, which needs no words and so does Chinese, too. */
export const leastAlike = 0.4;

type Pairs = ReadonlyMap<string, number>;
interface Letters { readonly size: number; readonly pairs: Pairs }
interface Profile { readonly clause: Clause; readonly title: Letters; readonly text: Letters }

/** Comparisons of letter pairs in one save. A document of a hundred clauses, all of them rewritten at once, takes some four millions. */
const mostComparisons = 10_000_000;

function lettersOf(text: string): Letters {
    const letters = [...text.toLowerCase().replace(/\s+/g, ' ')];
    const pairs = new Map<string, number>();
    letters.forEach((letter, index) => {
        const pair = (letters[index - 1] ?? '') + letter;
        pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
    });
    return { size: letters.length, pairs };
}

/** The most that two texts of these lengths can be alike. */
const mostAlike = (one: Letters, other: Letters): number => one.size + other.size === 0 ? 1 : 2 * Math.min(one.size, other.size) / (one.size + other.size);

function alike(one: Letters, other: Letters): number {
    const [fewer, more] = one.pairs.size < other.pairs.size ? [one, other] : [other, one];
    let shared = 0;
    for (const [pair, count] of fewer.pairs) {
        shared += Math.min(count, more.pairs.get(pair) ?? 0);
    }
    return one.size + other.size === 0 ? 1 : 2 * shared / (one.size + other.size);
}

const profileOf = (clause: Clause): Profile => ({ clause, title: lettersOf(clause.title), text: lettersOf(clause.text) });

/** From 0 to 1; 0 as well where it cannot be enough. */
function likeness(one: Profile, other: Profile): number {
    if (one.text.size + other.text.size === 0) {
        return alike(one.title, other.title);
    }
    const [title, most] = [alike(one.title, other.title), mostAlike(one.text, other.text)];
    return title + most < 2 * leastAlike ? 0 : (title + alike(one.text, other.text)) / 2;
}

const comparisons = (some: readonly Profile[], others: readonly Profile[]): number => some.reduce((sum, { title, text }) => sum + 1 + title.pairs.size + text.pairs.size, 0) * others.length;

const keyOf = ({ title, text }: Clause): string => `${title}\n${text}`;

class Assignment {
    readonly ids: (string | null)[];
    private readonly used: Set<string>;

    constructor(private readonly clauses: readonly Clause[]) {
        this.used = new Set();
        this.ids = clauses.map(({ id }) => this.take(id) ? id : null);
    }

    take(id: string | null): id is string {
        if (id === null || this.used.has(id)) {
            return false;
        }
        this.used.add(id);
        return true;
    }

    private missing(known: readonly Clause[]): readonly Clause[] {
        return known.filter(({ id }) => id !== null && !this.used.has(id));
    }

    private give(place: number, id: string | null): void {
        if (this.ids[place] === null && this.take(id)) {
            this.ids[place] = id;
        }
    }

    bySameWords(known: readonly Clause[]): void {
        this.bySame(keyOf, known);
    }

    private bySame(key: (clause: Clause) => string, known: readonly Clause[]): void {
        const waiting = new Map<string, Clause[]>();
        // the last of them first, so that taking one from the end takes them in order
        for (const each of [...this.missing(known)].reverse()) {
            const same = waiting.get(key(each));
            if (same) {
                same.push(each);
            } else {
                waiting.set(key(each), [each]);
            }
        }
        this.clauses.forEach((clause, place) => { if (this.ids[place] === null) { this.give(place, waiting.get(key(clause))?.pop()?.id ?? null); } });
    }

    byLikeness(known: readonly Clause[]): void {
        const missing = this.missing(known).map(profileOf);
        const open = this.clauses.flatMap((clause, place) => this.ids[place] === null ? [{ place, profile: profileOf(clause) }] : []);
        if (comparisons(open.map(each => each.profile), missing) > mostComparisons) {
            this.bySame(({ title }) => title, known);
            return;
        }
        const pairs = open.flatMap(({ place, profile }) => missing.map(each => ({ place, id: each.clause.id, score: likeness(profile, each) })).filter(each => each.score >= leastAlike));
        pairs.sort((one, other) => other.score - one.score).forEach(({ place, id }) => this.give(place, id));
    }

    byPlace(known: readonly Clause[]): void {
        const missing = new Set(this.missing(known).map(each => each.id));
        const placeOf = new Map(known.map(({ id }, place) => [id, place]));
        this.clauses.forEach((clause, place) => {
            const before = place === 0 ? null : this.ids[place - 1]!;
            const at = before === null ? place === 0 ? 0 : -1 : (placeOf.get(before) ?? -1) + 1;
            const found = at < 0 || at === 0 && before !== null ? undefined : known[at];
            const after = known[at + 1]?.id ?? null;
            if (this.ids[place] === null && found && missing.has(found.id) && clause.text === '' && found.text === '' && after === (this.ids[place + 1] ?? null)) {
                this.give(place, found.id);
            }
        });
    }
}

/**
 * The text with an anchor behind every heading; nothing else of it is changed.
 *
 * @param known the clauses that there were: of the draft as it was saved last, then of the version in effect
 * @param newId makes an id that nothing has: `c-` with 4 to 16 small letters and digits
 */
export function anchorClauses(text: string, known: readonly (readonly Clause[])[], newId: () => string): string {
    const { clauses } = outlineOf(text);
    const assignment = new Assignment(clauses);
    known.forEach(each => assignment.bySameWords(each));
    known.forEach(each => assignment.byLikeness(each));
    known.slice(0, 1).forEach(each => assignment.byPlace(each));
    const lines = [...linesOf(withoutAnchors(text))];
    headingLines(lines).forEach(({ line }, place) => { lines[line] = `${lines[line]} {#${assignment.ids[place] ?? fresh(newId, assignment)}}`; });
    return lines.join('\n');
}

function fresh(newId: () => string, assignment: Assignment): string {
    for (;;) {
        const id = newId();
        if (assignment.take(id)) {
            return id;
        }
    }
}
