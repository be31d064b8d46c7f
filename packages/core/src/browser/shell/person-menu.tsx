import * as React from '@theia/core/shared/react';
import { CommandRegistry } from '@theia/core/lib/common/command';
import { nls } from '@theia/core/lib/common/nls';
import { languages } from '../../common/access/session-contract';
import { useErrorText, usePreference, useService, useSession, useToast } from '../application/context';
import { type Language, languageNames } from '../application/language';
import { SessionService } from '../application/session-service';
import { useNavigate } from '../navigation/hooks';
import { themeLabels, type Density, type ThemeChoice } from '../theming/appearance-service';
import { Avatar, initials } from '../widgets/avatar';
import { Menu, type MenuItem } from '../widgets/menu';
import { EarshotCommands } from './commands';

/** Keeps the language for the person and loads the window again in it, at the same address. */
export function useLanguageSwitch(): (language: Language) => void {
    const session = useService(SessionService);
    const toast = useToast();
    const { describe } = useErrorText();
    return language => {
        session.setPreference('language', language).then(() => window.location.reload(), error => toast(describe(error), { tone: 'critical' }));
    };
}

/** What is one's own: looks, language, account, and the way out. */
export function PersonMenu(): React.ReactElement {
    const { person, theme: initialTheme } = useSession();
    const [theme, setTheme] = usePreference<ThemeChoice>('theme', initialTheme);
    const [density, setDensity] = usePreference<Density>('density', 'comfortable');
    const commands = useService(CommandRegistry);
    const navigate = useNavigate();
    const switchLanguage = useLanguageSwitch();
    const items: readonly MenuItem[] = [
        { label: nls.localize('earshot/core/person-menu/account', 'My account'), icon: 'account', run: () => void navigate('/account') },
        { label: nls.localize('earshot/core/person-menu/notifications', 'Notifications'), icon: 'bell', run: () => void navigate('/account?tab=notifications') },
        { label: nls.localize('earshot/core/person-menu/tokens', 'API tokens'), icon: 'key', run: () => void navigate('/account?tab=tokens') },
        { kind: 'separator' },
        { kind: 'heading', label: nls.localize('earshot/core/person-menu/theme', 'Theme') },
        ...Object.entries(themeLabels()).map(([id, label]) => ({ kind: 'radio' as const, label, checked: theme === id, keepOpen: true, run: () => setTheme(id as ThemeChoice) })),
        { kind: 'heading', label: nls.localize('earshot/core/person-menu/density', 'Density') },
        { kind: 'radio', label: nls.localize('earshot/core/person-menu/comfortable', 'Comfortable'), checked: density === 'comfortable', keepOpen: true, run: () => setDensity('comfortable') },
        { kind: 'radio', label: nls.localize('earshot/core/person-menu/compact', 'Compact'), checked: density === 'compact', keepOpen: true, run: () => setDensity('compact') },
        { kind: 'heading', label: nls.localize('earshot/core/person-menu/language', 'Language') },
        ...languages.map(each => ({ kind: 'radio' as const, label: languageNames[each], checked: nls.locale === each, run: () => switchLanguage(each) })),
        { kind: 'separator' },
        { label: nls.localize('earshot/core/person-menu/keys', 'Keys'), icon: 'keyboard', keys: '?', run: () => void commands.executeCommand(EarshotCommands.keyboardHelp.id) },
        { label: nls.localize('earshot/core/commands/sign-out', 'Sign out'), icon: 'sign-out', run: () => void commands.executeCommand(EarshotCommands.signOut.id) }
    ];
    const label = nls.localize('earshot/core/person-menu/label', 'You: {0}', person.name);
    // what is seen on the button is part of its name, for those who press it by saying so
    return <Menu items={items} alignment='end' label={label}>
        <button type='button' className='e-person-button' aria-label={`${label}, ${initials(person.name)}`}><Avatar name={person.name} /></button>
    </Menu>;
}
