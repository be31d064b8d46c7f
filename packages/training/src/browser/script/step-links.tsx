import { useQueries } from '@tanstack/react-query';
import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useClient } from '@earshot/core/lib/browser/application';
import { Button, Chip, Combobox, Field } from '@earshot/core/lib/browser/widgets';
import { coreContract } from '@earshot/core/lib/common/core-contract';
import type { Suggestion } from '@earshot/core/lib/common/search/search-contract';

const most = 20;
const titleOf = ({ title }: Suggestion): string => title.map(each => each.text).join('');

/** What linked entities are called now, by address; null for what is gone or not for this reader. */
export function useLinkTitles(links: readonly string[]): ReadonlyMap<string, string | null> {
    const client = useClient(coreContract);
    const found = useQueries({ queries: links.map(link => ({ queryKey: ['link-title', link], retry: false, queryFn: async ({ signal }: { readonly signal: AbortSignal }) => (await client.house.resolveLink({ link }, { signal })).title })) });
    return new Map(links.flatMap((link, place) => found[place]!.isPending ? [] : [[link, found[place]!.data ?? null] as const]));
}

export const linkTitleText = (titles: ReturnType<typeof useLinkTitles>, link: string): string => titles.get(link) ?? (titles.has(link) ? nls.localize('earshot/training/script/link-gone', 'gone, or not for you') : '…');

/** Articles and clauses that are looked at in a step, or taught in a course, found as everywhere else. */
export function StepLinks({ links, readOnly, onChange, label = nls.localize('earshot/training/script/links', 'To look at') }: { readonly links: readonly string[]; readonly readOnly: boolean; onChange(links: readonly string[]): void; readonly label?: string }): React.ReactElement | null {
    const client = useClient(coreContract);
    const titles = useLinkTitles(links);
    const [adding, setAdding] = React.useState(false);
    if (readOnly && links.length === 0) {
        return null;
    }
    return <Field label={label} group><div className='t-asks'>
        {links.map(each => <Chip key={each} removeLabel={nls.localize('earshot/training/script/link-remove', 'Take this link away')} onRemove={readOnly ? undefined : () => onChange(links.filter(link => link !== each))}>{linkTitleText(titles, each)}</Chip>)}
        {!readOnly && (adding ? <Combobox<Suggestion> value={null} autoFocus label={label} placeholder={nls.localize('earshot/training/script/link-find', 'Article or clause')} keyOf={each => each.link} labelOf={titleOf}
            search={async (text, signal) => text.trim() ? (await client.search.suggest({ text, limit: 20 }, { signal }) as readonly Suggestion[]).filter(each => !links.includes(each.link)) : []} onChange={found => {
                setAdding(false);
                if (found) {
                    onChange([...links, found.link]);
                }
            }} /> : links.length < most && <Button small icon='references' onClick={() => setAdding(true)}>{nls.localize('earshot/training/script/link-add', 'Link…')}</Button>)}
    </div></Field>;
}
