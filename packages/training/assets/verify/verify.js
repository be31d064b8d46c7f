'use strict';

let shown = {};
/** Days and figures as they are written where English is read by most. */
const written = () => language === 'en' ? 'en-GB' : tags[language];
const day = moment => new Intl.DateTimeFormat(written(), { dateStyle: 'long' }).format(new Date(moment));
const share = percent => new Intl.NumberFormat(written(), { style: 'percent', maximumFractionDigits: 1 }).format(percent / 100);

const requirementText = met => {
    switch (met.kind) {
        case 'exam': return text('exam', met.title, met.number, share(met.percent), day(met.at));
        case 'documents': return met.at ? text('documents', met.documents, day(met.at)) : text('noDocuments', met.documents);
        case 'supervised-calls': return text('calls', met.calls, share(met.percent), day(met.at));
        default: return text('sign-off', met.byName, day(met.at));
    }
};

const made = (name, content) => Object.assign(document.createElement(name), { textContent: content });

const showCertificate = ({ state, heldUntil, certificate }) => {
    element('state').dataset.state = state;
    element('state').textContent = text(state, heldUntil && day(heldUntil));
    const facts = [
        ['person', certificate.personName], ['position', certificate.positionName], ...certificate.houseName ? [['house', certificate.houseName]] : [],
        ['issued', day(certificate.issuedAt)], ['until', certificate.validUntil ? day(certificate.validUntil) : text('unlimited')]
    ];
    element('facts').replaceChildren(...facts.flatMap(([name, value]) => [made('dt', text(name)), made('dd', value)]));
    element('requirements').replaceChildren(...certificate.requirements.map(each => made('li', requirementText(each))));
    element('hash').textContent = certificate.hash;
};

/** Shows a message or a certificate, never both; in another language the same. */
const show = next => {
    shown = next;
    const { message, answer } = next;
    element('message').hidden = !message;
    element('message').textContent = message ? text(message) : '';
    element('code').toggleAttribute('aria-invalid', false);
    if (message === 'missing' || message === 'mistyped') {
        element('code').setAttribute('aria-invalid', 'true');
    }
    element('result').hidden = !answer;
    if (answer) {
        showCertificate(answer);
    }
};

const spoken = () => {
    document.title = `${text('title')} – Earshot`;
    show(shown);
};

const verify = async code => {
    const button = element('verify').querySelector('button');
    button.disabled = true;
    show({});
    try {
        const response = await fetch('/api/training/certificate-verifications', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ code }), credentials: 'omit' });
        const answer = await response.json().catch(() => ({}));
        if (!response.ok) {
            show({ message: Object.hasOwn(texts.en, answer.code ?? '') ? answer.code : 'unexpected' });
        } else if (answer.certificate) {
            show({ answer });
            element('state').focus();
        } else {
            show({ message: answer.mistyped ? 'mistyped' : 'unknown' });
        }
    } catch {
        show({ message: 'offline' });
    }
    button.disabled = false;
};

element('verify').addEventListener('submit', event => {
    event.preventDefault();
    const code = element('code').value.trim();
    if (!code) {
        show({ message: 'missing' });
        element('code').focus();
        return;
    }
    void verify(code);
});

/** The code stands behind the hash, so that no server on the way writes it down. */
const begin = () => {
    element('code').value = location.hash.slice(1, 101);
    if (element('code').value) {
        void verify(element('code').value);
    } else {
        element('code').focus();
    }
};

speak(language);
begin();
window.addEventListener('hashchange', begin);
