import { useQuery } from '@tanstack/react-query';
import type { GeoJsonObject, Point as GeoJsonPoint } from 'geojson';
import { useMemo } from 'react';
import { useLocale } from 'react-admin';
import { get } from '../http/request';
import type { Point } from '../map/distance';
import type { Attribute } from './attributes';

export interface Named {
  id: string;
  code: string;
  nameIt: string;
  nameEn: string;
  active: boolean;
}
export interface MetaCategory extends Named {
  departmentId: string;
  groupCode: string;
  attributes: Attribute[];
}
export interface MetaMaterial extends Named {
  unit: string;
}
export interface Plain {
  id: string;
  name: string;
  active: boolean;
}
export interface MetaCrew extends Plain {
  departmentId: string;
  skills: string[];
  depot: GeoJsonPoint | null;
  shift: CrewShift | null;
}
/** A usual day in local time `HH:mm`; the break begins within `earliest` and `latest`. */
export interface CrewShift {
  from: string;
  to: string;
  pause: { earliest: string; latest: string; minutes: number } | null;
}

/** What the API tells about the municipality. */
interface Answer {
  municipality: { name: string; boundary: GeoJsonObject; center: GeoJsonPoint } | null;
  departments: Named[];
  categories: MetaCategory[];
  crews: MetaCrew[];
  suppliers: Plain[];
  materials: MetaMaterial[];
  tiles: { url: string | null; attribution: string };
}

export interface Meta {
  departments: Named[];
  categories: MetaCategory[];
  crews: MetaCrew[];
  suppliers: Plain[];
  materials: MetaMaterial[];
  /** null: no tile server is configured; the map shows boundary and pin alone. */
  tiles: { url: string; attribution: string } | null;
  /** What the municipality is called. */
  town: string;
  boundary: GeoJsonObject | null;
  center: Point | null;
}

const minutes = 60_000;

/** The municipality, asked for once in five minutes; empty lists until it has come. */
export function useMeta(): Meta {
  const { data } = useQuery({
    queryKey: ['meta'],
    queryFn: () => get<Answer>('/meta'),
    staleTime: 5 * minutes,
  });
  return useMemo(() => {
    const { url = null, attribution = '' } = data?.tiles ?? {};
    const [lon, lat] = data?.municipality?.center.coordinates ?? [];
    return {
      departments: data?.departments ?? [],
      categories: data?.categories ?? [],
      crews: data?.crews ?? [],
      suppliers: data?.suppliers ?? [],
      materials: data?.materials ?? [],
      tiles: url ? { url, attribution } : null,
      town: data?.municipality?.name ?? '',
      boundary: data?.municipality?.boundary ?? null,
      center: lat !== undefined && lon !== undefined ? { lat, lon } : null,
    };
  }, [data]);
}

export function useAgencies() {
  const { data } = useQuery({
    queryKey: ['agencies', 'names'],
    queryFn: () => get<Plain[]>('/agencies?_end=500'),
    staleTime: 5 * minutes,
  });
  return data ?? [];
}

/** The name in the person's language. */
export const nameIn = (named: Pick<Named, 'nameIt' | 'nameEn'>, locale: string) =>
  locale === 'it' ? named.nameIt : named.nameEn;

/** Names by id, in the person's language; an unknown id is a dash. */
export function useNames() {
  const meta = useMeta();
  const agencies = useAgencies();
  const locale = useLocale();
  const own = (rows: Named[], id: unknown) => {
    const row = rows.find((one) => one.id === id);
    return row ? nameIn(row, locale) : '–';
  };
  const plain = (rows: Plain[], id: unknown) => rows.find((one) => one.id === id)?.name ?? '–';
  return {
    department: (id: unknown) => own(meta.departments, id),
    category: (id: unknown) => own(meta.categories, id),
    crew: (id: unknown) => plain(meta.crews, id),
    supplier: (id: unknown) => plain(meta.suppliers, id),
    agency: (id: unknown) => plain(agencies, id),
  };
}
