import { categoryOf } from './read-parts';
import { childOf, childrenOf, descendantsOf, escapeXml, nameOf, parseItem, textOf, xmlItems } from './xml-items';

/** A file of a package (IMS Content Packaging 1.1.4), with its path in it. */
export interface PackageFile { readonly path: string; readonly text: string }

/**
 * A package as one text: each file behind an instruction that names it. That way what comes in and goes out is text for all formats alike, and a zip
 * is made and unpacked where bytes are at home.
 */
const instruction = 'earshot-file';
const opening = new RegExp(`<\\?${instruction} ([^?]{1,600})\\?>\n`, 'gu');

export const manifestName = 'imsmanifest.xml';
export const packageText = (files: readonly PackageFile[]): string => files.map(({ path, text }) => `<?${instruction} ${path.replaceAll('?', '_')}?>\n${text}`).join('\n');
export const isPackage = (text: string): boolean => text.startsWith(`<?${instruction} `);

/** The files of such a text; of any other, the text as one without a name. */
export function filesOf(text: string): readonly PackageFile[] {
    if (!isPackage(text)) {
        return [{ path: '', text }];
    }
    const found = [...text.matchAll(opening)];
    return found.map((each, at) => ({ path: each[1]!, text: text.slice(each.index + each[0].length, found[at + 1]?.index ?? text.length) }));
}

/** What a manifest says about an item. */
export interface AboutItem { readonly category: string; readonly tags: readonly string[] }

const lom = 'http://www.imsglobal.org/xsd/imsmd_v1p2';
const said = (text: string): string => `<imsmd:langstring>${escapeXml(text)}</imsmd:langstring>`;

/** The manifest of a package of items: category and tags stand in their metadata (IMS Learning Resource Metadata 1.2.1). */
export const manifestOf = (items: readonly (AboutItem & { readonly id: string; readonly path: string })[]): string => `<?xml version="1.0" encoding="UTF-8"?>
<manifest xmlns="http://www.imsglobal.org/xsd/imscp_v1p1" xmlns:imsmd="${lom}" identifier="questions">
  <metadata><schema>QTIv2.1 Package</schema><schemaversion>1.0.0</schemaversion></metadata>
  <organizations/>
  <resources>
${items.map(({ id, path, category, tags }) => `    <resource identifier="R-${id}" type="imsqti_item_xmlv2p1" href="${path}">${category === '' && tags.length === 0 ? '' : `
      <metadata><imsmd:lom>${tags.length ? `<imsmd:general>${tags.map(tag => `<imsmd:keyword>${said(tag)}</imsmd:keyword>`).join('')}</imsmd:general>` : ''}${category === '' ? ''
        : `<imsmd:classification><imsmd:taxonpath>${category.split('/').map(level => `<imsmd:taxon><imsmd:entry>${said(level)}</imsmd:entry></imsmd:taxon>`).join('')}</imsmd:taxonpath></imsmd:classification>`}</imsmd:lom></metadata>`}
      <file href="${path}"/>
    </resource>`).join('\n')}
  </resources>
</manifest>
`;

/** By the path of the item. A manifest that is broken says nothing. */
export function readManifest(text: string): ReadonlyMap<string, AboutItem> {
    const [item] = xmlItems(text, ['manifest']);
    const root = item ? parseItem(item.text) : { line: 1 };
    if ('line' in root) {
        return new Map();
    }
    const resources = childrenOf(childOf(root, 'resources') ?? root, 'resource');
    return new Map(resources.map(resource => {
        const all = descendantsOf(resource);
        const of = (name: string): readonly string[] => all.filter(each => nameOf(each) === name).map(textOf).filter(each => each !== '');
        const path = all.find(each => nameOf(each) === 'taxonpath' || nameOf(each) === 'taxonPath');
        const levels = path ? descendantsOf(path).filter(each => nameOf(each) === 'entry').map(each => textOf(each).replaceAll('/', ' ')) : [];
        return [resource.getAttribute('href') ?? '', { category: categoryOf(levels.join('/')), tags: of('keyword').map(each => each.slice(0, 100)).slice(0, 30) }];
    }));
}
