import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useErrorText } from '@earshot/core/lib/browser/application';
import { Link, type PageProps } from '@earshot/core/lib/browser/navigation';
import { EmptyState, Page, Skeleton } from '@earshot/core/lib/browser/widgets';
import { DocumentEditor } from './document-editor';
import { useDocument, useVersion } from './use-documents';

/** The version of a document that is on its way, for those who write and approve it. */
export default function EditorPage({ params }: PageProps): React.ReactElement {
    const { data: document, error } = useDocument(params.id!);
    const { data: version, error: failed } = useVersion(document?.open?.id);
    const { describe } = useErrorText();
    const problem = error ?? failed;
    if (document && version) {
        return <DocumentEditor key={version.id} document={document} version={version} />;
    }
    return <Page title={document?.title ?? nls.localize('earshot/training/document/title', 'Document')} width='wide'>
        {problem ? <EmptyState icon='warning' title={describe(problem)} /> : document && !document.open
            ? <EmptyState icon='library' title={nls.localize('earshot/training/editor/nothing-open', 'No version of it is being written.')} action={<Link to={`/training/documents/${document.id}`}>{nls.localize('earshot/training/document/read', 'Read')}</Link>} /> : <Skeleton lines={10} />}
    </Page>;
}
