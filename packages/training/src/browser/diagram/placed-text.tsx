import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { Notice } from '@earshot/core/lib/browser/widgets';
import { MarkdownView } from '@earshot/writing/lib/browser/markdown/markdown-view';
import type { DiagramReference } from '../../common/diagram/diagram';
import { piecesOf } from '../../common/diagram/placed-diagrams';
import type { Clause } from '../../common/document/clauses';
import { DiagramPending, DiagramView } from './diagram-view';
import { useDiagram } from './use-diagram';

/** What texts of a version show besides words. */
export interface ShownWith { readonly versionId: string; readonly diagrams: readonly DiagramReference[]; readonly clauses: readonly Clause[] }

/** The text of a clause with the diagrams that stand in it. */
export function PlacedText({ text, language, shown }: { readonly text: string; readonly language: string; readonly shown: ShownWith }): React.ReactElement {
    const pieces = React.useMemo(() => piecesOf(text), [text]);
    return <>{pieces.map((piece, place) => {
        if ('markdown' in piece) {
            return <MarkdownView key={place} text={piece.markdown} language={language} />;
        }
        const reference = shown.diagrams.find(each => each.id === piece.diagramId);
        return reference ? <PlacedDiagram key={`${place} ${reference.hash}`} reference={reference} language={language} shown={shown} />
            : <Notice key={place} tone='caution'>{nls.localize('earshot/training/diagram/gone', 'A diagram was to stand here, and is not part of this version.')}</Notice>;
    })}</>;
}

function PlacedDiagram({ reference, language, shown }: { readonly reference: DiagramReference; readonly language: string; readonly shown: ShownWith }): React.ReactElement {
    const { data, error, refetch } = useDiagram(shown.versionId, reference.hash);
    return data ? <DiagramView file={data} name={reference.name} language={language} clauses={shown.clauses} /> : <DiagramPending failed={error !== null} onRetry={() => void refetch()} />;
}
