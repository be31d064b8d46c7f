import { decideLanguage, type Language } from '../application/language';

/** The texts of the time before translations are loaded. */
const texts: Readonly<Record<Language, string>> = {
    en: 'The server cannot be reached. Trying again…',
    'zh-cn': '无法连接服务器，正在重试…',
    'zh-tw': '無法連線到伺服器，正在重試…'
};

/** Milliseconds between two attempts. */
const PAUSE = 2_000;

/** Repeats a request until it succeeds, and says so on the start screen meanwhile. */
export async function waitForServer(attempt: () => Promise<void>): Promise<void> {
    const screen = document.querySelector('.theia-preload');
    for (; ;) {
        try {
            await attempt();
            screen?.replaceChildren();
            return;
        } catch {
            const note = document.createElement('p');
            note.className = 'e-start-note';
            note.setAttribute('role', 'status');
            note.textContent = texts[decideLanguage(null, navigator.languages)];
            screen?.replaceChildren(note);
            await new Promise(resolve => setTimeout(resolve, PAUSE));
        }
    }
}
