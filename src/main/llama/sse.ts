/**
 * The data of server-sent events out of a text that comes in pieces, cut anywhere. `feed` gives what is whole by then,
 * `end` what the last line without a line end holds.
 */
export class EventPieces {
  #rest = '';

  feed(piece: string): string[] {
    const lines = (this.#rest + piece).split(/\r\n|\n|\r(?!$)/);
    this.#rest = lines.pop() ?? '';
    return lines.flatMap(dataOf);
  }

  end(): string[] {
    const last = this.#rest;
    this.#rest = '';
    return dataOf(last.replace(/\r$/, ''));
  }
}

function dataOf(line: string): string[] {
  const data = /^data:\s?(.*)$/s.exec(line)?.[1];
  return data === undefined || data.trim() === '' ? [] : [data];
}
