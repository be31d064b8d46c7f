import * as React from '@theia/core/shared/react';

/** Two letters for a Latin name, the last two characters for a Chinese one (the given name, as colleagues say it). */
export function initials(name: string): string {
    const trimmed = name.trim();
    if (/^[\u4e00-\u9fff·]+$/.test(trimmed)) {
        return trimmed.length > 2 ? trimmed.slice(-2) : trimmed.slice(-1);
    }
    const words = trimmed.split(/\s+/).filter(Boolean);
    return [words[0], words.length > 1 ? words[words.length - 1] : undefined].map(each => each ? [...each][0]! : '').join('').toUpperCase();
}

/** A person as a small round sign. The name stands beside it or in the label of what it is on. */
export const Avatar = ({ name }: { readonly name: string }): React.ReactElement => <span className='e-avatar' aria-hidden='true'>{initials(name)}</span>;
