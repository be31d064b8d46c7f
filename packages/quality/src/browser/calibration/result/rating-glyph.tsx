import * as React from '@theia/core/shared/react';
import type { MarkKind } from './grid-rows';

const shapes: Readonly<Record<MarkKind, string>> = {
    same: 'M6 1.5a4.5 4.5 0 1 1 0 9a4.5 4.5 0 1 1 0-9z',
    higher: 'M6 1.2L11.2 10.5H0.8z',
    lower: 'M6 10.8L0.8 1.5H11.2z',
    different: 'M6 0.6L11.4 6L6 11.4L0.6 6z',
    'no-reference': 'M6 2.2a3.8 3.8 0 1 1 0 7.6a3.8 3.8 0 1 1 0-7.6z',
    unrated: 'M2.5 5.5h7v1h-7z'
};

/** A rating against its reference as a small mark: its shape says what it is, its colour says it once more. */
export const RatingGlyph = ({ kind }: { readonly kind: MarkKind }): React.ReactElement =>
    <svg className='q-glyph' data-kind={kind} viewBox='0 0 12 12' width='12' height='12' aria-hidden='true'><path d={shapes[kind]} /></svg>;
