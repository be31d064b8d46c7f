import * as React from '@theia/core/shared/react';
import type { TextPart } from '../../common/search/search-contract';

/** A text with what was looked for set off. */
export const MarkedText = ({ parts }: { readonly parts: readonly TextPart[] }): React.ReactElement =>
    <>{parts.map((each, index) => each.marked ? <mark key={index}>{each.text}</mark> : <React.Fragment key={index}>{each.text}</React.Fragment>)}</>;
