/** Line and column, from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** Where the keys of a target file stand, for whoever finds out later that one of them is wrong. */
export class Places {
  /** `clients` are the client_ids in the order of the file. */
  constructor(
    readonly file: string,
    private readonly places: ReadonlyMap<string, Place>,
    private readonly clients: readonly string[] = [],
  ) {}

  /** Where a key that is there stands. */
  place(key: string): Place {
    return this.places.get(key) ?? { line: 0, column: 0 };
  }

  has(key: string): boolean {
    return this.places.has(key);
  }

  /** `clients[1]` of a client_id. */
  client(clientId: string): string {
    const index = this.clients.indexOf(clientId);
    return index < 0 ? 'registration' : `clients[${index}]`;
  }

  /** `acme.yaml:9:22  clients[1].client_secret`; of a key that is not there the place of what should hold it. */
  line(key: string): string {
    const place = this.places.get(key);
    if (this.file === '--target') return place === undefined ? `a target file instead of the URL, with ${key}` : '--target  the URL';
    if (place !== undefined) return `${this.file}:${place.line}:${place.column}  ${key}`;
    const holder = this.places.get(key.replace(/[.[][^.[]*$/, ''));
    return `${this.file}${holder === undefined ? '' : `:${holder.line}:${holder.column}`}  ${key}, which is not there yet`;
  }
}
