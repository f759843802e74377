/** The marks that the API puts around what was found: characters that nobody types. */
const [BEGIN, END] = ['\ue000', '\ue001'];

export interface Piece {
  text: string;
  found: boolean;
}

/** An excerpt in pieces, those that were looked for apart. */
export function piecesOf(excerpt: string): Piece[] {
  return excerpt.split(BEGIN).flatMap((part, index) => {
    if (index === 0) return part ? [{ text: part, found: false }] : [];
    const [found = '', rest = ''] = part.split(END);
    return [{ text: found, found: true }, ...(rest ? [{ text: rest, found: false }] : [])];
  });
}
