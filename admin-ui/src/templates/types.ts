/** One message in one language; its id is `event.locale`. */
export interface TemplateRow {
  id: string;
  event: string;
  locale: 'it' | 'en';
  version: number;
  own: boolean;
  changedAt: string | null;
  changedBy: string | null;
}

export interface TemplateVersion {
  version: number;
  /** Null: the product's own words again. */
  source: string | null;
  madeAt: string;
  madeBy: string | null;
}

export interface TemplateDetail extends TemplateRow {
  source: string;
  builtIn: string;
  fields: string[];
  versions: TemplateVersion[];
}

export interface Preview {
  subject: string;
  html: string;
  text: string;
}
