import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { Badge, Checkbox, type Tone } from '@earshot/core/lib/browser/widgets';
import { TextDifference, useDifferenceLook } from '@earshot/writing/lib/browser/difference/text-difference';
import { compareTexts } from '@earshot/writing/lib/common/difference/compare-texts';
import { languageTags } from '@earshot/writing/lib/common/language/language-tags';
import { comparedClauses, diagramsOf, mentionedDiagrams, withDiagrams } from '../../common/diagram/placed-diagrams';
import { type ClauseDifference, compareClauses } from '../../common/document/compare-clauses';
import type { DiagramReference } from '../../common/diagram/diagram';
import type { DocumentContent } from '../../common/document/document-content';
import { DiagramDifference } from '../diagram/diagram-difference';

export function differenceText(kind: ClauseDifference['kind']): string {
    switch (kind) {
        case 'added': return nls.localize('earshot/training/difference/added', 'New');
        case 'removed': return nls.localize('earshot/training/difference/removed', 'Removed');
        case 'changed': return nls.localize('earshot/training/difference/changed', 'Changed');
        case 'unchanged': return nls.localize('earshot/training/difference/unchanged', 'Unchanged');
    }
}

const tones: Readonly<Record<ClauseDifference['kind'], Tone>> = { added: 'good', removed: 'critical', changed: 'accent', unchanged: 'neutral' };
const written = (clause: ClauseDifference['before']): string => clause ? [clause.title, withDiagrams(clause.text, (_, name) => diagramText(name))].filter(Boolean).join('\n\n') : '';
const diagramText = (name: string): string => nls.localize('earshot/training/difference/diagram', '[Diagram: {0}]', name);

/** The diagrams that stand in a clause before and after, with another file. */
function changedDiagrams({ before, after }: ClauseDifference, old: DocumentContent, now: DocumentContent): readonly (readonly [DiagramReference, DiagramReference])[] {
    return before && after ? diagramsOf(now).flatMap(each => {
        const was = mentionedDiagrams(after.text).has(each.id) ? diagramsOf(old).find(({ id, hash }) => id === each.id && hash !== each.hash) : undefined;
        return was ? [[was, each] as const] : [];
    }) : [];
}

export interface ComparedVersion { readonly id: string; readonly content: DocumentContent }

export interface ClauseDifferenceViewProps {
    readonly before: ComparedVersion;
    readonly after: ComparedVersion;
    readonly beforeTitle: string;
    readonly afterTitle: string;
    /** Of the headings of clauses; below those of the page. */
    readonly heading?: 'h2' | 'h3';
}

/** What two versions say differently, clause by clause, side by side or in one text. */
export function ClauseDifferenceView({ before, after, beforeTitle, afterTitle, heading: Heading = 'h3' }: ClauseDifferenceViewProps): React.ReactElement {
    const [look, chooseLook] = useDifferenceLook();
    const [all, setAll] = React.useState(false);
    const differences = React.useMemo(() => compareClauses(comparedClauses(before.content), comparedClauses(after.content)), [before.content, after.content]);
    const language = languageTags[after.content.language];
    const unchanged = differences.filter(each => each.kind === 'unchanged' && !each.moved);
    const shown = all ? differences : differences.filter(each => !unchanged.includes(each));
    return <div className='w-difference t-difference'>
        <div className='t-difference-tools'>{chooseLook}
            {unchanged.length > 0 && <Checkbox label={nls.localize('earshot/training/difference/with-unchanged', 'Show unchanged clauses ({0})', unchanged.length)} checked={all} onChange={setAll} />}</div>
        {shown.length === 0 && <p className='t-quiet'>{nls.localize('earshot/training/difference/none', 'Every clause says the same.')}</p>}
        {shown.map(each => {
            const clause = (each.after ?? each.before)!;
            return <section key={clause.id ?? clause.number} className='t-difference-clause'>
                <Heading>
                    <span className='t-clause-number e-figures'>{each.before && each.after && each.before.number !== each.after.number ? `${each.before.number} → ${each.after.number}` : clause.number}</span>
                    <span lang={language}>{clause.title}</span><Badge tone={tones[each.kind]}>{differenceText(each.kind)}</Badge>
                    {each.moved && <Badge icon='arrow-swap'>{nls.localize('earshot/training/difference/moved', 'Moved')}</Badge>}
                    {each.renumbered && <Badge>{nls.localize('earshot/training/difference/renumbered', 'New number')}</Badge>}
                </Heading>
                {each.kind !== 'unchanged' && <TextDifference look={look} beforeTitle={beforeTitle} afterTitle={afterTitle} language={language} rows={compareTexts(written(each.before), written(each.after), language)} />}
                {changedDiagrams(each, before.content, after.content).map(([old, now]) => <DiagramDifference key={now.id} before={{ versionId: before.id, title: beforeTitle, reference: old }} after={{ versionId: after.id, title: afterTitle, reference: now }} language={language} />)}
            </section>;
        })}
    </div>;
}
