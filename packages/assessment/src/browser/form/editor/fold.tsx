import * as React from '@theia/core/shared/react';
import { Icon } from '@earshot/core/lib/browser/widgets';
import { useFormEditor } from './editor-context';

export interface FoldProps {
    readonly title: string;
    /** What is inside, in a word or a sentence; without it there is nothing. */
    readonly state: string | undefined;
    /** JSON pointers of what is inside: what is wrong there must be seen. */
    readonly paths: readonly string[];
    readonly children: React.ReactNode;
}

/** Fields that are needed less often, folded away until they are. */
export function Fold({ title, state, paths, children }: FoldProps): React.ReactElement {
    const { problems, shows } = useFormEditor();
    const wrong = problems.some(each => each.severity === 'error' && paths.some(path => each.path.startsWith(path)) && shows(each.path));
    return <details className='a-fold' open={wrong || undefined}>
        <summary><Icon name='chevron-right' /><strong>{title}</strong>{wrong ? <Icon name='warning' className='a-problem-error' /> : state && <span className='a-fold-state'>{state}</span>}</summary>
        <div className='a-fields'>{children}</div>
    </details>;
}
