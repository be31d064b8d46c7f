import DOMPurify from 'dompurify';

const tags = ['p', 'br', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'ul', 'ol', 'li', 'strong', 'em', 's', 'code', 'pre', 'blockquote', 'hr', 'table', 'thead', 'tbody', 'tr', 'th', 'td', 'a'];
/** A picture has no address of its own: the page gives it one. */
const ownTags = [...tags, 'img'];
const attributes = ['href', 'target', 'rel', 'start', 'data-entity', 'data-gone', 'data-align', 'data-attachment', 'alt'];
/** Of what comes from outside to be made Markdown, a little more is understood. */
const foreignTags = [...tags, 'b', 'i', 'del', 'strike', 'div', 'span', 'section', 'article', 'dl', 'dt', 'dd', 'caption', 'tfoot', 'colgroup', 'col'];
const addresses = /^(https?:|mailto:|tel:|#)/i;

/** Their values are no addresses; all others are held against the addresses that are allowed. */
const withoutAddress = ['target', 'rel', 'start', 'data-entity', 'data-gone', 'data-align', 'data-attachment', 'alt', 'colspan', 'rowspan'];

/** One of our own, so that its rules are nobody else's. */
const purifier = DOMPurify(window);
purifier.addHook('afterSanitizeAttributes', element => {
    if (element.nodeName === 'IMG' && !/^[0-9a-f-]{36}$/.test(element.getAttribute('data-attachment') ?? '')) {
        element.remove();
    }
    if (element.hasAttribute('target')) {
        element.setAttribute('target', '_blank');
        element.setAttribute('rel', 'noopener noreferrer');
    }
});

const options = { ALLOW_DATA_ATTR: false, ALLOW_ARIA_ATTR: false, ALLOWED_URI_REGEXP: addresses, ADD_URI_SAFE_ATTR: withoutAddress, KEEP_CONTENT: true } as const;

/** HTML that was made of Markdown, once more without anything that could act: the second lock on the same door. */
export const safeHtml = (html: string): string => purifier.sanitize(html, { ...options, ALLOWED_TAGS: ownTags, ALLOWED_ATTR: attributes });

/** HTML of unknown descent (a web page, a word processor), without anything that could act. */
export const safeForeignHtml = (html: string): string => purifier.sanitize(html, { ...options, ALLOWED_TAGS: foreignTags, ALLOWED_ATTR: ['href', 'start', 'colspan', 'rowspan'], FORBID_CONTENTS: ['script', 'style', 'head', 'title', 'template', 'noscript', 'iframe', 'svg', 'math'] });
