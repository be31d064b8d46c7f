const masked = '＊';

/**
 * A name with which a paper can be compared, and from which nobody learns it: the first character of a Chinese name, the first letter of each part of another. How
 * many characters are left out is not told.
 */
export function maskedName(name: string): string {
    const parts = name.trim().split(/\s+/).filter(Boolean);
    return parts.map(part => {
        const [first = ''] = part;
        return /\p{Script=Han}/u.test(first) ? `${first}${masked}${masked}` : `${first}…`;
    }).join(' ');
}
