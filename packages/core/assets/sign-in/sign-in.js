'use strict';

/* The only page for who is not signed in: it stands alone, so that nothing else has to be public. */

const texts = {
    en: {
        title: 'Earshot', lead: 'Quality, knowledge and training', login: 'Login name', password: 'Password', signIn: 'Sign in', signingIn: 'Signing in…',
        invitationText: 'Welcome. Choose a password for your account.', newPassword: 'New password', newPasswordAgain: 'New password once more',
        passwordHelp: 'At least 10 characters; several words are easy to keep in mind.', setPassword: 'Set password and sign in', languages: 'Language',
        missing: 'Please fill in both fields.', tooShort: 'The password needs at least 10 characters.', different: 'The two passwords do not agree.',
        WRONG_CREDENTIALS: 'The name or the password is wrong.', LOCKED: 'Too many failed attempts. You can try again in {0}.', TOO_MANY_REQUESTS: 'Too many attempts. You can try again in {0}.',
        NOT_FOUND: 'This link has been used or has expired. Ask for a new one.', CONFLICT: 'This link has been used or has expired. Ask for a new one.', INVALID: 'This password cannot be used. Choose another one.',
        BAD_REQUEST: 'Something in the form cannot be used. Check it and try again.', FORBIDDEN: 'This server does not accept a sign-in from this address. Use the address that your administrator gave you.',
        offline: 'The server cannot be reached. Try again in a moment.', unexpected: 'Something went wrong on the server. Try again; if it stays, tell your administrator.',
        sample: 'This is the sample centre. Its accounts stand where the program was started.'
    },
    'zh-cn': {
        title: 'Earshot', lead: '质检 · 知识 · 培训', login: '登录名', password: '密码', signIn: '登录', signingIn: '正在登录…',
        invitationText: '欢迎。请为您的账号设置密码。', newPassword: '新密码', newPasswordAgain: '再次输入新密码',
        passwordHelp: '至少 10 个字符；几个词连起来更容易记。', setPassword: '设置密码并登录', languages: '语言',
        missing: '请填写两个输入框。', tooShort: '密码至少需要 10 个字符。', different: '两次输入的密码不一致。',
        WRONG_CREDENTIALS: '登录名或密码不正确。', LOCKED: '失败次数过多，{0}后可重试。', TOO_MANY_REQUESTS: '尝试过于频繁，{0}后可重试。',
        NOT_FOUND: '此链接已使用或已过期，请索取新的链接。', CONFLICT: '此链接已使用或已过期，请索取新的链接。', INVALID: '不能使用此密码，请换一个。',
        BAD_REQUEST: '填写的内容有误，请检查后重试。', FORBIDDEN: '服务器不接受从此地址登录，请使用管理员提供的地址。',
        offline: '无法连接服务器，请稍后重试。', unexpected: '服务器出错，请重试；如果仍不行，请告知管理员。',
        sample: '这是示例中心，账号显示在启动程序的终端里。'
    },
    'zh-tw': {
        title: 'Earshot', lead: '質檢 · 知識 · 培訓', login: '登入名稱', password: '密碼', signIn: '登入', signingIn: '正在登入…',
        invitationText: '歡迎。請為您的帳號設定密碼。', newPassword: '新密碼', newPasswordAgain: '再次輸入新密碼',
        passwordHelp: '至少 10 個字元；幾個詞連起來更容易記。', setPassword: '設定密碼並登入', languages: '語言',
        missing: '請填寫兩個欄位。', tooShort: '密碼至少需要 10 個字元。', different: '兩次輸入的密碼不一致。',
        WRONG_CREDENTIALS: '登入名稱或密碼不正確。', LOCKED: '失敗次數過多，{0}後可重試。', TOO_MANY_REQUESTS: '嘗試過於頻繁，{0}後可重試。',
        NOT_FOUND: '此連結已使用或已過期，請索取新的連結。', CONFLICT: '此連結已使用或已過期，請索取新的連結。', INVALID: '不能使用此密碼，請換一個。',
        BAD_REQUEST: '填寫的內容有誤，請檢查後重試。', FORBIDDEN: '伺服器不接受從此位址登入，請使用管理員提供的位址。',
        offline: '無法連線到伺服器，請稍後重試。', unexpected: '伺服器發生錯誤，請重試；若仍不行，請告知管理員。',
        sample: '這是範例中心，帳號顯示在啟動程式的終端機裡。'
    }
};

/* ---- messages ---- */

let countdown;
let shown;

const say = (key, invalid = [], ...values) => {
    shown = key && { key, invalid, values };
    element('message').hidden = !key;
    element('message').textContent = key ? text(key, ...values) : '';
    for (const input of document.querySelectorAll('input')) {
        input.toggleAttribute('aria-invalid', false);
    }
    invalid.forEach(input => input.setAttribute('aria-invalid', 'true'));
    invalid[0]?.focus();
};

const duration = seconds => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;

/** Counts down until another attempt may be made. Only the first sentence is spoken; the ticking is not. */
const lockFor = (code, seconds, button) => {
    const until = Date.now() + seconds * 1000;
    clearInterval(countdown);
    button.disabled = true;
    const message = element('message');
    const tick = () => {
        const left = Math.ceil((until - Date.now()) / 1000);
        if (left <= 0) {
            clearInterval(countdown);
            button.disabled = false;
            message.setAttribute('role', 'alert');
            say('');
            return;
        }
        say(code, [], duration(left));
        message.removeAttribute('role');
    };
    tick();
    countdown = setInterval(tick, 1000);
};

/* ---- language ---- */

const spoken = () => {
    document.title = invitation ? `${text('setPassword')} – Earshot` : `${text('signIn')} – Earshot`;
    if (shown) {
        say(shown.key, shown.invalid, ...shown.values);
    }
};

/* ---- requests ---- */

const post = async (path, body) => {
    const response = await fetch(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body), credentials: 'same-origin' });
    const answer = await response.json().catch(() => ({}));
    if (!response.ok) {
        throw Object.assign(new Error(answer.message), { code: answer.code, data: answer.data });
    }
    return answer;
};

/** To where the person wanted to go: the hash has come along from there. */
const enter = session => {
    localStorage.setItem('localeId', session.language ?? language);
    localStorage.setItem('earshot.theme', session.theme ?? 'system');
    location.replace(`/${location.hash}`);
};

const attempt = async (form, send, invalid) => {
    const button = form.querySelector('button');
    say('');
    button.disabled = true;
    try {
        enter(await send());
    } catch (error) {
        button.disabled = false;
        if (error.data?.retryAfterSeconds) {
            lockFor(error.code, error.data.retryAfterSeconds, button);
        } else if (error instanceof TypeError) {
            say('offline');
        } else {
            say(Object.hasOwn(texts.en, error.code ?? '') ? error.code : 'unexpected', error.code === 'WRONG_CREDENTIALS' || error.code === 'INVALID' ? invalid : []);
        }
    }
};

const invitation = new URLSearchParams(location.search).get('token');

element('sign-in').addEventListener('submit', event => {
    event.preventDefault();
    const [login, password] = [element('login'), element('password')];
    const empty = [login, password].filter(each => !each.value.trim());
    if (empty.length > 0) {
        say('missing', empty);
        return;
    }
    void attempt(event.target, () => post('/api/session', { login: login.value.trim(), password: password.value }), [password]);
});

element('invitation').addEventListener('submit', event => {
    event.preventDefault();
    const [next, again] = [element('next'), element('again')];
    if (next.value.length < 10) {
        say('tooShort', [next]);
    } else if (next.value !== again.value) {
        say('different', [again]);
    } else {
        void attempt(event.target, () => post('/api/session/invitation', { token: invitation, password: next.value }), [next]);
    }
});

element(invitation ? 'invitation' : 'sign-in').hidden = false;
speak(language);
element(invitation ? 'next' : 'login').focus();

fetch('/api/health').then(response => response.json()).then(({ sample }) => { element('sample').hidden = !sample; }).catch(() => { /* said when it matters */ });
