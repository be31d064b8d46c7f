import { scriptFoldingPairs } from './script-folding-data';

const simplified = new Map<string, string>();
for (let index = 0; index < scriptFoldingPairs.length; index += 2) {
    simplified.set(scriptFoldingPairs[index], scriptFoldingPairs[index + 1]);
}

/** How many characters fold. */
export const foldingSize = simplified.size;

/**
 * The text with each traditional character as its simplified one. It makes both scripts find each other; it is no
 * conversion to show anybody, because some characters stand for several (乾, 著).
 */
export const foldedScript = (text: string): string => {
    for (let index = 0; index < text.length; index++) {
        if (simplified.has(text[index])) {
            return Array.from(text, each => simplified.get(each) ?? each).join('');
        }
    }
    return text;
};
