import { type Clause, headingLines, linesOf, outlineOf, withoutAnchors } from './clauses';

/**
 * How a clause stays the same clause. Its id stands as an anchor behind its heading (`## Greeting {#c-k3x9}`, as Pandoc writes identifiers), but writers
 * never see one: they edit the text without anchors, and every save finds out anew which heading is which clause. Four questions are asked, one after the other:
 *
 * 1. Does it carry an anchor (a file of our own came back)? Then that is its id.
 * 2. Does it say, heading and text, exactly what a known clause said? This settles all that was not touched, however it was moved.
 * 3. Is it much like a known clause that is still missing? The most alike pairs go first. Drafts are saved every few seconds, so what is compared with is
 *    nearly always the same sentence a few letters ago; the version in effect is asked after the draft, so that cutting a clause, saving and
 *    pasting it elsewhere later loses nothing either.
 * 4. Is it a heading without a text of its own between the same two clauses as one that is missing? Then it was renamed.
 *
 * What is left is a new clause.
 */

/** From here on two texts count as the same, edited. Dice's coefficient (1945) over pairs of letters, which needs no words and so does Chinese, too. */
export const leastAlike = 0.4;

type Pairs = ReadonlyMap<string, number>;
interface Profile { readonly clause: Clause; readonly title: Pairs; readonly text: Pairs }

function pairsOf(text: string): Pairs {
    const letters = [...text.toLowerCase().replace(/\s+/g, ' ')];
    const pairs = new Map<string, number>();
    letters.forEach((letter, index) => {
        const pair = (letters[index - 1] ?? '') + letter;
        pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
    });
    return pairs;
}

const sizeOf = (pairs: Pairs): number => [...pairs.values()].reduce((sum, each) => sum + each, 0);

function alike(one: Pairs, other: Pairs): number {
    const size = sizeOf(one) + sizeOf(other);
    const shared = [...one].reduce((sum, [pair, count]) => sum + Math.min(count, other.get(pair) ?? 0), 0);
    return size === 0 ? 1 : 2 * shared / size;
}

const profileOf = (clause: Clause): Profile => ({ clause, title: pairsOf(clause.title), text: pairsOf(clause.text) });
const likeness = (one: Profile, other: Profile): number =>
    one.text.size + other.text.size === 0 ? alike(one.title, other.title) : (alike(one.title, other.title) + alike(one.text, other.text)) / 2;

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
        const waiting = new Map<string, Clause[]>();
        this.missing(known).forEach(each => waiting.set(keyOf(each), [...waiting.get(keyOf(each)) ?? [], each]));
        this.clauses.forEach((clause, place) => { if (this.ids[place] === null) { this.give(place, waiting.get(keyOf(clause))?.shift()?.id ?? null); } });
    }

    byLikeness(known: readonly Clause[]): void {
        const missing = this.missing(known).map(profileOf);
        const open = this.clauses.flatMap((clause, place) => this.ids[place] === null ? [{ place, profile: profileOf(clause) }] : []);
        const pairs = open.flatMap(({ place, profile }) => missing.map(each => ({ place, id: each.clause.id, score: likeness(profile, each) }))).filter(each => each.score >= leastAlike);
        pairs.sort((one, other) => other.score - one.score).forEach(({ place, id }) => this.give(place, id));
    }

    byPlace(known: readonly Clause[]): void {
        const missing = new Set(this.missing(known).map(each => each.id));
        this.clauses.forEach((clause, place) => {
            const before = place === 0 ? null : this.ids[place - 1]!;
            const at = before === null ? place === 0 ? 0 : -1 : known.findIndex(each => each.id === before) + 1;
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
