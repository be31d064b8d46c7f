import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { Badge } from '@earshot/core/lib/browser/widgets';
import type { Clause, DocumentOutline } from '../../common/document/clauses';
import { PlacedText, type ShownWith } from '../diagram/placed-text';
import { placeOf, showClause } from './show-clause';

export interface ClauseListProps {
    readonly outline: DocumentOutline;
    readonly language: string;
    /** Whose diagrams stand in it. */
    readonly version: Pick<ShownWith, 'versionId' | 'diagrams'>;
    /** Ids of clauses that say something else than what the reader has read. */
    readonly changed?: ReadonlySet<string | null>;
    /** What stands beside the heading of a clause. */
    actions?(clause: Clause): React.ReactNode;
}

const headings = ['h2', 'h3', 'h4', 'h5'] as const;

/** The clauses of a document with their numbers, as one reads them. */
export function ClauseList({ outline, language, version, changed, actions }: ClauseListProps): React.ReactElement {
    const shown: ShownWith = { ...version, clauses: outline.clauses };
    return <div className='t-clauses'>
        {outline.preamble && <PlacedText text={outline.preamble} language={language} shown={shown} />}
        {outline.clauses.map(clause => {
            const Heading = headings[Math.min(clause.depth, headings.length) - 1]!;
            const isChanged = changed?.has(clause.id) ?? false;
            return <section key={clause.id ?? clause.number} id={placeOf(clause)} className={`t-clause t-depth-${Math.min(clause.depth, 4)} ${isChanged ? 't-changed' : ''}`}>
                <Heading className='t-clause-head'><span className='t-clause-number e-figures'>{clause.number}</span><span className='t-clause-title' lang={language}>{clause.title}</span>
                    {isChanged && <Badge tone='accent'>{nls.localize('earshot/training/reader/changed', 'Changed for you')}</Badge>}{actions?.(clause)}</Heading>
                {clause.text && <PlacedText text={clause.text} language={language} shown={shown} />}
            </section>;
        })}
    </div>;
}

/** The numbers and headings of a document; the one that is being read is marked. */
export function ClauseNavigation({ clauses, language, changed }: { readonly clauses: readonly Clause[]; readonly language: string; readonly changed?: ReadonlySet<string | null> }): React.ReactElement {
    const [current, setCurrent] = React.useState<string>();
    React.useEffect(() => {
        const places = clauses.map(placeOf);
        const seen = new Set<string>();
        const observer = new IntersectionObserver(entries => {
            entries.forEach(each => { if (each.isIntersecting) { seen.add(each.target.id); } else { seen.delete(each.target.id); } });
            setCurrent(places.find(each => seen.has(each)));
        }, { rootMargin: '0px 0px -60% 0px' });
        places.forEach(each => { const element = document.getElementById(each); if (element) { observer.observe(element); } });
        return () => observer.disconnect();
    }, [clauses]);
    return <nav className='t-clause-navigation' aria-label={nls.localize('earshot/training/reader/clauses', 'Clauses')}><ol>
        {clauses.map(clause => <li key={clause.id ?? clause.number} className={`t-depth-${Math.min(clause.depth, 4)}`}>
            <button type='button' className='t-clause-link' aria-current={current === placeOf(clause) ? 'location' : undefined} onClick={() => showClause(clause)}>
                <span className='t-clause-number e-figures'>{clause.number}</span><span lang={language}>{clause.title}</span>{changed?.has(clause.id) && <span className='t-changed-mark' title={nls.localize('earshot/training/reader/changed', 'Changed for you')} />}
            </button>
        </li>)}
    </ol></nav>;
}
