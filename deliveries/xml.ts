export type Content = string | readonly Content[] | { readonly [name: string]: Content };

/** Elements as XML, one a line; an array repeats its element. No text is ever read as XML. */
export function element(name: string, content: Content, indent = ''): string {
  if (typeof content === 'string') return `${indent}<${name}>${escaped(content)}</${name}>`;
  if (Array.isArray(content)) return content.map((one) => element(name, one, indent)).join('\n');
  const children = Object.entries(content).map(([child, inner]) => element(child, inner, `${indent}  `));
  return `${indent}<${name}>\n${children.join('\n')}\n${indent}</${name}>`;
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
