import * as React from '@theia/core/shared/react';
import { nls } from '@theia/core/lib/common/nls';
import { useQueryParameter } from '../navigation/hooks';
import { useSession } from '../application/context';
import { useRoleNames } from '../people/lookups';
import { formatDateTime, formatList } from '../widgets/format';
import { Card, Facts, Page } from '../widgets/page';
import { Notice } from '../widgets/notice';
import { Tabs } from '../widgets/tabs';
import { AppearanceForm } from './appearance-form';
import { NotificationForm } from './notification-form';
import { PasswordForm } from './password-form';
import { TokenList } from './token-list';

type TabId = 'account' | 'notifications' | 'tokens';
const isTab = (text: string): text is TabId => ['account', 'notifications', 'tokens'].includes(text);

/** What is one's own: password, looks, how one is told, API tokens. */
export default function AccountPage(): React.ReactElement {
    const session = useSession();
    const nameOfRole = useRoleNames();
    const [tab, setTab] = useQueryParameter('tab', 'account');
    const current = isTab(tab) ? tab : 'account';
    return <Page width='reading' title={nls.localize('earshot/core/account/title', 'My account')} subtitle={session.person.name}>
        <Tabs<TabId> label={nls.localize('earshot/core/account/title', 'My account')} value={current} onChange={setTab} tabs={[
            { id: 'account', label: nls.localize('earshot/core/account/tab-account', 'Account and looks') },
            { id: 'notifications', label: nls.localize('earshot/core/account/tab-notifications', 'Notifications') },
            { id: 'tokens', label: nls.localize('earshot/core/account/tab-tokens', 'API tokens') }
        ]}>
            {current === 'account' && <>
                {session.mustChangePassword && <Notice tone='caution'>{nls.localize('earshot/core/account/must-change', 'Please choose a new password.')}</Notice>}
                <Card title={nls.localize('earshot/core/account/you', 'You')}><Facts facts={[
                    [nls.localize('earshot/core/people/login', 'Login name'), session.person.login], [nls.localize('earshot/core/people/employee-number', 'Employee number'), session.person.employeeNumber ?? '–'],
                    [nls.localize('earshot/core/people/team', 'Team'), session.person.teamName ?? '–'], [nls.localize('earshot/core/people/roles', 'Roles'), formatList(session.roles.map(nameOfRole))],
                    [nls.localize('earshot/core/account/session-until', 'Signed in until'), formatDateTime(session.expiresAt)]
                ]} /></Card>
                <Card title={nls.localize('earshot/core/account/looks', 'Looks and language')}><AppearanceForm /></Card>
                <Card title={nls.localize('earshot/core/account/password', 'Password')}><PasswordForm /></Card>
            </>}
            {current === 'notifications' && <NotificationForm />}
            {current === 'tokens' && <TokenList />}
        </Tabs>
    </Page>;
}
