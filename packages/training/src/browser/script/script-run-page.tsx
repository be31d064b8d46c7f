import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useService, useSession } from '@earshot/core/lib/browser/application';
import { CallContexts } from '@earshot/core/lib/browser/search/call-context';
import { Badge, Icon, Notice, Page } from '@earshot/core/lib/browser/widgets';
import { languageTags } from '@earshot/writing/lib/common/language/language-tags';
import { outlineOf } from '../../common/document/clauses';
import type { Document, DocumentVersion } from '../../common/document/document-contract';
import type { Script } from '../../common/script/script';
import { versionText } from '../document/document-words';
import { RequestDialog } from '../document/request-dialog';
import { CallPicker } from './call-picker';
import { ScriptRun } from './script-run';
import { type Keeping, useScriptRun } from './use-script-run';

export interface ScriptRunPageProps {
    readonly document: Document;
    readonly version: DocumentVersion;
    readonly script: Script;
    /** `now`, or the `earshot:` link of a call. */
    readonly call: string;
}

/** A call script as an agent goes through it while the customer is on the line. */
export function ScriptRunPage({ document, version, script, call }: ScriptRunPageProps): React.ReactElement {
    const session = useSession();
    const contexts = useService(CallContexts);
    const [chosen, setChosen] = React.useState<{ readonly link: string; readonly title: string } | null>(() => contexts.current ?? null);
    const link = chosen?.link ?? (call.startsWith('earshot:') ? call : null);
    const kept = version.state === 'effective' && session.may('script-run:write');
    const { run, keeping, setRun, restart } = useScriptRun(script, kept ? version.id : undefined, link);
    const language = languageTags[version.content.language];
    const [asked, setAsked] = React.useState<string>();
    const clauses = React.useMemo(() => outlineOf(version.content.text).clauses, [version.content.text]);
    return <Page title={version.content.title} back={{ to: `/training/documents/${document.id}`, label: nls.localize('earshot/training/script/leave', 'Leave the script') }} subtitle={versionText(version.number)} width='wide'
        actions={kept ? <><Kept keeping={keeping} /><CallPicker chosen={chosen} onChoose={setChosen} /></> : undefined}>
        {!kept && <Notice tone='caution'>{version.state === 'effective' ? nls.localize('earshot/training/script/not-kept', 'What you do here is not kept.') : nls.localize('earshot/training/script/not-in-effect', 'This version is not in effect: nothing of what you do here is kept.')}</Notice>}
        <div className='t-run-page'><ScriptRun script={script} language={language} run={run} onRun={setRun} onRestart={restart} onSuggest={version.state === 'effective' ? setAsked : undefined} /></div>
        {asked !== undefined && <RequestDialog documentId={document.id} clauses={clauses} anchor={asked} onClose={() => setAsked(undefined)} />}
    </Page>;
}

function Kept({ keeping }: { readonly keeping: Keeping }): React.ReactElement {
    return <span role='status'>{keeping === 'failed' ? <Badge tone='caution' icon='cloud'>{nls.localize('earshot/training/script/keeping-failed', 'Not kept yet: no connection')}</Badge>
        : <span className='t-quiet'><Icon name={keeping === 'kept' ? 'check' : 'sync'} /> <span>{keeping === 'kept' ? nls.localize('earshot/training/script/kept', 'The way is kept') : nls.localize('earshot/training/script/keeping', 'Keeping…')}</span></span>}</span>;
}
