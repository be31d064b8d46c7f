/**
 * The syntax of a query: lunr's (lunrjs.com/guides/searching.html) and, beyond it, phrases and NOT.
 *
 * | typed | means |
 * | --- | --- |
 * | `退款 进度` | either, both are better |
 * | `+退款` | must be in it |
 * | `-境外`, `NOT 境外` | must not |
 * | `"临时额度"`, `“临时额度”`, `「臨時額度」` | these next to each other, in this order; must be in it |
 * | `title:退款` | in this field |
 * | `refund^3` | counts three times |
 * | `refnd~1` | with up to so many typing errors |
 * | `refu*` | what begins so |
 *
 * Signs may be full-width. Whatever is none of this is text: a field nobody knows, a quote that does not end, a sign by
 * itself. Nothing throws.
 */
export interface QueryClause {
    readonly text: string;
    readonly presence: 'should' | 'must' | 'mustNot';
    /** was quoted */
    readonly phrase: boolean;
    readonly field?: string;
    /** 1 unless said */
    readonly boost: number;
    /** typing errors to allow in each word; undefined: only in words nobody wrote */
    readonly edits?: number;
    /** ends with * */
    readonly prefix: boolean;
    /** where the text stands in what was typed */
    readonly start: number;
    readonly end: number;
}

export interface ParsedQuery {
    readonly clauses: readonly QueryClause[];
}

/** What may be typed before a colon, and the field that it means. */
export type QueryFields = Readonly<Record<string, string>>;

const fullWidth: Readonly<Record<string, string>> = { '＋': '+', '－': '-', '：': ':', '＂': '"', '＾': '^', '～': '~', '＊': '*', '\u3000': ' ' };
const closing: Readonly<Record<string, string>> = { '"': '"', '“': '”', '「': '」', '『': '』', '«': '»' };
/** The same text, as long as it was, with plain signs. */
const plainSigns = (text: string): string => text.replace(/[＋－：＂＾～＊\u3000]/g, each => fullWidth[each]);

const sign = /[+-]/;
const fieldPrefix = /^([^\s:"“「『«^~*+-][^\s:"“「『«]*):/;
const suffix = /^(?:\^(\d+(?:\.\d+)?)|~(\d+))/;
const largestBoost = 1000;
/** `^0` hardly counts, and is found all the same: what scores nothing would not be told from what was not found. */
const smallestBoost = 1e-6;
const mostEdits = 3;

class QueryReader {
    private position = 0;
    private readonly clauses: QueryClause[] = [];

    constructor(private readonly text: string, private readonly fields: QueryFields) { }

    read(): ParsedQuery {
        for (let negated = false; ;) {
            this.skipSpace();
            if (this.position >= this.text.length) {
                return { clauses: this.clauses };
            }
            if (/^NOT\s+\S/.test(this.rest)) {
                this.position += 'NOT'.length;
                negated = true;
                continue;
            }
            this.clause(negated);
            negated = false;
        }
    }

    private get rest(): string {
        return this.text.slice(this.position);
    }

    private skipSpace(): void {
        while (this.position < this.text.length && /\s/.test(this.text[this.position])) {
            this.position++;
        }
    }

    private clause(negated: boolean): void {
        const first = this.text[this.position];
        let presence: QueryClause['presence'] = negated ? 'mustNot' : 'should';
        if (sign.test(first)) {
            this.position++;
            if (!/^\S/.test(this.rest)) {
                return;
            }
            presence = first === '-' ? 'mustNot' : negated ? 'mustNot' : 'must';
        }
        const field = this.field();
        const phrase = this.phrase();
        if (phrase) {
            const { boost, edits } = this.suffixes();
            this.push({ ...phrase, presence: presence === 'should' ? 'must' : presence, phrase: true, field, boost, edits, prefix: false });
        } else {
            this.words(presence, field);
        }
    }

    private field(): string | undefined {
        const match = fieldPrefix.exec(this.rest);
        const name = match && Object.hasOwn(this.fields, match[1].toLowerCase()) ? this.fields[match[1].toLowerCase()] : undefined;
        if (match && name !== undefined) {
            this.position += match[0].length;
        }
        return name;
    }

    private phrase(): { text: string; start: number; end: number } | undefined {
        const close = closing[this.text[this.position]];
        const end = close === undefined ? -1 : this.text.indexOf(close, this.position + 1);
        if (end < 0) {
            return undefined;
        }
        const start = this.position + 1;
        this.position = end + 1;
        return { text: this.text.slice(start, end), start, end };
    }

    /** ^2~1 after a word or phrase; only when nothing else follows. */
    private suffixes(): { boost: number; edits?: number } {
        const result: { boost: number; edits?: number } = { boost: 1 };
        let position = this.position;
        for (let match = suffix.exec(this.text.slice(position)); match; match = suffix.exec(this.text.slice(position))) {
            if (match[1] !== undefined) {
                result.boost = Math.max(smallestBoost, Math.min(largestBoost, Number(match[1])));
            } else {
                result.edits = Math.min(mostEdits, Number(match[2]));
            }
            position += match[0].length;
        }
        if (position < this.text.length && !/[\s"“「『«]/.test(this.text[position])) {
            return { boost: 1 };
        }
        this.position = position;
        return result;
    }

    private words(presence: QueryClause['presence'], field: string | undefined): void {
        const start = this.position;
        // a quote that opens in the middle of a word begins the next clause, if it is closed
        while (this.position < this.text.length && !/\s/.test(this.text[this.position])) {
            const close = closing[this.text[this.position]];
            if (this.position > start && close !== undefined && this.text.indexOf(close, this.position + 1) > 0) {
                break;
            }
            this.position++;
        }
        const end = this.position;
        const bare = /^(.*?)(\*?)((?:\^\d+(?:\.\d+)?|~\d+)*)$/s.exec(this.text.slice(start, end))!;
        this.position = end - bare[3].length;
        const { boost, edits } = this.suffixes();
        this.position = end;
        this.push({ text: bare[1], presence, phrase: false, field, boost, edits, prefix: bare[2] !== '', start, end: start + bare[1].length });
    }

    private push(clause: QueryClause): void {
        if (clause.text.trim() !== '') {
            this.clauses.push(clause);
        }
    }
}

/** Reads what somebody typed. Never throws. */
export const parseQuery = (text: string, fields: QueryFields): ParsedQuery => new QueryReader(plainSigns(text), fields).read();
