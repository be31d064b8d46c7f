import * as React from '@theia/core/shared/react';
import { nls } from '@theia/core/lib/common/nls';
import { useQuery } from '@tanstack/react-query';
import { languages } from '../../common/access/session-contract';
import { coreContract } from '../../common/core-contract';
import { ConnectionService } from '../application/connection-service';
import { useClient, useService, useSession } from '../application/context';
import { HouseTexts } from '../application/house-texts';
import { languageNames, type Language } from '../application/language';
import { useStore } from '../application/store';
import { Link } from '../navigation/hooks';
import { UnsavedWorkService } from '../navigation/unsaved-work';
import { formatPercent } from '../widgets/format';
import { Icon } from '../widgets/icon';
import { Menu } from '../widgets/menu';
import { useLanguageSwitch } from './person-menu';

/** Milliseconds between looks at running jobs, where no event came. */
const JOB_PAUSE = 5_000;

function RunningJobs(): React.ReactElement | null {
    const client = useClient(coreContract);
    const texts = useService(HouseTexts);
    const { data } = useQuery({
        queryKey: ['job', 'running'], queryFn: ({ signal }) => client.house.jobs({ state: 'running', limit: 20 }, { signal }),
        refetchInterval: query => query.state.data?.rows.length ? JOB_PAUSE : false
    });
    const [first, ...others] = data?.rows ?? [];
    if (!first) {
        return null;
    }
    return <Link to='/administration/jobs' className='e-status-item'>
        <Icon name='sync' className='codicon-modifier-spin' />
        {texts.job(first)}{first.progress !== null && <span className='e-figures'>{formatPercent(first.progress, 0)}</span>}
        {others.length > 0 && nls.localize('earshot/core/status/more-jobs', 'and {0} more', others.length)}
    </Link>;
}

/** Whether all is well: the connection, what is not saved, what is running, the language. */
export function StatusBar(): React.ReactElement {
    const online = useStore(useService(ConnectionService).online);
    const unsaved = useStore(useService(UnsavedWorkService).items);
    const { may, sample } = useSession();
    const switchLanguage = useLanguageSwitch();
    return <footer className='e-status'>
        <span className={`e-status-item ${online ? '' : 'e-status-lost'}`}><Icon name={online ? 'pass' : 'debug-disconnect'} />
            {online ? nls.localize('earshot/core/status/connected', 'Connected') : nls.localize('earshot/core/status/offline', 'Not connected')}</span>
        {unsaved.length > 0 && <span className='e-status-item e-status-unsaved'><Icon name='circle-filled' />{nls.localize('earshot/core/status/unsaved', 'Not saved: {0}', unsaved[0]!.title)}</span>}
        {may('job:read') && <RunningJobs />}
        <span className='e-status-gap' />
        {sample && <span className='e-status-item e-status-sample'>{nls.localize('earshot/core/status/sample', 'Sample centre: invented people and calls')}</span>}
        <Menu side='above' alignment='end' label={nls.localize('earshot/core/person-menu/language', 'Language')}
            items={languages.map(each => ({ kind: 'radio' as const, label: languageNames[each], checked: nls.locale === each, run: () => switchLanguage(each) }))}>
            <button type='button' className='e-status-item e-status-button'><Icon name='globe' />{languageNames[nls.locale as Language] ?? nls.locale}</button>
        </Menu>
    </footer>;
}
