import type { TemplateFault } from '../../../deliveries/templates/check';
import { LONGEST_SOURCE } from '../../../deliveries/templates/check';
import type { Locale } from '../../../domain/vocabulary';
import { refusal } from '../../errors';

type Both = Record<Locale, string>;

const at = ({ line }: { line: number }, { it, en }: Both): Both => ({
  it: `Riga ${line}: ${it}`,
  en: `Line ${line}: ${en}`,
});

function sentence(fault: TemplateFault): Both {
  switch (fault.what) {
    case 'syntax':
      return at(fault, {
        it: 'le parentesi graffe non sono chiuse, o un «{{#if}}» non ha il suo «{{/if}}».',
        en: 'braces are not closed, or an “{{#if}}” has no “{{/if}}”.',
      });
    case 'not-allowed':
      return at(fault, {
        it: 'si possono usare solo campi, «{{#if campo}}» e «{{#unless campo}}»; niente che ripeta, includa o richiami altro.',
        en: 'only fields, “{{#if field}}” and “{{#unless field}}” may be used; nothing that repeats, includes or calls.',
      });
    case 'nested':
      return at(fault, {
        it: 'troppe condizioni una dentro l’altra.',
        en: 'too many conditions inside conditions.',
      });
    case 'unknown-field':
      return at(fault, {
        it: `il campo «${fault.field}» non esiste.`,
        en: `there is no field “${fault.field}”.`,
      });
    case 'missing-link':
      return {
        it: `Manca il pulsante «[…]({{${fault.field}}})»: senza, chi riceve il messaggio non può fare ciò che chiede.`,
        en: `The button “[…]({{${fault.field}}})” is missing: without it nobody can do what the message asks for.`,
      };
    case 'markup':
      return {
        it: 'Solo testo: niente «<» e niente tre graffe. I pulsanti si scrivono «[parole]({{campo}})».',
        en: 'Text only: no “<” and no three braces. Buttons are written “[words]({{field}})”.',
      };
    case 'too-long':
      return { it: `Al massimo ${LONGEST_SOURCE} caratteri.`, en: `At most ${LONGEST_SOURCE} characters.` };
    case 'empty':
      return {
        it: 'Servono un oggetto, nella prima riga, e un testo, anche quando i campi facoltativi sono vuoti.',
        en: 'A subject, in the first line, and a text are needed, also when the optional fields are empty.',
      };
  }
}

/** The refusal of a template, which says where and why. */
export const templateRefusal = (fault: TemplateFault) =>
  refusal({ source: 'invalid' }, { source: sentence(fault) });
