import { headingLines, linesOf, outlineOf } from '../document/clauses';

/**
 * Numbers that somebody typed before headings: `1.1 Scope`, `2、目的`, `（三）范围`, `第四章 总则`. Clauses are counted here, so that they would stand there twice.
 */
const digits = '一二三四五六七八九';
const han = '[一二三四五六七八九十百]{1,6}';
const dotted = /^(\d{1,3}(?:[.．]\d{1,3}){0,5})(?:[.．、)）:：]\s*|\s+|(?=\p{Script=Han}))/u;
const chapter = new RegExp(`^第(${han}|\\d{1,3})(?:章|节|節|条|條|款|部分)[:：、.．]?\\s*`, 'u');
const listed = new RegExp(`^[（(]?(${han}|\\d{1,3})[)）、.．]\\s*`, 'u');

/** 1 to 199, as they are written in Chinese; NaN for what is none. */
function chineseNumber(text: string): number {
    const found = /^(?:(一)?(百)(零)?)?(?:([一二三四五六七八九])?(十))?([一二三四五六七八九])?$/u.exec(text);
    if (!found || text === '') {
        return Number.NaN;
    }
    const [, , hundred, , tens, ten, ones] = found;
    return (hundred ? 100 : 0) + (ten ? 10 * (tens ? digits.indexOf(tens) + 1 : 1) : 0) + (ones ? digits.indexOf(ones) + 1 : 0);
}

/** The title without the number before it; undefined where that is not the number which the clause has. */
function withoutNumber(title: string, number: string): string | undefined {
    const [whole = '', typed = ''] = dotted.exec(title) ?? chapter.exec(title) ?? listed.exec(title) ?? [];
    const last = Number(number.slice(number.lastIndexOf('.') + 1));
    const said = typed.replaceAll('．', '.');
    const same = said.includes('.') ? said === number : (/^\d/u.test(said) ? Number(said) : chineseNumber(said)) === last;
    return same && title.length > whole.length ? title.slice(whole.length) : undefined;
}

/** The text without them, where every heading has the very number that it is counted with; otherwise they mean something else, and stay. */
export function withoutTypedNumbers(text: string): string {
    const { clauses } = outlineOf(text);
    const titles = clauses.map(each => withoutNumber(each.title, each.number));
    if (titles.includes(undefined)) {
        return text;
    }
    const lines = [...linesOf(text)];
    headingLines(lines).forEach(({ line, level }, place) => { lines[line] = `${'#'.repeat(level)} ${titles[place]}`; });
    return lines.join('\n');
}
