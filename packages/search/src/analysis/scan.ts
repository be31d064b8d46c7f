import { complex, expand, han, joiner, kindOf, letter, mark, readingOf } from './characters';

/**
 * Receives the tokens of a text in order. Offsets are UTF-16 units of the text as it was given, so that what is found in
 * the normalised text can be shown in the original.
 */
export interface TokenSink {
    /** @param joined directly after the Han character before it: both make a bigram */
    han(code: number, start: number, end: number, joined: boolean): void;
    /** A word, or a part of a compound; lower case, not stemmed. */
    word(text: string, start: number, end: number): void;
    /** A compound (wi-fi, c++), after its `parts` words. */
    compound(text: string, start: number, end: number, parts: number): void;
}

const trailingJoiners = /['._-]+$/;
const innerJoiners = /['._+#-]/;
const partPattern = /[^'._+#-]+/g;
const plane = 0xffff;

class Scanner {
    private word = '';
    private readonly starts: number[] = [];
    private readonly ends: number[] = [];
    private afterHan = false;

    constructor(private readonly sink: TokenSink) { }

    scan(text: string): void {
        for (let index = 0; index < text.length; index++) {
            const code = text.charCodeAt(index);
            const kind = kindOf(code);
            const marked = index + 1 < text.length && kindOf(text.charCodeAt(index + 1)) === mark;
            if (kind === complex || kind === mark || marked) {
                index = this.cluster(text, index);
            } else {
                this.unit(kind, readingOf(code), index, index + 1);
            }
        }
        this.endWord();
    }

    /** Reads a character with its marks; returns the index of its last unit. */
    private cluster(text: string, start: number): number {
        let end = start + (text.codePointAt(start)! > plane ? 2 : 1);
        while (end < text.length && kindOf(text.charCodeAt(end)) === mark) {
            end++;
        }
        for (const character of expand(text.slice(start, end))) {
            this.character(character, start, end);
        }
        return end - 1;
    }

    private character(character: string, start: number, end: number): void {
        if (character.length > 1) {
            // beyond the basic plane: a Han character is a word by itself, a letter belongs to its word, the rest separates
            if (/\p{Script=Han}/u.test(character)) {
                this.separate();
                this.sink.word(character, start, end);
            } else if (/[\p{L}\p{N}]/u.test(character)) {
                this.append(character, start, end);
            } else {
                this.separate();
            }
            return;
        }
        const code = character.charCodeAt(0);
        const kind = kindOf(code);
        if (kind !== mark) {
            this.unit(kind, code, start, end);
        }
    }

    private unit(kind: number, reading: number, start: number, end: number): void {
        if (kind === han) {
            this.endWord();
            this.sink.han(reading, start, end, this.afterHan);
            this.afterHan = true;
        } else if (kind === letter) {
            this.append(String.fromCharCode(reading), start, end);
        } else if (kind === joiner && this.word !== '') {
            this.append(String.fromCharCode(reading), start, end);
        } else {
            this.separate();
        }
    }

    private append(character: string, start: number, end: number): void {
        this.afterHan = false;
        this.word += character;
        for (let unit = 0; unit < character.length; unit++) {
            this.starts.push(start);
            this.ends.push(end);
        }
    }

    private separate(): void {
        this.endWord();
        this.afterHan = false;
    }

    private endWord(): void {
        if (this.word === '') {
            return;
        }
        const word = this.word.replace(trailingJoiners, '');
        if (innerJoiners.test(word)) {
            let parts = 0;
            for (const match of word.matchAll(partPattern)) {
                this.sink.word(match[0], this.starts[match.index], this.ends[match.index + match[0].length - 1]);
                parts++;
            }
            this.sink.compound(word, this.starts[0], this.ends[word.length - 1], parts);
        } else {
            this.sink.word(word, this.starts[0], this.ends[word.length - 1]);
        }
        this.word = '';
        this.starts.length = 0;
        this.ends.length = 0;
    }
}

/** Cuts a text into Han characters and words. Never throws, whatever the text holds. */
export const scan = (text: string, sink: TokenSink): void => new Scanner(sink).scan(text);
