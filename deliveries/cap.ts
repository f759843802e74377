import { DateTime } from 'luxon';
import { create } from 'xmlbuilder2';
import type { Danger, Emergency } from '../domain/vocabulary';

/** What an alert says. Nothing of who reported. */
export interface CapAlert {
  /** No spaces, commas, `<` or `&`: CAP separates references by them. */
  identifier: string;
  /** The municipality's address. */
  sender: string;
  sent: Date;
  timezone: string;
  /** A demonstration sends exercises, so that nobody takes them for real. */
  exercise: boolean;
  msgType: 'Alert' | 'Update' | 'Cancel';
  /** For Update and Cancel: the alert that this one is about. */
  references?: { identifier: string; sent: Date };
  /** The agency's address, or its name where it has none. */
  addressee: string;
  senderName: string;
  event: string;
  headline: string;
  description: string;
  emergency: Emergency;
  danger: Danger;
  /** WGS84. */
  lat: number;
  lon: number;
  place: string;
  istatCode: string;
  /** The page where the agency answers. */
  web: string;
  photoUrl: string | null;
}

/** About a street's width: the place is a point. */
const RADIUS_KM = 0.05;

/**
 * A CAP 1.2 alert of scope Private.
 * Source: https://docs.oasis-open.org/emergency/cap/v1.2/CAP-v1.2-os.html; the schema fixes the order of elements.
 */
export function capXml(alert: CapAlert): string {
  const sentAt = (at: Date) => capTime(at, alert.timezone);
  const { references } = alert;
  const doc = {
    alert: {
      '@xmlns': 'urn:oasis:names:tc:emergency:cap:1.2',
      identifier: alert.identifier,
      sender: alert.sender,
      sent: sentAt(alert.sent),
      status: alert.exercise ? 'Exercise' : 'Actual',
      msgType: alert.msgType,
      scope: 'Private',
      addresses: quoted(alert.addressee),
      ...(alert.exercise && { note: 'Esercitazione: dimostrazione del prodotto.' }),
      ...(references && {
        references: `${alert.sender},${references.identifier},${sentAt(references.sent)}`,
      }),
      info: {
        language: 'it-IT',
        category: alert.emergency === 'injured' ? ['Safety', 'Rescue'] : ['Safety', 'Infra'],
        event: alert.event,
        responseType: alert.msgType === 'Cancel' ? 'AllClear' : 'Assess',
        urgency: alert.msgType === 'Cancel' ? 'Past' : 'Immediate',
        severity: alert.emergency === 'injured' || alert.danger === 4 ? 'Severe' : 'Moderate',
        certainty: alert.emergency === 'injured' ? 'Observed' : 'Likely',
        senderName: alert.senderName,
        headline: alert.headline,
        description: alert.description,
        web: alert.web,
        ...(alert.photoUrl && {
          resource: { resourceDesc: 'Fotografia', mimeType: 'image/jpeg', uri: alert.photoUrl },
        }),
        area: {
          areaDesc: alert.place,
          circle: `${alert.lat.toFixed(6)},${alert.lon.toFixed(6)} ${RADIUS_KM}`,
          geocode: { valueName: 'ISTAT', value: alert.istatCode },
        },
      },
    },
  };
  return create({ version: '1.0', encoding: 'UTF-8' }, doc).end({ prettyPrint: true });
}

/** CAP wants seconds and an offset, and refuses the `Z` of ISO strings. */
const capTime = (at: Date, zone: string): string =>
  DateTime.fromJSDate(at, { zone }).toFormat("yyyy-MM-dd'T'HH:mm:ssZZ");

/** Addresses are separated by spaces unless quoted. */
const quoted = (address: string) => (address.includes(' ') ? `"${address.replaceAll('"', '')}"` : address);
